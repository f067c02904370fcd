import type { Holiday } from './calendar';
import type { LocalDate } from './local-date';

// What the tables of the world's holidays, and calendar files, are asked and answer. Types alone: the tables are an adapter's.

/** A country or region whose holidays are known, named in both languages. */
export type HolidayPlace = { readonly code: string; readonly name: { readonly en: string; readonly fr: string } };

/** A public holiday by its local date, with its name in both languages. */
export type PublicHoliday = Required<Holiday> & {
  /** The day off given for a holiday that falls on a day without work. */
  readonly isSubstitute: boolean;
};

/** A public holiday that begins during the day (`12:00`): no day off, an admin may want an exception. */
export type PartHoliday = Required<Holiday> & { readonly from: string };

export type HolidayQuestion = {
  /** ISO 3166 code of the country. */
  readonly country: string;
  /** A code listed for the country, or null for what the whole country has. */
  readonly region: string | null;
  readonly years: readonly number[];
};

export type HolidayAnswer =
  | { readonly ok: true; readonly holidays: readonly PublicHoliday[]; readonly partDays: readonly PartHoliday[] }
  | { readonly ok: false; readonly code: 'unknown-country' | 'unknown-region' | 'bad-year' };

/** Why an entry of a calendar file gave no holiday. */
export type SkippedReason =
  | 'unreadable'
  /** A task, a journal entry, busy time …: only events close days. */
  | 'not-an-event'
  | 'no-start'
  | 'bad-date'
  /** A zone that is neither IANA's nor described in the file. */
  | 'unknown-zone'
  /** It ends before it starts, or at once. */
  | 'no-length'
  /** More than a year at a time. */
  | 'too-long'
  | 'cancelled'
  /** It covers no day from midnight to midnight in the calendar's zone. */
  | 'part-of-a-day'
  /** A recurrence by week numbers, parts of a day, dates listed one by one as periods, or another calendar. */
  | 'unsupported-rule'
  | 'outside-range';

export type SkippedEntry = { readonly name: string; readonly reason: SkippedReason };

export type IcsQuestion = {
  /** The calendar's zone: whose days are closed. */
  readonly timeZone: string;
  /** The first and the last day wanted. */
  readonly from: LocalDate;
  readonly to: LocalDate;
};

export type IcsAnswer =
  | { readonly ok: true; readonly holidays: readonly Holiday[]; readonly skipped: readonly SkippedEntry[] }
  | { readonly ok: false; readonly code: 'not-a-calendar' | 'too-large' | 'bad-range' };
