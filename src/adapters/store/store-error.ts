import { ForgeKvsAPIError } from '@forge/kvs';
import { SECOND } from '../../core/time/instant';
import { BusyError } from '../../services/ports';

/**
 * What the store's refusals mean. Only a real site can confirm the codes for a key that exists under FAIL_IF_EXISTS and
 * for a condition that does not hold, so this file alone knows them; the status 409 counts as either.
 */
const CONFLICT_CODES = new Set([
  'KEY_CONFLICT',
  'KEY_ALREADY_EXISTS',
  'CONDITION_CHECK_FAILED',
  'CONDITIONAL_CHECK_FAILED',
]);

/** Runs a write that may lose a race. Errors: BusyError when the store asks to wait; anything else as it came. */
export async function unlessConflict(operation: string, write: () => Promise<void>): Promise<'done' | 'conflict'> {
  try {
    await storing(operation, write);
    return 'done';
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && isConflict(error)) return 'conflict';
    throw error;
  }
}

/** Runs any call to the store, its busy answers as BusyError. */
export async function storing<T>(operation: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ForgeKvsAPIError)) throw error;
    const { status } = error.responseDetails;
    if (status === 429 || (status >= 500 && !isConflict(error))) throw new BusyError(operation, 10 * SECOND);
    throw error;
  }
}

function isConflict(error: ForgeKvsAPIError): boolean {
  return error.responseDetails.status === 409 || CONFLICT_CODES.has(error.code);
}
