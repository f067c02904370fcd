import type { CalendarException, OpenHours, SlaCalendar } from '../../../src/core/time/calendar';
import { DAY, MINUTE, type EpochMillis } from '../../../src/core/time/instant';

/** A number from 0 up to, not including, 1; the same sequence for the same seed (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 up to, not including, `end`. */
export function below(random: Random, end: number): number {
  return Math.floor(random() * end);
}

/**
 * A calendar that compileCalendar accepts, for a stretch of days: office hours, lunch breaks, night shifts that reach
 * into the next day, whole days, empty calendars, 24x7, holidays, exceptions also on holidays.
 */
export function randomCalendar(random: Random, timeZone: string, from: EpochMillis, days: number): SlaCalendar {
  const kind = random();
  if (kind < 0.04) return { timeZone, always: true };
  const openDays = kind < 0.08 ? 0 : kind < 0.5 ? 0.7 : 1;
  const weekday = (): readonly OpenHours[] => (random() < openDays ? randomHours(random) : []);
  const date = (): string => new Date(from + below(random, days) * DAY).toISOString().slice(0, 10);
  const holidays = Array.from({ length: below(random, 4) }, date);
  const exceptions = new Map<string, CalendarException>();
  for (let i = below(random, 4); i > 0; i--) {
    const on = random() < 0.3 && holidays[0] !== undefined ? holidays[0] : date();
    exceptions.set(on, { date: on, hours: kind < 0.06 ? [] : randomHours(random) });
  }
  return {
    timeZone,
    weeklyHours: { 1: weekday(), 2: weekday(), 3: weekday(), 4: weekday(), 5: weekday(), 6: weekday(), 7: weekday() },
    holidays: holidays.map((on) => ({ date: on })),
    exceptions: [...exceptions.values()],
  };
}

function randomHours(random: Random): readonly OpenHours[] {
  const kind = random();
  if (kind < 0.05) return [];
  if (kind < 0.1) return [{ start: '00:00', end: '24:00' }];
  // Cuts at increasing minutes: every second piece is open, and pieces may touch.
  const step = kind < 0.6 ? 30 : 1;
  const cuts = Array.from({ length: 2 * (1 + below(random, 3)) }, () => below(random, 1440 / step) * step).sort(
    (a, b) => a - b,
  );
  const hours: OpenHours[] = [];
  for (let i = 0; i + 1 < cuts.length; i += 2) {
    const start = cuts[i]!;
    const isLast = i + 2 === cuts.length;
    // The last stretch may run over midnight, up to 23 h 59 after its start.
    const end = isLast && random() < 0.3 ? Math.min(start + 1 + below(random, 1439), 2879) : cuts[i + 1]!;
    if (start < end) hours.push({ start: wallTime(start), end: wallTime(end) });
  }
  return hours;
}

function wallTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** An instant in [from, to): on a boundary of minutes half the time, else at any millisecond. */
export function randomInstant(random: Random, from: EpochMillis, to: EpochMillis): EpochMillis {
  const at = from + below(random, to - from);
  return random() < 0.5 ? Math.max(from, Math.floor(at / MINUTE) * MINUTE) : at;
}
