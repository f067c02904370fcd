import { isAlways, withLists, type SlaCalendar } from './calendar';
import { DAY_MINUTES, minuteSpans, type MinuteSpan } from './open-hours';
import { epochDayOf, weekdayOf, type EpochDay, type Weekday } from './local-date';

const NO_HOURS: readonly MinuteSpan[] = [];
const WHOLE_DAY: readonly MinuteSpan[] = [{ start: 0, end: DAY_MINUTES }];

/** A calendar read for asking days by number. */
export type CalendarDays = {
  /** The hours that begin on the day: the exception's, else none on a holiday, else the weekday's. */
  readonly hoursOn: (day: EpochDay) => readonly MinuteSpan[];
  readonly isHoliday: (day: EpochDay) => boolean;
  /** The hours of a weekday that is neither holiday nor exception. */
  readonly ordinaryHours: (weekday: Weekday) => readonly MinuteSpan[];
};

/** Reads a calendar that has passed checkCalendar. */
export function calendarDays(calendar: SlaCalendar): CalendarDays {
  if (isAlways(calendar)) {
    return { hoursOn: () => WHOLE_DAY, isHoliday: () => false, ordinaryHours: () => WHOLE_DAY };
  }
  const { weeklyHours, holidays, exceptions } = withLists(calendar);
  const week = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => minuteSpans(weeklyHours[weekday] ?? []));
  const closed = new Set(holidays.map(({ date }) => epochDayOf(date)));
  const replaced = new Map(exceptions.map(({ date, hours }) => [epochDayOf(date), minuteSpans(hours)]));
  const ordinaryHours = (weekday: Weekday): readonly MinuteSpan[] => week[weekday - 1] ?? NO_HOURS;
  return {
    hoursOn: (day) => replaced.get(day) ?? (closed.has(day) ? NO_HOURS : ordinaryHours(weekdayOf(day))),
    isHoliday: (day) => closed.has(day),
    ordinaryHours,
  };
}
