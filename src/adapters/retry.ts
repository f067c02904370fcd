import { InvocationError, InvocationErrorCode } from '@forge/events';
import { SECOND } from '../core/time/instant';
import type { BusyError } from '../services/ports';

/** Forge accepts no longer wait than this (seconds). */
const LONGEST_RETRY = 900;

/** What a function returns to be run again after the wait that Jira or the store asked for. */
export function retryLater({ retryAfter }: BusyError): InvocationError {
  const seconds = Math.min(LONGEST_RETRY, Math.max(1, Math.ceil(retryAfter / SECOND)));
  return new InvocationError({ retryAfter: seconds, retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED });
}
