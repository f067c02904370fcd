import { isAlways, withLists, type OpenHours, type SlaCalendar, type WeeklyCalendar } from './calendar';
import { fingerprint } from './fingerprint';
import { minuteSpans } from './open-hours';
import type { Weekday } from './local-date';

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * A short text that is the same for calendars that are open at the same times by the same rules: the order of keys and
 * lists, names of holidays, absent days against empty ones and touching stretches make no difference.
 * The calendar must have passed checkCalendar.
 */
export function calendarFingerprint(calendar: SlaCalendar): string {
  return fingerprint(JSON.stringify([calendar.timeZone, isAlways(calendar) ? 'always' : contentOf(calendar)]));
}

function contentOf(calendar: WeeklyCalendar): unknown {
  const { weeklyHours, holidays, exceptions } = withLists(calendar);
  return [
    WEEKDAYS.map((day) => hoursOf(weeklyHours[day] ?? [])),
    [...new Set(holidays.map(({ date }) => date))].sort(),
    exceptions.map(({ date, hours }) => `${date} ${hoursOf(hours)}`).sort(),
  ];
}

function hoursOf(hours: readonly OpenHours[]): string {
  return minuteSpans(hours)
    .map(({ start, end }) => `${start}-${end}`)
    .join();
}
