/**
 * Instants, lengths and figures as people read them, in both languages, on the server and in the browser. Pure: the
 * reader and the present instant are arguments. Inside a figure spaces never break (U+00A0): `3:25 PM`, `1 h 13`, `90 %`.
 */
import type { EpochMillis, Millis } from '../core/time/instant';
import type { Language } from '../core/policy/text';
import { decimalsOf, type Money } from '../core/proposal/money';
import type { Duration } from '../core/time/duration';
import { DAY, HOUR, MINUTE, SECOND } from '../core/time/instant';
import type { Reader } from './reader';

/** No-break space. */
export const NBSP = '\u00A0';

/** How a language writes days of the policy; hours and minutes are the same in both. */
const DAY_UNITS = {
  en: { day: 'd', businessDay: ['business day', 'business days'] },
  fr: { day: 'j', businessDay: ['jour ouvrable', 'jours ouvrables'] },
} as const;

/** The preposition of a time of day. */
const AT = { en: `at${NBSP}`, fr: `à${NBSP}` } as const;

/** Days either side of today that a weekday alone names without doubt. */
const WEEKDAY_REACH = 6;

export interface Formatter {
  readonly reader: Reader;
  /** The time of day: `3:25 PM`, `15 h 25`. */
  time(at: EpochMillis): string;
  /** With the day's nearest name: `today 3:25 PM`, `Tue 2:42 PM`, `Mar 10, 2:42 PM`, and the year when it is another. */
  instant(at: EpochMillis, now: EpochMillis): string;
  /** As `instant`, but today needs no word: `3:25 PM`, `Tue 2:42 PM`. */
  shortInstant(at: EpochMillis, now: EpochMillis): string;
  /** As `shortInstant`, today with its preposition: `at 3:25 PM`, `à 15 h 25`, `Tue 2:42 PM`. */
  atInstant(at: EpochMillis, now: EpochMillis): string;
  /** With the weekday, or the date where the weekday is not enough, and never a relative word: `Tue 2:42 PM`. */
  ledgerInstant(at: EpochMillis, now: EpochMillis): string;
  /** Weekday and date: `Tue, Mar 10`, `mar. 10 mars`. */
  day(at: EpochMillis): string;
  /** A calendar date `YYYY-MM-DD`, without a zone: `Jan 1, 2026`, `1 janv. 2026`. */
  date(localDate: string): string;
  /** Whole minutes, from an hour on with hours: `32 min`, `1 h 13`; under a minute in seconds: `45 s`. */
  length(length: Millis, rounding?: 'down' | 'up'): string;
  /** A target as the policy promises it: `2 d`, `2 j`, `8 h`, `30 min`. */
  duration(duration: Duration): string;
  /** A share of 1: `90 %`. */
  percent(share: number): string;
  number(value: number): string;
  /** An amount: `$1,250.00`, `1 250,00 $`; with `beyond` more digits than the currency has, for what is not rounded yet. */
  money(money: Money, beyond?: number): string;
  /** The zone's name for the reader (`Eastern Time`, `heure de l’Est`), or null where its clocks show the reader's time. */
  otherZone(timeZone: string, at: EpochMillis): string | null;
}

/** A formatter for one reader; keeps the Intl objects it makes. */
export function createFormatter(reader: Reader): Formatter {
  const formats = new Map<string, Intl.DateTimeFormat>();
  const formatOf = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const key = JSON.stringify(options);
    const known = formats.get(key);
    if (known !== undefined) return known;
    const made = new Intl.DateTimeFormat(reader.intlLocale, { timeZone: reader.timeZone, ...options });
    formats.set(key, made);
    return made;
  };
  const numbers = new Intl.NumberFormat(reader.intlLocale, { maximumFractionDigits: 1 });
  const relative = new Intl.RelativeTimeFormat(reader.intlLocale, { numeric: 'auto' });
  const ordinal = (date: string): string => (reader.language === 'fr' ? date.replace(/(^|\s)1(?=\s)/, '$11er') : date);

  // Intl pads the hours of Canadian French (`08 h 30`), which its writers do not.
  const time = (at: EpochMillis): string =>
    unbroken(formatOf({ timeStyle: 'short' }).format(at)).replace(/^0(?=\d\u00A0h)/, '');
  const dated = (at: EpochMillis, now: EpochMillis): string => {
    const sameYear = formatOf({ year: 'numeric' }).format(at) === formatOf({ year: 'numeric' }).format(now);
    const date = formatOf({ month: 'short', day: 'numeric', ...(sameYear ? {} : { year: 'numeric' }) }).format(at);
    return `${ordinal(unbroken(date))}, ${time(at)}`;
  };
  const weekday = (at: EpochMillis): string => `${formatOf({ weekday: 'short' }).format(at)}${NBSP}${time(at)}`;
  const distance = (at: EpochMillis, now: EpochMillis): number =>
    Math.round((dayNumber(at, reader.timeZone) - dayNumber(now, reader.timeZone)) / DAY);
  const ledgerInstant = (at: EpochMillis, now: EpochMillis): string =>
    Math.abs(distance(at, now)) <= WEEKDAY_REACH ? weekday(at) : dated(at, now);

  return {
    reader,
    time,
    instant: (at, now) => {
      const days = distance(at, now);
      if (Math.abs(days) > 1) return ledgerInstant(at, now);
      return `${relative.format(days, 'day')} ${reader.language === 'fr' ? AT.fr : ''}${time(at)}`;
    },
    shortInstant: (at, now) => (distance(at, now) === 0 ? time(at) : ledgerInstant(at, now)),
    atInstant: (at, now) => (distance(at, now) === 0 ? `${AT[reader.language]}${time(at)}` : ledgerInstant(at, now)),
    ledgerInstant,
    day: (at) => ordinal(formatOf({ weekday: 'short', month: 'short', day: 'numeric' }).format(at)),
    date: (localDate) =>
      ordinal(
        unbroken(
          formatOf({ year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
            Date.parse(`${localDate}T00:00:00Z`),
          ),
        ),
      ),
    length: lengthText,
    duration: (duration) => durationText(duration, reader.language),
    percent: (share) => `${numbers.format(Math.round(share * 1000) / 10)}${NBSP}%`,
    number: (value) => unbroken(numbers.format(value)),
    money: (money, beyond) => unbroken(moneyText(money, reader.intlLocale, beyond)),
    otherZone: (timeZone, at) => (sameClocks(timeZone, reader.timeZone, at) ? null : zoneName(reader, timeZone, at)),
  };
}

