import type { OpenHours, SlaCalendar, WeeklyCalendar } from '../../../src/core/time/calendar';
import type { EpochMillis } from '../../../src/core/time/instant';
import { TimeError } from '../../../src/core/time/time-error';

// The words in which the tests of time speak.

/** An instant from an ISO text with its offset or Z. */
export function at(iso: string): EpochMillis {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) throw new Error(`${iso} is no instant`);
  return instant;
}

/** `hours('09:00-12:00', '13:00-17:00')`. */
export function hours(...stretches: readonly string[]): readonly OpenHours[] {
  return stretches.map((stretch) => {
    const [start = '', end = ''] = stretch.split('-');
    return { start, end };
  });
}

/** A weekly calendar of the given zone, closed on every weekday that is not given. */
export function weekly(timeZone: string, rest: Partial<WeeklyCalendar> = {}): WeeklyCalendar {
  return { timeZone, weeklyHours: {}, holidays: [], exceptions: [], ...rest };
}

/** Monday to Friday with the same hours. */
export function workweek(...stretches: readonly string[]): WeeklyCalendar['weeklyHours'] {
  const day = hours(...stretches);
  return { 1: day, 2: day, 3: day, 4: day, 5: day };
}

/** The preset's hours: Monday to Friday 08:30-16:30 in Toronto. */
export const OFFICE: SlaCalendar = weekly('America/Toronto', { weeklyHours: workweek('08:30-16:30') });

/** The TimeError that the call throws; anything else fails the test. */
export function timeErrorOf(call: () => unknown): TimeError {
  try {
    call();
  } catch (error) {
    if (error instanceof TimeError) return error;
    throw error;
  }
  throw new Error('expected a TimeError, and nothing was thrown');
}
