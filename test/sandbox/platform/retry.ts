import { isObject } from './json';
import type { FunctionFault } from './function-error';

/** What a function asked for by returning an InvocationError of @forge/events. */
export interface RetryRequest {
  afterSeconds: number;
  reason: string;
  data: unknown;
}

export interface RetryContext {
  retryCount: number;
  retryReason: string;
  retryData: unknown;
  retentionWindow: { startTime: string; remainingTimeMs: number };
}

const LONGEST_RETRY_SECONDS = 900;
const MOST_RETRY_DATA_BYTES = 4 * 1024;

/** An app may ask for at most so many retries of one event (forge-facts §4). */
export const MOST_APP_RETRIES = 4;
/** For how long the platform keeps an event that it cannot deliver (forge-facts §5); 72 h more for its own errors. */
export const RETENTION_MILLIS = 24 * 3_600_000;

/** The retry that a function's value asks for, null where it asks for none; `refused` where its data is above 4 KB. */
export function readRetry(value: unknown): RetryRequest | null | 'refused' {
  if (!isObject(value) || value['_retry'] !== true) return null;
  const options = isObject(value['retryOptions']) ? value['retryOptions'] : {};
  const data = options['retryData'];
  if (data !== undefined && Buffer.byteLength(JSON.stringify(data)) > MOST_RETRY_DATA_BYTES) return 'refused';
  const asked = typeof options['retryAfter'] === 'number' ? options['retryAfter'] : 1;
  const reason = options['retryReason'];
  return {
    afterSeconds: Math.min(Math.max(asked, 1), LONGEST_RETRY_SECONDS),
    reason: typeof reason === 'string' ? reason : 'FUNCTION_RETRY_REQUEST',
    data,
  };
}

/** Seconds the platform waits before its own retry after so many failed attempts: doubling, to 15 minutes. */
export function backoffSeconds(attempts: number): number {
  return Math.min(2 ** attempts, LONGEST_RETRY_SECONDS);
}

/** The reason the platform gives for its own retry; for a thrown error the codes of @forge/events name none closer. */
export function platformRetryReason(fault: FunctionFault): string {
  return fault === 'timed-out' ? 'FUNCTION_TIME_OUT' : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
}
