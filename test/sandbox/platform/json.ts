/** Reading of untyped JSON and YAML: each function refuses what is not of its kind, naming the place. */

export type JsonObject = Record<string, unknown>;

/** True for a plain object: neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; throws where it is none, naming `place`. */
export function objectAt(value: unknown, place: string): JsonObject {
  if (!isObject(value)) throw new Error(`${place} must be an object.`);
  return value;
}

/** The value as a non-empty string; throws where it is none, naming `place`. */
export function stringAt(value: unknown, place: string): string {
  if (typeof value !== 'string' || value === '') throw new Error(`${place} must be a string.`);
  return value;
}

/** The value as a list, an absent one as an empty list; throws where it is anything else, naming `place`. */
export function listAt(value: unknown, place: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Error(`${place} must be a list.`);
  return value as readonly unknown[];
}

/** The value as a list of strings, an absent one as an empty list; throws where it is anything else. */
export function stringsAt(value: unknown, place: string): string[] {
  return listAt(value, place).map((item, index) => stringAt(item, `${place}[${index}]`));
}

/** The value as a finite number, or null where it is absent; throws where it is anything else. */
export function numberOrNullAt(value: unknown, place: string): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`${place} must be a number.`);
  return value;
}

/** A deep copy by way of JSON, as the cloud's wire makes one. */
export function jsonCopy<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}
