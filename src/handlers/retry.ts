import { BusyError } from '../services/ports';
import { ports, retryLater } from './deps';

/** An event as a queue delivers it; its body is parsed by whoever consumes it. */
export interface QueueEvent {
  readonly body: unknown;
}

/**
 * Runs an event's work. What waiting may cure goes back to the platform with the wait that Jira asked for; the platform
 * tries again, four times at most, and the daily reconciliation finds what still failed. Anything else is thrown on.
 */
export async function orRetry(work: () => Promise<unknown>): Promise<object | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    ports.log.warn('retry', { operation: error.operation, wait: error.retryAfter });
    return retryLater(error);
  }
}
