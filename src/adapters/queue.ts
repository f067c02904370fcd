import { InternalServerError, PartialSuccessError, Queue, RateLimitError, type PushEvent } from '@forge/events';
import { SECOND, type Millis } from '../core/time/instant';
import { BusyError, type JobStep, type WorkQueue } from '../services/ports';
import { chunks } from './chunks';

/** Limits of Forge's async events (forge docs, limits-async-events). */
const EVENTS_A_PUSH = 50;
const IDS_AN_EVENT = 100;
const LONGEST_DELAY_SECONDS = 900;

/** The queues of manifest.yml. A refused push is a BusyError: whoever pushed is retried, so nothing is dropped. */
export const workQueue: WorkQueue = { track, fire, job };

async function track(issueIds: readonly string[]): Promise<void> {
  await push(
    'track-issue',
    issueIds.map((issueId) => ({ body: { issueId }, concurrency: { key: `issue-${issueId}`, limit: 1 } })),
  );
}

async function fire(thresholds: readonly { readonly issueId: string; readonly delay: Millis }[]): Promise<void> {
  const bySecond = new Map<number, string[]>();
  for (const { issueId, delay } of thresholds) {
    const seconds = secondsOf(delay);
    bySecond.set(seconds, [...(bySecond.get(seconds) ?? []), issueId]);
  }
  const events = [...bySecond].flatMap(([delayInSeconds, issueIds]) =>
    chunks(issueIds, IDS_AN_EVENT).map((ids) => ({ body: { issueIds: ids }, delayInSeconds })),
  );
  await push('fire-threshold', events);
}

async function job(step: JobStep, delay: Millis): Promise<void> {
  await push('background-job', [{ body: { ...step }, delayInSeconds: secondsOf(delay) }]);
}

function secondsOf(delay: Millis): number {
  return Math.min(LONGEST_DELAY_SECONDS, Math.max(0, Math.ceil(delay / SECOND)));
}

async function push(queue: string, events: readonly PushEvent[]): Promise<void> {
  for (const batch of chunks(events, EVENTS_A_PUSH)) {
    try {
      await new Queue({ key: queue }).push(batch);
    } catch (error) {
      const passing = [RateLimitError, InternalServerError, PartialSuccessError].some((kind) => error instanceof kind);
      throw passing ? new BusyError(`push-${queue}`, 10 * SECOND) : error;
    }
  }
}
