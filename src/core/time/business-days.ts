import type { SlaCalendar } from './calendar';
import { calendarDays, type CalendarDays } from './calendar-days';
import type { WorkingTime } from './compiled-time';
import { DAY, MINUTE, type EpochMillis } from './instant';
import { dayOfWallClock, type EpochDay } from './local-date';
import { TimeError } from './time-error';
import { instantOf, wallClockAt, type ZoneOffsets } from './zone-offsets';

/**
 * The close of the n-th working day after the day of `start` (rules.md §2, `2bd`): when the last hours that begin on that
 * day end. The day of `start` is the day whose shift is open then, so the small hours of a night shift belong to the
 * evening it began; else the date in the calendar's zone. A working day has open hours; on 24x7 every day is one and
 * closes at midnight. `calendar` must be the one that `workingTime` was compiled from.
 *
 * Throws TimeError `outside-range` for a start outside the compiled range, `range-exhausted` where the range ends first.
 */
export function businessDayClose(
  workingTime: WorkingTime,
  calendar: SlaCalendar,
  start: EpochMillis,
  days: number,
): EpochMillis {
  const { zone, from, to } = workingTime;
  const named = { calendar: workingTime.calendar, at: start, from, to };
  if (!(start >= from && start < to)) {
    throw new TimeError('outside-range', named, `business days start outside calendar "${workingTime.calendar}"`);
  }
  const lookup = calendarDays(calendar);
  const lastDay = dayOfWallClock(wallClockAt(zone, to));
  let day = dayOfStart(lookup, zone, start);
  for (let left = days; left > 0 && day <= lastDay;) {
    day++;
    if (lookup.hoursOn(day).length > 0) left--;
    if (left === 0) {
      const close = closeOf(lookup, zone, day);
      if (close <= to) return close;
    }
  }
  throw new TimeError('range-exhausted', named, `calendar "${workingTime.calendar}" ends before ${days} business days`);
}

function dayOfStart(lookup: CalendarDays, zone: ZoneOffsets, start: EpochMillis): EpochDay {
  const today = dayOfWallClock(wallClockAt(zone, start));
  const begins = (day: EpochDay): EpochMillis => instantOf(zone, day * DAY);
  // Today's own hours come first where a night shift runs on into them.
  const isOpenOn = (day: EpochDay): boolean =>
    lookup.hoursOn(day).some((hours) => {
      const opening = instantOf(zone, day * DAY + hours.start * MINUTE);
      return start >= opening && start < instantOf(zone, day * DAY + hours.end * MINUTE);
    });
  if (isOpenOn(today) || start < begins(today)) return today;
  return isOpenOn(today - 1) ? today - 1 : today;
}

function closeOf(lookup: CalendarDays, zone: ZoneOffsets, day: EpochDay): EpochMillis {
  const latest = Math.max(...lookup.hoursOn(day).map(({ end }) => end));
  return instantOf(zone, day * DAY + latest * MINUTE);
}
