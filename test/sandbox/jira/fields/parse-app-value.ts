/** Values of the app's own fields, checked by the type that the manifest declares. Null clears any of them. */
import { isRecord } from '../http/call';
import type { FieldKind, Json, JsonObject } from '../model';
import type { Site } from '../site';
import type { Parsed } from './parse';

type AppKind = Extract<FieldKind, `app-${string}`>;

const accept = (value: Json): Parsed => ({ ok: true, value });
const reject = (error: string): Parsed => ({ ok: false, error });

const MAX_TEXT = 32_767;
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A datetime is stored as its instant, every other kind as it came. */
export function parseAppValue(site: Site, kind: AppKind, input: unknown): Parsed {
  if (input === null) return accept(null);
  switch (kind) {
    case 'app-string':
      if (typeof input !== 'string') return reject('Field value must be a string');
      return input.length > MAX_TEXT
        ? reject(`The entered text is too long. It exceeds the allowed limit of ${MAX_TEXT} characters.`)
        : accept(input);
    case 'app-number':
      return typeof input === 'number' && Number.isFinite(input)
        ? accept(input)
        : reject('Field value must be a number');
    case 'app-date':
      return typeof input === 'string' && isDay(input)
        ? accept(input)
        : reject('Field value must be a date in the format yyyy-MM-dd');
    case 'app-datetime': {
      const instant = typeof input === 'string' ? instantOf(input) : null;
      return instant === null
        ? reject('Field value must be a date time in the ISO 8601 format with an offset')
        : accept(instant);
    }
    case 'app-object':
      return isRecord(input) ? accept(input as JsonObject) : reject('Field value must be an object');
    case 'app-user': {
      const id = isRecord(input) ? input['accountId'] : input;
      return typeof id === 'string' && site.state.users[id] !== undefined
        ? accept(id)
        : reject('Field value must be a user');
    }
    case 'app-group': {
      const name = isRecord(input) ? input['name'] : input;
      return typeof name === 'string' ? accept(name) : reject('Field value must be a group');
    }
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** The instant of an ISO text with an offset (`Z`, `+01:00` or `+0100`), or null. */
export function instantOf(text: string): number | null {
  if (!ISO_INSTANT.test(text)) return null;
  const instant = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(instant) ? null : instant;
}
