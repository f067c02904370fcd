import type { Duration } from './duration';

/** Why a text is no duration. */
export type DurationProblemCode =
  | 'empty'
  | 'unreadable'
  /** Days beside hours or minutes, or one unit twice: a day's length is the calendar's, so their sum is none. */
  | 'mixed-units'
  /** Zero: a promise takes some time. */
  | 'not-positive'
  /** A part of a minute or of a business day. */
  | 'not-whole'
  /** More than ten years. */
  | 'too-long';

/** A duration, and whether the text says that it counts around the clock: `4hr (24x7)`. */
export type ParsedDuration =
  | { readonly ok: true; readonly duration: Duration; readonly aroundTheClock: boolean }
  | { readonly ok: false; readonly code: DurationProblemCode };

type Unit = Duration['unit'];

const UNIT_WORDS: Readonly<Record<Unit, RegExp>> = {
  minutes: /^(m|mins?|minutes?)$/,
  hours: /^(h|hrs?|hours?|heures?)$/,
  days: /^(d|days?|j|jrs?|jours?)$/,
  'business-days': /^(bd|business days?|jours? ouvrables?)$/,
};
const UNITS: readonly Unit[] = ['minutes', 'hours', 'days', 'business-days'];

const AROUND_THE_CLOCK = /\s*\(\s*24\s*(x|\/|h\s*\/)\s*(7|24)\s*\)$/;
const HOURS_AND_MINUTES = /^(\d+)\s*h\s*([0-5]\d)$/;
const PART = /^(\d+(?:[.,]\d+)?)\s*([a-z]+(?: (?:days?|ouvrables?))?)\s*/;

const MOST_MINUTES = 10 * 366 * 1440;
const MOST_DAYS = 10 * 366;

/**
 * Reads a duration as policies and people write it, in English and French (rules.md §2): `30m`, `30min`, `1hr`, `8 h`,
 * `1h 30m`, `1h30`, `1.5h`, `1,5 h`, `2d`, `2j`, `2 jours`, `2bd`, `2 jours ouvrables`, `4hr (24x7)`. Sixty minutes and
 * one hour give the same duration.
 *
 * @example
 * parseDuration('1h30') // => { ok: true, duration: { unit: 'minutes', amount: 90 }, aroundTheClock: false }
 * parseDuration('4hr (24x7)') // => { ok: true, duration: { unit: 'hours', amount: 4 }, aroundTheClock: true }
 * parseDuration('1d 4h') // => { ok: false, code: 'mixed-units' }
 */
export function parseDuration(text: string): ParsedDuration {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  if (plain === '') return { ok: false, code: 'empty' };
  const counted = plain.replace(AROUND_THE_CLOCK, '');
  const parts = readParts(counted.replace(HOURS_AND_MINUTES, '$1h $2m'));
  if (!parts) return { ok: false, code: 'unreadable' };
  const duration = durationOf(parts);
  return typeof duration === 'string'
    ? { ok: false, code: duration }
    : { ok: true, duration, aroundTheClock: counted !== plain };
}

function readParts(text: string): ReadonlyMap<Unit, readonly number[]> | undefined {
  const parts = new Map<Unit, readonly number[]>();
  let rest = text;
  do {
    const [whole, amount, word] = PART.exec(rest) ?? [];
    if (whole === undefined || amount === undefined || word === undefined) return undefined;
    const unit = UNITS.find((candidate) => UNIT_WORDS[candidate].test(word));
    if (!unit) return undefined;
    parts.set(unit, [...(parts.get(unit) ?? []), Number(amount.replace(',', '.'))]);
    rest = rest.slice(whole.length);
  } while (rest !== '');
  return parts;
}

function durationOf(parts: ReadonlyMap<Unit, readonly number[]>): Duration | DurationProblemCode {
  if ([...parts.values()].some((amounts) => amounts.length > 1)) return 'mixed-units';
  const days = parts.get('days')?.[0];
  const businessDays = parts.get('business-days')?.[0];
  if ((days ?? businessDays) !== undefined) {
    if (parts.size > 1) return 'mixed-units';
    if (days !== undefined) return checked({ unit: 'days', amount: days }, MOST_DAYS);
    return checked({ unit: 'business-days', amount: businessDays ?? 0 }, MOST_DAYS);
  }
  // In whole minutes: 1.1 h would otherwise be 66.00000000000001.
  const exact = (parts.get('hours')?.[0] ?? 0) * 60 + (parts.get('minutes')?.[0] ?? 0);
  const minutes = Math.round(exact);
  if (Math.abs(exact - minutes) > 1e-6) return 'not-whole';
  if (minutes > MOST_MINUTES) return 'too-long';
  return minutes % 60 === 0
    ? checked({ unit: 'hours', amount: minutes / 60 }, MOST_MINUTES)
    : checked({ unit: 'minutes', amount: minutes }, MOST_MINUTES);
}

function checked(duration: Duration, most: number): Duration | DurationProblemCode {
  if (duration.amount === 0) return 'not-positive';
  if (duration.amount > most) return 'too-long';
  if (duration.unit === 'business-days' && !Number.isInteger(duration.amount)) return 'not-whole';
  return duration;
}
