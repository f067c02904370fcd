import { DAY, type Millis } from './instant';

/** A day on a wall calendar, `YYYY-MM-DD`, in whichever zone its owner says. */
export type LocalDate = string;

/** The same day as a number: days since 1970-01-01, so that the next day is one more. */
export type EpochDay = number;

/** A wall clock's reading as milliseconds, counted as though the wall clock stood in UTC. */
export type WallClock = Millis;

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const LOCAL_DATE = /^[1-9]\d{3}-\d{2}-\d{2}$/;

/** The day's number, or undefined where the text is no day of the calendar (`2026-02-29`, `26-1-1`). */
export function epochDayOf(date: LocalDate): EpochDay | undefined {
  if (!LOCAL_DATE.test(date)) return undefined;
  const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY;
  return localDateOf(day) === date ? day : undefined;
}

/** The day's text, for years 1000 to 9999. */
export function localDateOf(day: EpochDay): LocalDate {
  const date = new Date(day * DAY);
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

/** The day of the week of a day's number. */
export function weekdayOf(day: EpochDay): Weekday {
  // Day 0 was a Thursday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The day on which a wall clock's reading falls. */
export function dayOfWallClock(wallClock: WallClock): EpochDay {
  return Math.floor(wallClock / DAY);
}

function twoDigits(count: number): string {
  return count < 10 ? `0${count}` : String(count);
}
