import * as v from 'valibot';
import type { JobStep } from '../services/ports';
import { runJobStep } from '../services/run-job';
import { ports } from './deps';
import { orRetry, type QueueEvent } from './retry';

const page = v.nullable(v.string());
const stepShape: v.GenericSchema<unknown, JobStep> = v.variant('job', [
  v.object({ job: v.literal('backfill'), page }),
  v.object({ job: v.literal('reconcile-touched'), since: v.number(), page }),
  v.object({ job: v.literal('reconcile-rows'), page }),
]);

/** Consumer of the queue `background-job`: one step of a long job. */
export function backgroundJob({ body }: QueueEvent): Promise<object | undefined> {
  return orRetry(() => runJobStep(ports, v.parse(stepShape, body)));
}
