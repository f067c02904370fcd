import type { SlaCalendar } from './calendar';
import { calendarDays } from './calendar-days';
import { HOUR, MINUTE, type Millis } from './instant';
import { lengthOf } from './open-hours';
import { TimeError } from './time-error';

/**
 * A length with a fixed number of milliseconds once its calendar is known. A day is one working day of the calendar: as
 * long as its longest ordinary day (rules.md §2).
 */
export type FixedDuration = { readonly unit: 'minutes' | 'hours' | 'days'; readonly amount: number };

/** Until the close of the n-th working day after: an instant rather than a length, see businessDayClose. */
export type BusinessDays = { readonly unit: 'business-days'; readonly amount: number };

/** A promise's target as people write it: `30m`, `8h`, `2d`, `2bd`. */
export type Duration = FixedDuration | BusinessDays;

/**
 * The length of a fixed duration on a calendar. Throws TimeError `no-open-time` for days of a week without hours.
 *
 * @example
 * durationMillis({ unit: 'days', amount: 2 }, officeHours) // => 16 * HOUR
 * durationMillis({ unit: 'days', amount: 2 }, { timeZone: 'America/Toronto', always: true }) // => 48 * HOUR
 */
export function durationMillis(duration: FixedDuration, calendar: SlaCalendar): Millis {
  switch (duration.unit) {
    case 'minutes':
      return Math.round(duration.amount * MINUTE);
    case 'hours':
      return Math.round(duration.amount * HOUR);
    case 'days':
      return Math.round(duration.amount * longestDay(calendar));
  }
}

/**
 * The canonical text of a duration, the same in every language: `30m`, `8h`, `1h 30m`, `2d`, `2bd`. parseDuration reads
 * it back. What people are shown is worded by i18n.
 *
 * @example
 * formatDuration({ unit: 'minutes', amount: 90 }) // => '1h 30m'
 * formatDuration({ unit: 'days', amount: 2 }) // => '2d'
 */
export function formatDuration(duration: Duration): string {
  switch (duration.unit) {
    case 'business-days':
      return `${duration.amount}bd`;
    case 'days':
      return `${duration.amount}d`;
    case 'hours':
      return clockText(duration.amount * 60);
    case 'minutes':
      return clockText(duration.amount);
  }
}

function clockText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h ${rest}m`;
}

function longestDay(calendar: SlaCalendar): Millis {
  const { ordinaryHours } = calendarDays(calendar);
  const lengths = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => lengthOf(ordinaryHours(weekday)));
  const longest = Math.max(...lengths) * MINUTE;
  if (longest === 0) {
    const { timeZone } = calendar;
    throw new TimeError(
      'no-open-time',
      { timeZone },
      `a day has no length on a calendar of ${timeZone} without weekly hours`,
    );
  }
  return longest;
}
