import { DAY } from '../../core/time/instant';
import { weekdayOf, type EpochDay, type Weekday } from '../../core/time/local-date';
import type { RecurrenceRule, RuleWeekday } from './recurrence-rule';

// ical.js has an iterator of its own. It is not used: it never returns for some rules that never fall (every day that is
// 30 February), and moves dates that do not exist. Here each period's days are tried against the rule, up to the last day
// asked for, so the work is bounded and a day that does not exist is never tried.

/** The days on which a rule that begins on `start` falls, up to and including `last`. */
export function recurrenceDays(rule: RecurrenceRule, start: EpochDay, last: EpochDay): readonly EpochDay[] {
  const end = Math.min(last, rule.until ?? last);
  const complete = withDefaults(rule, start);
  const found: EpochDay[] = [];
  for (let period = 0; ; period++) {
    const [first, next] = periodOf(complete, start, period * rule.interval);
    // Also where an interval leads beyond the dates there are, and the first day is no number.
    if (!(first <= end)) return found;
    const days = daysFrom(first, next).filter((day) => matches(complete, day));
    for (const day of atPositions(days, rule.positions)) {
      if (day < start) continue;
      if (day > end || found.length === rule.count) return found;
      found.push(day);
    }
  }
}

/** What a rule leaves out is as on its first day: the date of a yearly one, the day of a monthly one, of a weekly one. */
function withDefaults(rule: RecurrenceRule, start: EpochDay): RecurrenceRule {
  if (rule.yearDays.length > 0 || rule.monthDays.length > 0 || rule.weekdays.length > 0) return rule;
  const date = new Date(start * DAY);
  const monthDays = [date.getUTCDate()];
  switch (rule.every) {
    case 'year':
      return { ...rule, monthDays, months: rule.months.length > 0 ? rule.months : [date.getUTCMonth() + 1] };
    case 'month':
      return { ...rule, monthDays };
    case 'week':
      return { ...rule, weekdays: [{ weekday: weekdayOf(start), nth: undefined }] };
    case 'day':
      return rule;
  }
}

/** The first day of the n-th period from that of `start`, and of the period after it. */
function periodOf(rule: RecurrenceRule, start: EpochDay, n: number): readonly [EpochDay, EpochDay] {
  const date = new Date(start * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (rule.every) {
    case 'year':
      return [dayOf(year + n, 0, 1), dayOf(year + n + 1, 0, 1)];
    case 'month':
      return [dayOf(year, month + n, 1), dayOf(year, month + n + 1, 1)];
    case 'week': {
      const first = start - sinceWeekStart(start, rule.weekStart) + 7 * n;
      return [first, first + 7];
    }
    case 'day':
      return [start + n, start + n + 1];
  }
}

function matches(rule: RecurrenceRule, day: EpochDay): boolean {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const inMonth: Span = [dayOf(year, month, 1), dayOf(year, month + 1, 1)];
  const inYear: Span = [dayOf(year, 0, 1), dayOf(year + 1, 0, 1)];
  // The n-th weekday is of the month, unless the rule goes by the year and names no month.
  const counted = rule.every === 'year' && rule.months.length === 0 ? inYear : inMonth;
  return (
    (rule.months.length === 0 || rule.months.includes(month + 1)) &&
    (rule.monthDays.length === 0 || isNth(rule.monthDays, day, inMonth)) &&
    (rule.yearDays.length === 0 || isNth(rule.yearDays, day, inYear)) &&
    (rule.weekdays.length === 0 || rule.weekdays.some((weekday) => isOn(weekday, day, counted)))
  );
}

type Span = readonly [first: EpochDay, next: EpochDay];

/** Whether the day is one of the listed days of its span, counted from 1 or, negative, from the end. */
function isNth(listed: readonly number[], day: EpochDay, [first, next]: Span): boolean {
  return listed.includes(day - first + 1) || listed.includes(day - next);
}

function isOn({ weekday, nth }: RuleWeekday, day: EpochDay, [first, next]: Span): boolean {
  if (weekdayOf(day) !== weekday) return false;
  if (nth === undefined) return true;
  return nth > 0 ? Math.floor((day - first) / 7) + 1 === nth : Math.floor((next - 1 - day) / 7) + 1 === -nth;
}

/** The days at the listed positions among a period's days, in order; all of them where none is listed. */
function atPositions(days: readonly EpochDay[], positions: readonly number[]): readonly EpochDay[] {
  if (positions.length === 0) return days;
  return days.filter((_, i) => positions.includes(i + 1) || positions.includes(i - days.length));
}

function sinceWeekStart(day: EpochDay, weekStart: Weekday): number {
  return (weekdayOf(day) - weekStart + 7) % 7;
}

function daysFrom(first: EpochDay, next: EpochDay): readonly EpochDay[] {
  return Array.from({ length: next - first }, (_, i) => first + i);
}

/** Months may run past the year, as in Date.UTC. */
function dayOf(year: number, month: number, day: number): EpochDay {
  return Date.UTC(year, month, day) / DAY;
}
