import type { LocalDate, Weekday } from './local-date';

export { checkCalendar, type CalendarProblem, type CalendarProblemCode } from './check-calendar';
export { calendarFingerprint } from './calendar-fingerprint';

/** A time of day `HH:MM` on the calendar's wall clock. */
export type WallTime = string;

/**
 * One stretch of a day, half-open. It starts at 00:00 to 23:59; its end, up to 47:59, is after its start and less than 24
 * hours later, or 24:00 of a whole day that starts at 00:00. Past 24:00 it is a shift over midnight, which belongs wholly
 * to the day it starts on: that day's holiday or exception removes it, the next day's does not (rules.md §3).
 */
export type OpenHours = { readonly start: WallTime; readonly end: WallTime };

/** A day without hours. Its name is for people and never part of the calendar's fingerprint. */
export type Holiday = { readonly date: LocalDate; readonly name?: { readonly en: string; readonly fr: string } };

/** A day whose hours replace those of its weekday, also when it is a holiday. No hours: closed. */
export type CalendarException = { readonly date: LocalDate; readonly hours: readonly OpenHours[] };

/** The hours of each weekday; one that is absent is closed. */
export type WeeklyHours = { readonly [day in Weekday]?: readonly OpenHours[] };

/**
 * Weekly hours, the days that have none, and the days that have others, on wall clocks of one zone. A shift over midnight
 * may reach into the next day's own hours: the two join, and time in both counts once.
 */
export type WeeklyCalendar = {
  readonly timeZone: string;
  readonly weeklyHours: WeeklyHours;
  readonly holidays: readonly Holiday[];
  readonly exceptions: readonly CalendarException[];
};

/** 24x7: open at every instant. The zone only says which dates people are shown. */
export type AlwaysCalendar = { readonly timeZone: string; readonly always: true };

/** When work is done (rules.md §3). */
export type SlaCalendar = WeeklyCalendar | AlwaysCalendar;

/** Whether the calendar is 24x7. */
export function isAlways(calendar: SlaCalendar): calendar is AlwaysCalendar {
  return 'always' in calendar;
}

/** The weekly calendar with its lists in place: stored calendars may lack those that are empty. */
export function withLists(calendar: WeeklyCalendar): WeeklyCalendar {
  const given: Partial<WeeklyCalendar> = calendar;
  return {
    timeZone: calendar.timeZone,
    weeklyHours: given.weeklyHours ?? {},
    holidays: given.holidays ?? [],
    exceptions: given.exceptions ?? [],
  };
}
