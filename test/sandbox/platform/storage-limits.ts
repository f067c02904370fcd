import { isObject } from './json';
import { StorageError } from './storage-errors';

/** Limits of Forge's key-value and entity stores (forge-facts §6). */
export const MOST_TRANSACTION_ITEMS = 25;
export const MOST_BATCH_ITEMS = 25;
export const MOST_REQUEST_BYTES = 4 * 1024 * 1024;
export const MOST_PAGE_ROWS = 100;
export const DEFAULT_PAGE_ROWS = 10;
export const MOST_CONDITIONS = 100;
const MOST_VALUE_BYTES = 240 * 1024;
const MOST_DEPTH = 31;
const MOST_KEY_LENGTH = 500;
const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

/** The key, where Forge would take it; throws a StorageError where not. */
export function checkedKey(key: unknown): string {
  if (typeof key !== 'string' || key === '') throw new StorageError('EMPTY_KEY', 'A key is a non-empty string.');
  if (key.length > MOST_KEY_LENGTH) throw new StorageError('KEY_TOO_LONG', 'A key has at most 500 characters.');
  if (!KEY_PATTERN.test(key)) throw new StorageError('INVALID_KEY', `The key "${key}" has characters Forge refuses.`);
  return key;
}

/** Throws a StorageError where a value is absent, larger than 240 KiB as JSON, or nested deeper than 31 levels. */
export function checkValue(value: unknown): void {
  if (value === undefined) throw new StorageError('INVALID_ENTITY_VALUE', 'A value is needed.');
  if (byteSize(value) > MOST_VALUE_BYTES) throw new StorageError('MAX_SIZE', 'A value has at most 240 KiB.');
  if (depth(value) > MOST_DEPTH) throw new StorageError('MAX_DEPTH', 'A value is nested at most 31 levels deep.');
}

/** Bytes of a value as UTF-8 JSON, which is what Forge counts. */
export function byteSize(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}

function depth(value: unknown): number {
  const children = Array.isArray(value) ? (value as unknown[]) : isObject(value) ? Object.values(value) : null;
  return children === null ? 0 : 1 + Math.max(0, ...children.map(depth));
}
