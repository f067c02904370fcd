import * as v from 'valibot';
import { runJobStep } from '../services/run-job';
import { ports } from './deps';
import { orRetry, type QueueEvent } from './retry';

const stepShape = v.object({ runId: v.string(), step: v.number() });

/** Consumer of the queue `background-job`: one step of a long job. */
export function backgroundJob({ body }: QueueEvent): Promise<object | undefined> {
  return orRetry(() => runJobStep(ports, v.parse(stepShape, body)));
}
