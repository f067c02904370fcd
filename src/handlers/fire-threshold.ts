import * as v from 'valibot';
import { fireThresholds } from '../services/fire-thresholds';
import { ports } from './deps';
import { orRetry, type QueueEvent } from './retry';

const bodyShape = v.object({ issueIds: v.array(v.string()) });

/** Consumer of the queue `fire-threshold`: issues whose threshold falls in the same second. */
export function fireThreshold({ body }: QueueEvent): Promise<object | undefined> {
  return orRetry(() => fireThresholds(ports, v.parse(bodyShape, body).issueIds));
}
