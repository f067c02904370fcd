import { epochDayOf, type EpochDay, type Weekday } from '../../core/time/local-date';
import type { JcalProperty } from './jcal';

/** A weekday, or the n-th one of its month or year, from the end where n is negative. */
export type RuleWeekday = { readonly weekday: Weekday; readonly nth: number | undefined };

/** A recurrence rule (RFC 5545 §3.3.10) as far as days go. */
export type RecurrenceRule = {
  readonly every: 'day' | 'week' | 'month' | 'year';
  readonly interval: number;
  readonly count: number | undefined;
  readonly until: EpochDay | undefined;
  readonly weekStart: Weekday;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weekdays: readonly RuleWeekday[];
  readonly positions: readonly number[];
};

const EVERY: Readonly<Record<string, RecurrenceRule['every']>> = {
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};
const WEEKDAYS: Readonly<Record<string, Weekday>> = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 };

/** All that is understood; week numbers, parts of a day and other calendars (RSCALE) are not. */
const KNOWN_PARTS = [
  'freq',
  'interval',
  'count',
  'until',
  'wkst',
  'bymonth',
  'bymonthday',
  'byyearday',
  'byday',
  'bysetpos',
];

/** The rule of an RRULE property, or undefined where it asks for more than days can tell. */
export function readRule({ values: [value] }: JcalProperty): RecurrenceRule | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const parts: Readonly<Record<string, unknown>> = { ...value };
  if (Object.keys(parts).some((part) => !KNOWN_PARTS.includes(part))) return undefined;
  const every = typeof parts['freq'] === 'string' ? EVERY[parts['freq']] : undefined;
  const weekdays = listOf(parts['byday']).map(readWeekday);
  const numbers = (part: string): readonly number[] => listOf(parts[part]).map(Number);
  const rule = {
    interval: Number(parts['interval'] ?? 1),
    count: parts['count'] === undefined ? undefined : Number(parts['count']),
    until: readUntil(parts['until']),
    // ical.js counts from Sunday, which is 1.
    weekStart: (parts['wkst'] === undefined ? 1 : ((Number(parts['wkst']) + 5) % 7) + 1) as Weekday,
    months: numbers('bymonth'),
    monthDays: numbers('bymonthday'),
    yearDays: numbers('byyearday'),
    positions: numbers('bysetpos'),
  };
  const whole = [
    ...rule.months,
    ...rule.monthDays,
    ...rule.yearDays,
    ...rule.positions,
    rule.interval,
    rule.count ?? 1,
  ];
  const isReadable = whole.every(Number.isInteger) && rule.interval >= 1 && rule.until !== 'unreadable';
  if (every === undefined || !isReadable || weekdays.includes(undefined)) return undefined;
  const days = weekdays.filter((day) => day !== undefined);
  // "The second Monday" has a meaning in a month or a year alone.
  if ((every === 'day' || every === 'week') && days.some(({ nth }) => nth !== undefined)) return undefined;
  return { every, ...rule, until: rule.until === 'unreadable' ? undefined : rule.until, weekdays: days };
}

function readWeekday(text: unknown): RuleWeekday | undefined {
  const [, nth, name = ''] = /^([+-]?\d+)?(\w\w)$/.exec(String(text)) ?? [];
  const weekday = WEEKDAYS[name];
  return weekday === undefined ? undefined : { weekday, nth: nth === undefined ? undefined : Number(nth) };
}

function readUntil(until: unknown): EpochDay | undefined | 'unreadable' {
  if (until === undefined) return undefined;
  return (typeof until === 'string' ? epochDayOf(until.slice(0, 10)) : undefined) ?? 'unreadable';
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
