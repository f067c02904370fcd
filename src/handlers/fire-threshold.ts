import * as v from 'valibot';
import { fireThresholds } from '../services/fire-thresholds';
import { ports } from './deps';
import { orWait, type QueueEvent } from './retry';

const bodyShape = v.object({ issueIds: v.array(v.string()) });

/** Consumer of the queue `fire-threshold`: issues whose threshold falls in the same second. */
export function fireThreshold(event: QueueEvent): Promise<object | undefined> {
  const { issueIds } = v.parse(bodyShape, event.body);
  return orWait(
    event,
    () => fireThresholds(ports, issueIds),
    () => ports.queue.fire(issueIds.map((issueId) => ({ issueId, delay: 0 }))),
  );
}
