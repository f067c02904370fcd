import { DateTime } from 'luxon';
import type { WeeklyCalendar } from '../../src/core/time/calendar';
import type { EpochMillis, Millis } from '../../src/core/time/instant';
import type { Weekday } from '../../src/core/time/local-date';

/** Working time between two instants as it is usually written: day by day with luxon. The bench compares against it. */
export function naiveBetween(calendar: WeeklyCalendar, start: EpochMillis, end: EpochMillis): Millis {
  const holidays = new Set(calendar.holidays.map(({ date }) => date));
  let total = 0;
  let day = DateTime.fromMillis(start, { zone: calendar.timeZone }).startOf('day');
  while (day.toMillis() < end) {
    if (!holidays.has(day.toISODate() ?? '')) {
      for (const hours of calendar.weeklyHours[day.weekday as Weekday] ?? []) {
        const opening = timeOn(day, hours.start);
        const closing = timeOn(day, hours.end);
        total += Math.max(0, Math.min(end, closing) - Math.max(start, opening));
      }
    }
    day = day.plus({ days: 1 });
  }
  return total;
}

function timeOn(day: DateTime, time: string): EpochMillis {
  return day.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) }).toMillis();
}
