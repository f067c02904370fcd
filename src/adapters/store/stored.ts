import * as v from 'valibot';
import { NewerDataError } from '../../services/ports';
import { noteFailure } from '../diary';

/**
 * The version of the shapes that this release stores. A record says its version as `schemaVersion`, of its own or of its
 * `data`; one that says none is of the first, and shapes that were only added to since then are read as they are. A release
 * whose records an older one would misread raises it, and adds a fixture of what it leaves behind (test/fixtures/stored).
 */
export const SCHEMA_VERSION = 1;

/**
 * Reads a stored record. One that a newer release wrote (the app was rolled back) is refused, so that nothing of it that this
 * release does not know of is ever written over. Errors: NewerDataError.
 */
export function readStored<T extends v.GenericSchema>(operation: string, shape: T, value: unknown): v.InferOutput<T> {
  if (versionOf(value) > SCHEMA_VERSION) throw new NewerDataError(operation);
  return v.parse(shape, value);
}

/** As readStored for one of many in a listing: null for what cannot be read, so that it stops no other. It is noted. */
export function readListed<T extends v.GenericSchema>(shape: T, value: unknown): v.InferOutput<T> | null {
  const parsed = versionOf(value) > SCHEMA_VERSION ? null : v.safeParse(shape, value);
  if (parsed?.success === true) return parsed.output;
  noteFailure(parsed === null ? 'newer-data' : 'unreadable-record');
  return null;
}

/** Refuses to write over a record that a newer release wrote. Errors: NewerDataError. */
export function refuseNewer(operation: string, present: unknown): void {
  if (versionOf(present) > SCHEMA_VERSION) throw new NewerDataError(operation);
}

const marked = v.object({ schemaVersion: v.number() });
const markedData = v.object({ data: marked });

function versionOf(value: unknown): number {
  const own = v.safeParse(marked, value);
  if (own.success) return own.output.schemaVersion;
  const data = v.safeParse(markedData, value);
  return data.success ? data.output.data.schemaVersion : 1;
}
