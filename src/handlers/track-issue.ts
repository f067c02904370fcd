import * as v from 'valibot';
import { trackIssue as track } from '../services/track-issue';
import { ports } from './deps';
import { orRetry, type QueueEvent } from './retry';

const bodyShape = v.object({ issueId: v.string() });

/** Consumer of the queue `track-issue`: one look at one issue; the queue lets one run at a time for each. */
export function trackIssue({ body }: QueueEvent): Promise<object | undefined> {
  return orRetry(() => track(ports, v.parse(bodyShape, body).issueId));
}
