import * as v from 'valibot';
import { trackIssue as track } from '../services/track-issue';
import { ports } from './deps';
import { orWait, type QueueEvent } from './retry';

const bodyShape = v.object({ issueId: v.string() });

/** Consumer of the queue `track-issue`: one look at one issue; the queue lets one run at a time for each. */
export function trackIssue(event: QueueEvent): Promise<object | undefined> {
  const { issueId } = v.parse(bodyShape, event.body);
  return orWait(
    event,
    () => track(ports, issueId),
    () => ports.queue.track([issueId]),
  );
}