/**
 * A length in whole minutes, from an hour on with hours: `32 min`, `1 h 13`, `4 h 05`; under a minute in whole seconds.
 * `up` is for what is left (its last second is still a second), `down` for what is used or late. The sign is dropped.
 */
export function lengthText(length: Millis, rounding: 'down' | 'up' = 'down'): string {
  const round = rounding === 'up' ? Math.ceil : Math.floor;
  const positive = Math.abs(length);
  const seconds = round(positive / SECOND);
  if (seconds > 0 && seconds < 60) return `${String(seconds)}${NBSP}s`;
  const minutes = round(positive / MINUTE);
  if (minutes < HOUR / MINUTE) return `${String(minutes)}${NBSP}min`;
  const hours = Math.floor(minutes / 60);
  return `${String(hours)}${NBSP}h${NBSP}${String(minutes % 60).padStart(2, '0')}`;
}

/** A target as the policy promises it: `2 d` (French `2 j`), `8 h`, `1 h 30`, `30 min`, `2 business days`. */
export function durationText({ unit, amount }: Duration, language: Language): string {
  const { day, businessDay } = DAY_UNITS[language];
  switch (unit) {
    case 'minutes':
      return hoursText(amount);
    case 'hours':
      return hoursText(amount * 60);
    case 'days':
      return `${amountText(amount, language)}${NBSP}${day}`;
    case 'business-days':
      return `${amountText(amount, language)}${NBSP}${businessDay[amount < 2 ? 0 : 1]}`;
  }
}

/**
 * Parts of a whole, cut to whole minutes so that they still add up to the whole cut to minutes: each is cut down, and the
 * minutes left over go to the parts that lost most, earlier ones first.
 *
 * @param parts lengths, none negative
 * @returns the parts in milliseconds, each a whole number of minutes
 * @example wholeMinutes([90_000, 90_000]) // [120_000, 60_000]: 3 min in all
 */
export function wholeMinutes(parts: readonly Millis[]): Millis[] {
  const cut = parts.map((part) => Math.floor(part / MINUTE));
  const whole = Math.floor(parts.reduce((sum, part) => sum + part, 0) / MINUTE);
  const spare = whole - cut.reduce((sum, minutes) => sum + minutes, 0);
  const byLoss = parts
    .map((part, index) => ({ index, loss: part % MINUTE }))
    .sort((a, b) => b.loss - a.loss || a.index - b.index)
    .slice(0, spare);
  const raised = new Set(byLoss.map(({ index }) => index));
  return cut.map((minutes, index) => (minutes + (raised.has(index) ? 1 : 0)) * MINUTE);
}

function moneyText({ cents, currency }: Money, intlLocale: string, beyond = 0): string {
  const decimals = decimalsOf(currency);
  const format = new Intl.NumberFormat(intlLocale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals + beyond,
  });
  return format.format(cents / 10 ** decimals);
}

/** Minutes as a promise writes them: whole hours carry no minutes. */
function hoursText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  if (hours === 0) return `${String(rest)}${NBSP}min`;
  return rest === 0 ? `${String(hours)}${NBSP}h` : `${String(hours)}${NBSP}h${NBSP}${String(rest).padStart(2, '0')}`;
}

function amountText(amount: number, language: Language): string {
  return language === 'fr' ? String(amount).replace('.', ',') : String(amount);
}

/** Midnight UTC of the calendar date that the instant has in the zone: the difference of two is a number of days. */
function dayNumber(at: EpochMillis, timeZone: string): EpochMillis {
  const [year = 0, month = 1, day = 1] = wallClock(at, timeZone);
  return Date.UTC(year, month - 1, day);
}

function sameClocks(a: string, b: string, at: EpochMillis): boolean {
  return wallClock(at, a).join() === wallClock(at, b).join();
}

function wallClock(at: EpochMillis, timeZone: string): number[] {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at);
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return ['year', 'month', 'day', 'hour', 'minute'].map(value);
}

function zoneName(reader: Reader, timeZone: string, at: EpochMillis): string {
  const parts = new Intl.DateTimeFormat(reader.intlLocale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** Intl puts plain and narrow spaces into times and numbers; a figure must not break across lines. */
export function unbroken(text: string): string {
  return text.replace(/[\s\u202F]/g, NBSP);
}
