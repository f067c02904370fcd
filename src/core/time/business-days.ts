import type { SlaCalendar } from './calendar';
import { calendarDays, type CalendarDays } from './calendar-days';
import type { WorkingTime } from './compiled-time';
import { DAY, MINUTE, type EpochMillis } from './instant';
import { dayOfWallClock, type EpochDay } from './local-date';
import { TimeError } from './time-error';
import { instantOf, wallClockAt, type ZoneOffsets } from './zone-offsets';

/**
 * The close of the n-th working day after the day of `start` (rules.md §2, `2bd`): when the last hours that begin on that
 * day end. The day of `start` is the one whose hours are open then, so the small hours of a night shift belong to the
 * evening it began; else the date in the calendar's zone. A working day has open hours; on 24x7 every day is one and
 * closes at midnight. `calendar` must be the one that `workingTime` was compiled from.
 *
 * Throws TimeError `bad-business-days` for days that are not 1 or more and whole, `outside-range` for a start outside the
 * compiled range, `range-exhausted` where the range ends first.
 *
 * @example
 * businessDayClose(office, officeHours, at('2025-12-23T15:00:00Z'), 2) // => at('2025-12-26T21:30:00Z')
 */
export function businessDayClose(
  workingTime: WorkingTime,
  calendar: SlaCalendar,
  start: EpochMillis,
  days: number,
): EpochMillis {
  const { zone, from, to, calendar: name } = workingTime;
  if (!Number.isInteger(days) || days < 1) {
    throw new TimeError('bad-business-days', { calendar: name }, `${days} is no number of business days`);
  }
  if (!(start >= from && start < to)) {
    const data = { calendar: name, at: start, from, to };
    throw new TimeError('outside-range', data, `business days start outside the range of calendar "${name}"`);
  }
  const lookup = calendarDays(calendar);
  const lastDay = dayOfWallClock(wallClockAt(zone, to));
  let day = dayOfStart(lookup, zone, start);
  for (let left = days; left > 0 && day <= lastDay;) {
    day++;
    if (lookup.hoursOn(day).length > 0) left--;
  }
  const close = closeOf(lookup, zone, day);
  if (close <= to) return close;
  const data = { calendar: name, at: start, from, to };
  throw new TimeError('range-exhausted', data, `calendar "${name}" ends before ${days} business days are over`);
}

function dayOfStart(lookup: CalendarDays, zone: ZoneOffsets, start: EpochMillis): EpochDay {
  const today = dayOfWallClock(wallClockAt(zone, start));
  // Today's own hours come first where a night shift runs on into them.
  return !isOpenBy(lookup, zone, today, start) && isOpenBy(lookup, zone, today - 1, start) ? today - 1 : today;
}

/** Whether hours that begin on the day are open at the instant. */
function isOpenBy(lookup: CalendarDays, zone: ZoneOffsets, day: EpochDay, at: EpochMillis): boolean {
  const instantAt = (minutes: number): EpochMillis => instantOf(zone, day * DAY + minutes * MINUTE);
  return lookup.hoursOn(day).some(({ start, end }) => at >= instantAt(start) && at < instantAt(end));
}

/** The day's last closing; a day beyond all working days never closes. */
function closeOf(lookup: CalendarDays, zone: ZoneOffsets, day: EpochDay): EpochMillis {
  const hours = lookup.hoursOn(day);
  return hours.length === 0 ? Infinity : instantOf(zone, day * DAY + Math.max(...hours.map(({ end }) => end)) * MINUTE);
}
