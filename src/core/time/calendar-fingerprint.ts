import { isAlways, withLists, type OpenHours, type SlaCalendar, type WeeklyCalendar } from './calendar';
import { minuteSpans } from './open-hours';
import type { Weekday } from './local-date';

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * A short text that is the same for calendars that are open at the same times by the same rules: the order of keys and
 * lists, names of holidays, absent days against empty ones and touching stretches make no difference.
 * The calendar must have passed checkCalendar.
 */
export function calendarFingerprint(calendar: SlaCalendar): string {
  return hash(JSON.stringify([calendar.timeZone, isAlways(calendar) ? 'always' : contentOf(calendar)]));
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

/** Two FNV-1a streams over the same text, 64 bits together: names content, protects nothing. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 15);
  }
  return (a >>> 0).toString(36).padStart(7, '0') + (b >>> 0).toString(36).padStart(7, '0');
}
