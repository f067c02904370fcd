import type { Instant } from '../seam';
import { isObject } from './json';
import { StorageError } from './storage-errors';

export interface SetOptions {
  failIfExists: boolean;
  returned: 'PREVIOUS' | 'LATEST' | null;
  expiresAt: Instant | null;
}

const UNIT_MILLIS: Readonly<Record<string, number>> = {
  SECONDS: 1_000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
};
const LONGEST_TTL_MILLIS = 366 * 86_400_000;

/** Options of a `set`; throws a StorageError on an unknown policy or a time to live that is not above 0 and up to a year. */
export function readSetOptions(value: unknown, now: Instant): SetOptions {
  const options = isObject(value) ? value : {};
  const { keyPolicy, returnValue, ttl } = options;
  if (keyPolicy !== undefined && keyPolicy !== 'OVERRIDE' && keyPolicy !== 'FAIL_IF_EXISTS') {
    throw new StorageError('INVALID_OPTIONS', 'keyPolicy is OVERRIDE or FAIL_IF_EXISTS.');
  }
  if (returnValue !== undefined && returnValue !== 'PREVIOUS' && returnValue !== 'LATEST') {
    throw new StorageError('INVALID_OPTIONS', 'returnValue is PREVIOUS or LATEST.');
  }
  return {
    failIfExists: keyPolicy === 'FAIL_IF_EXISTS',
    returned: returnValue ?? null,
    expiresAt: ttl === undefined ? null : now + ttlMillis(ttl),
  };
}

function ttlMillis(ttl: unknown): number {
  const { value, unit } = isObject(ttl) ? ttl : {};
  const unitMillis = typeof unit === 'string' ? UNIT_MILLIS[unit] : undefined;
  const millis = typeof value === 'number' && unitMillis !== undefined ? value * unitMillis : Number.NaN;
  if (!(millis > 0 && millis <= LONGEST_TTL_MILLIS)) {
    throw new StorageError('INVALID_OPTIONS', 'A time to live is above 0 and at most a year.');
  }
  return millis;
}
