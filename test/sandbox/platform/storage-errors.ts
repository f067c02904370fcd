/**
 * The error codes of Forge's storage, as its error-handling pages list them (EMPTY_KEY, KEY_TOO_LONG, INVALID_KEY,
 * MAX_SIZE, MAX_DEPTH, RATE_LIMIT_EXCEEDED) and as the SDK itself names them (KEY_NOT_FOUND). KEY_CONFLICT with status
 * 409 for a key that exists was reported by one developer who tried it; the other codes are not confirmed by any source
 * (local-site.md, "Not verified"), so an app should look at the status rather than at them.
 */
export type StorageErrorCode =
  | 'KEY_NOT_FOUND'
  | 'KEY_CONFLICT'
  | 'EMPTY_KEY'
  | 'KEY_TOO_LONG'
  | 'INVALID_KEY'
  | 'MAX_SIZE'
  | 'MAX_DEPTH'
  | 'RATE_LIMIT_EXCEEDED'
  | 'ENTITY_NOT_FOUND'
  | 'INDEX_NOT_FOUND'
  | 'INVALID_ENTITY_VALUE'
  | 'INVALID_QUERY'
  | 'INVALID_CURSOR'
  | 'INVALID_OPTIONS'
  | 'INVALID_TRANSACTION'
  | 'INVALID_BATCH'
  | 'CONDITION_CHECK_FAILED'
  | 'UNKNOWN_ROUTE';

const STATUS: Partial<Record<StorageErrorCode, number>> = {
  KEY_NOT_FOUND: 404,
  KEY_CONFLICT: 409,
  CONDITION_CHECK_FAILED: 409,
  RATE_LIMIT_EXCEEDED: 429,
};

/** A refusal of the store; the gateway answers it as `{code, message}` with the status. */
export class StorageError extends Error {
  readonly status: number;

  constructor(
    readonly code: StorageErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'StorageError';
    this.status = STATUS[code] ?? 400;
  }
}
