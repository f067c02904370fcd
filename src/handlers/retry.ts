import { InvocationError, InvocationErrorCode } from '@forge/events';
import { SECOND } from '../core/time/instant';
import { BusyError } from '../services/ports';
import { ports } from './deps';

/** Forge accepts no longer wait than this (seconds). */
const LONGEST_RETRY = 900;

/**
 * Runs an event's work. What waiting may cure goes back to the platform with the wait that Jira asked for; the platform
 * tries again, four times at most, and the daily reconciliation finds what still failed. Anything else is thrown on.
 */
export async function orRetry(work: () => Promise<unknown>): Promise<InvocationError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    const retryAfter = Math.min(LONGEST_RETRY, Math.max(1, Math.ceil(error.retryAfter / SECOND)));
    ports.log.warn('retry', { operation: error.operation, retryAfter });
    return new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED });
  }
}
