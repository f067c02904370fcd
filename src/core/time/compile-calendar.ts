import { calendarFingerprint, checkCalendar, isAlways, type CalendarProblem, type SlaCalendar } from './calendar';
import { calendarDays } from './calendar-days';
import { workingTimeOf, type OpenInterval, type WorkingTime } from './compiled-time';
import { DAY, MINUTE, type EpochMillis, type Millis } from './instant';
import { dayOfWallClock } from './local-date';
import { TimeError } from './time-error';
import { instantOf, stretchOf, wallClockAt, type ZoneOffsets } from './zone-offsets';
import { zoneOffsets } from './zone';

const YEAR_1000: EpochMillis = Date.UTC(1000, 0, 10);
const YEAR_9999: EpochMillis = Date.UTC(9999, 11, 20);

/** Beyond this a range is a mistake, and its table would fill the memory. */
const LONGEST_RANGE: Millis = 400 * 366 * DAY;

/** A shift that started the day before may still be open: its end can be 47:59. */
const REACH_IN_DAYS = 1;

/**
 * The calendar's working time in [from, to), ready to be asked. It never grows: instants outside are refused, and callers
 * compile again. `name` is what errors call the calendar.
 *
 * Wall clocks become instants by the zone's own transitions: an ambiguous time is the earlier instant, a missing one the
 * instant of the jump (rules.md §3), so an answer never depends on the day it is asked.
 *
 * Throws TimeError: `not-a-number`, `bad-range`, `range-too-long`, or the code of the calendar's first problem, with all
 * its problems in `data.problems`.
 *
 * @example
 * compileCalendar(officeHours, at('2026-01-05T05:00:00Z'), at('2026-01-06T05:00:00Z')).total // => 8 * HOUR
 */
export function compileCalendar(calendar: SlaCalendar, from: EpochMillis, to: EpochMillis, name?: string): WorkingTime {
  const [problem] = checkCalendar(calendar);
  if (problem) throw calendarRefused(calendar, problem, name);
  requireRange(from, to);
  const { timeZone } = calendar;
  const zone = zoneOffsets(timeZone, from, to);
  const intervals = isAlways(calendar) ? [{ start: from, end: to }] : openIntervalsOf(calendar, zone, from, to);
  return workingTimeOf({
    calendar: name ?? `${timeZone} ${calendarFingerprint(calendar)}`,
    timeZone,
    from,
    to,
    zone,
    intervals,
  });
}

/** Open intervals in order, clipped to the range, those that touch or overlap joined. */
function openIntervalsOf(calendar: SlaCalendar, zone: ZoneOffsets, from: EpochMillis, to: EpochMillis): OpenInterval[] {
  const { hoursOn } = calendarDays(calendar);
  const intervals: OpenInterval[] = [];
  let last: { start: EpochMillis; end: EpochMillis } | undefined;
  const firstDay = dayOfWallClock(wallClockAt(zone, from)) - REACH_IN_DAYS;
  // One more: clocks that have just gone back over midnight had already begun the next day's hours.
  const lastDay = dayOfWallClock(wallClockAt(zone, to)) + 1;
  let stretch = 0;
  for (let day = firstDay; day <= lastDay; day++) {
    for (const hours of hoursOn(day)) {
      // Starts come in the order of wall clocks, so the search for the next begins where this one ended.
      const opening = day * DAY + hours.start * MINUTE;
      stretch = stretchOf(zone, opening, stretch);
      const start = Math.max(from, instantOf(zone, opening, stretch));
      const end = Math.min(to, instantOf(zone, day * DAY + hours.end * MINUTE, stretch));
      if (start >= end) continue;
      if (last && start <= last.end) {
        last.end = Math.max(last.end, end);
      } else {
        last = { start, end };
        intervals.push(last);
      }
    }
  }
  return intervals;
}

function requireRange(from: EpochMillis, to: EpochMillis): void {
  if (!Number.isFinite(from) || !Number.isFinite(to)) {
    throw new TimeError('not-a-number', { from, to }, `[${from}, ${to}) is not a range of instants`);
  }
  if (from >= to || from < YEAR_1000 || to > YEAR_9999) {
    throw new TimeError('bad-range', { from, to }, `[${from}, ${to}) is empty, reversed or outside years 1000 to 9999`);
  }
  if (to - from > LONGEST_RANGE) {
    throw new TimeError('range-too-long', { from, to }, `[${from}, ${to}) is longer than 400 years`);
  }
}

function calendarRefused(calendar: SlaCalendar, problem: CalendarProblem, name: string | undefined): TimeError {
  const problems = checkCalendar(calendar);
  const called = name === undefined ? 'calendar' : `calendar "${name}"`;
  const place = problem.where === '' ? '' : ` at ${problem.where}`;
  const data = name === undefined ? { problems } : { calendar: name, problems };
  return new TimeError(problem.code, data, `${called} cannot be compiled: ${problem.code}${place}`);
}
