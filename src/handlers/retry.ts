import * as v from 'valibot';
import { BusyError, NewerDataError } from '../services/ports';
import { MOST_RETRIES, ports, retryLater } from './deps';

/** An event as a queue delivers it; its body is parsed by whoever consumes it. */
export interface QueueEvent {
  readonly body: unknown;
  readonly retryContext?: unknown;
}

/**
 * Runs an event's work. What waiting may cure goes back to the platform with the wait that Jira asked for; the platform
 * tries again, four times at most. What meets data of a newer release is let go. Anything else is thrown on.
 */
export async function orRetry(work: () => Promise<unknown>): Promise<object | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof NewerDataError) {
      // Trying again would meet it again; the release that wrote it looks at everything anew.
      ports.log.warn('newer-data', { operation: error.operation });
      return undefined;
    }
    if (!(error instanceof BusyError)) throw error;
    await noteHold(error);
    ports.log.warn('retry', { operation: error.operation, wait: error.retryAfter });
    return retryLater(error);
  } finally {
    await ports.diary.keep();
  }
}

/**
 * As orRetry, for work that is all about calls to Jira: while a quota is known to be used up nothing is tried, and when the
 * platform's four retries are used up too, `pushAgain` puts the work into the queue as a new event. Where the queue takes
 * none either, the sweep or the daily reconciliation finds what was left.
 */
export async function orWait(
  event: QueueEvent,
  work: () => Promise<unknown>,
  pushAgain: () => Promise<void>,
): Promise<object | undefined> {
  const until = await ports.notes.heldUntil();
  const wait = (until ?? 0) - ports.now();
  const retry = wait > 0 ? retryLater({ retryAfter: wait }) : await orRetry(work);
  if (retry === undefined || retriesOf(event) < MOST_RETRIES) return retry;
  try {
    await pushAgain();
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    ports.log.error('left-behind', { operation: error.operation });
  }
  return undefined;
}

/** How often the platform has already tried an event again. */
export function retriesOf(event: unknown): number {
  const parsed = v.safeParse(v.object({ retryContext: v.object({ retryCount: v.number() }) }), event);
  return parsed.success ? parsed.output.retryContext.retryCount : 0;
}

/** Tells the other functions that Jira wants no call of the app for a while. */
async function noteHold({ holds, retryAfter }: BusyError): Promise<void> {
  if (holds !== 'app') return;
  const until = ports.now() + retryAfter;
  const known = await ports.notes.heldUntil();
  if (known === null || known < until) await ports.notes.hold(until);
}
