import { InvocationError, InvocationErrorCode } from '@forge/events';
import { SECOND } from '../core/time/instant';
import type { BusyError } from '../services/ports';

/** Forge accepts no longer wait than this (seconds). */
const LONGEST_RETRY = 900;

/** Forge runs an event again so many times at most when the app asks for it (forge docs, events-reference). */
export const MOST_RETRIES = 4;

/** Of a long wait, so that all that waited for one quota does not come back in one second. */
const SPREAD = 0.05;

/**
 * What a function returns to be run again after the wait that Jira or the store asked for, or a little later, never sooner.
 * A longer wait than Forge accepts is asked for again when this one is over.
 */
export function retryLater({ retryAfter }: Pick<BusyError, 'retryAfter'>): InvocationError {
  const spread = retryAfter * (1 + SPREAD * Math.random());
  const seconds = Math.min(LONGEST_RETRY, Math.max(1, Math.ceil(spread / SECOND)));
  return new InvocationError({ retryAfter: seconds, retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED });
}
