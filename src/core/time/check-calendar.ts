import { DAY_MINUTES, minutesOf, type MinuteSpan } from './open-hours';
import { epochDayOf } from './local-date';
import { isKnownZone } from './zone-name';

/** What can be wrong with a calendar (rules.md §3). */
export type CalendarProblemCode =
  | 'not-a-calendar'
  | 'unknown-zone'
  /** Weekly hours are not an object, or holidays or exceptions are no list of objects. */
  | 'bad-shape'
  /** A weekday other than 1 (Monday) to 7 (Sunday). */
  | 'bad-weekday'
  /** A day's hours are not a list of objects with a start and an end. */
  | 'bad-hours'
  /** A start that is no wall time from 00:00 to 23:59. */
  | 'bad-start'
  /** An end that is no wall time from 00:00 to 47:59. */
  | 'bad-end'
  /** An end that is not after its start. */
  | 'reversed-hours'
  /** An end 24 hours or more after its start, other than 00:00-24:00. */
  | 'too-long-hours'
  /** Two stretches of one day share time. */
  | 'overlapping-hours'
  /** Not a date of the calendar, or not written YYYY-MM-DD. */
  | 'bad-date'
  /** Two exceptions for one date: which hours hold cannot be told. */
  | 'repeated-exception';

/** A fault and its place in the calendar, as a path: `weeklyHours.1[0].start`, `exceptions[3].date`. */
export type CalendarProblem = { readonly code: CalendarProblemCode; readonly where: string };

/**
 * Everything wrong with what should be an SlaCalendar, in the order of its parts; empty when it can be compiled.
 * Holidays and exceptions may be absent. A calendar without open hours is no fault here: adding to it is refused.
 */
export function checkCalendar(calendar: unknown): readonly CalendarProblem[] {
  if (!isRecord(calendar)) return [{ code: 'not-a-calendar', where: '' }];
  const zone = calendar['timeZone'];
  const problems: CalendarProblem[] = [];
  if (typeof zone !== 'string' || !isKnownZone(zone)) problems.push({ code: 'unknown-zone', where: 'timeZone' });
  if ('always' in calendar) {
    if (calendar['always'] !== true) problems.push({ code: 'not-a-calendar', where: 'always' });
    return problems;
  }
  return [
    ...problems,
    ...checkWeek(calendar['weeklyHours']),
    ...checkHolidays(calendar['holidays'] ?? []),
    ...checkExceptions(calendar['exceptions'] ?? []),
  ];
}

function checkWeek(week: unknown): readonly CalendarProblem[] {
  if (!isRecord(week) || Array.isArray(week)) return [{ code: 'bad-shape', where: 'weeklyHours' }];
  return Object.entries(week).flatMap(([day, hours]): readonly CalendarProblem[] => {
    const where = `weeklyHours.${day}`;
    if (!/^[1-7]$/.test(day)) return [{ code: 'bad-weekday', where }];
    return hours === undefined ? [] : checkHours(hours, where);
  });
}

function checkHolidays(holidays: unknown): readonly CalendarProblem[] {
  if (!Array.isArray(holidays)) return [{ code: 'bad-shape', where: 'holidays' }];
  return holidays.flatMap((holiday: unknown, i) => checkDate(holiday, `holidays[${i}]`));
}

function checkExceptions(exceptions: unknown): readonly CalendarProblem[] {
  if (!Array.isArray(exceptions)) return [{ code: 'bad-shape', where: 'exceptions' }];
  const seen = new Set<unknown>();
  return exceptions.flatMap((exception: unknown, i): readonly CalendarProblem[] => {
    const where = `exceptions[${i}]`;
    const problems = checkDate(exception, where);
    if (!isRecord(exception) || problems.length > 0) return problems;
    const repeated = seen.has(exception['date']);
    seen.add(exception['date']);
    return [
      ...(repeated ? [{ code: 'repeated-exception', where: `${where}.date` } as const] : []),
      ...checkHours(exception['hours'], `${where}.hours`),
    ];
  });
}

function checkDate(dated: unknown, where: string): readonly CalendarProblem[] {
  if (!isRecord(dated)) return [{ code: 'bad-shape', where }];
  const date = dated['date'];
  const isDate = typeof date === 'string' && epochDayOf(date) !== undefined;
  return isDate ? [] : [{ code: 'bad-date', where: `${where}.date` }];
}

function checkHours(hours: unknown, where: string): readonly CalendarProblem[] {
  if (!Array.isArray(hours)) return [{ code: 'bad-hours', where }];
  const problems: CalendarProblem[] = [];
  const spans: (MinuteSpan & { readonly where: string })[] = [];
  hours.forEach((stretch: unknown, i) => {
    const at = `${where}[${i}]`;
    const span = readStretch(stretch, at);
    if ('code' in span) problems.push(span);
    else spans.push({ ...span, where: at });
  });
  spans.sort((a, b) => a.start - b.start);
  // Against the latest end so far, not only the neighbour's: a long stretch may cover several short ones.
  let latestEnd = -Infinity;
  for (const span of spans) {
    if (span.start < latestEnd) problems.push({ code: 'overlapping-hours', where: span.where });
    latestEnd = Math.max(latestEnd, span.end);
  }
  return problems;
}

function readStretch(stretch: unknown, where: string): MinuteSpan | CalendarProblem {
  if (!isRecord(stretch)) return { code: 'bad-hours', where };
  const start = minutesOf(stretch['start'], 23);
  if (start === undefined) return { code: 'bad-start', where: `${where}.start` };
  const end = minutesOf(stretch['end'], 47);
  if (end === undefined) return { code: 'bad-end', where: `${where}.end` };
  if (end <= start) return { code: 'reversed-hours', where };
  const isWholeDay = start === 0 && end === DAY_MINUTES;
  if (end - start >= DAY_MINUTES && !isWholeDay) return { code: 'too-long-hours', where };
  return { start, end };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
