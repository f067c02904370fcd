import { isAlways, type OpenHours, type SlaCalendar } from '../../../src/core/time/calendar';
import { MINUTE, type EpochMillis, type Millis } from '../../../src/core/time/instant';

// An independent count, minute by minute, with nothing of the engine in it: offsets come from Intl as text, and a minute is
// open when the wall clock, which never goes back, stands within some day's hours.

/** A stretch of time in one zone with what its wall clock shows at each minute. */
export type Window = {
  readonly timeZone: string;
  readonly from: EpochMillis;
  readonly minutes: number;
  /** For each minute the highest wall clock shown up to then, in minutes since 1970 as though it stood in UTC. */
  readonly wallClock: Int32Array;
};

// Jest runs tests in a context of its own, where each look-up of a global costs a hundred times the arithmetic.
const { floor, max } = Math;

const DAY_MINUTES = 1440;
/** The wall clock is followed from before the window, since clocks may just have gone back when it begins. */
const LEAD_MINUTES = 3 * DAY_MINUTES;

/** What the zone's clocks show from `from` (on a whole minute) on, every minute of it asked of Intl by the quarter hour. */
export function windowOf(timeZone: string, from: EpochMillis, minutes: number): Window {
  const offsetText = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const wallClock = new Int32Array(minutes);
  let highest = -Infinity;
  let offset = 0;
  for (let minute = -LEAD_MINUTES; minute < minutes; minute++) {
    const instant = from + minute * MINUTE;
    if (minute === -LEAD_MINUTES || instant % (15 * MINUTE) === 0) offset = offsetMinutes(offsetText.format(instant));
    highest = max(highest, instant / MINUTE + offset);
    if (minute >= 0) wallClock[minute] = highest;
  }
  return { timeZone, from, minutes, wallClock };
}

function offsetMinutes(formatted: string): number {
  const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(formatted) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** 1 for each minute of the window in which the calendar is open. */
export function openMinutes({ wallClock, minutes }: Window, calendar: SlaCalendar): Uint8Array {
  const open = new Uint8Array(minutes);
  const today = new Uint8Array(2 * DAY_MINUTES);
  let marked: number | undefined;
  for (let minute = 0; minute < minutes; minute++) {
    const shown = wallClock[minute]!;
    const day = floor(shown / DAY_MINUTES);
    if (day !== marked) {
      markDay(today, calendar, day);
      marked = day;
    }
    open[minute] = today[shown - day * DAY_MINUTES]!;
  }
  return open;
}

/** Marks the minutes of one local day that its own hours, or the night shift of the day before, keep open. */
function markDay(marks: Uint8Array, calendar: SlaCalendar, day: number): void {
  marks.fill(0);
  if (isAlways(calendar)) {
    marks.fill(1);
    return;
  }
  for (const { start, end } of hoursOn(calendar, day)) marks.fill(1, clock(start), clock(end));
  for (const { start, end } of hoursOn(calendar, day - 1)) {
    marks.fill(1, Math.max(0, clock(start) - DAY_MINUTES), Math.max(0, clock(end) - DAY_MINUTES));
  }
}

function hoursOn(calendar: Exclude<SlaCalendar, { always: true }>, day: number): readonly OpenHours[] {
  const midnight = new Date(day * DAY_MINUTES * MINUTE);
  const date = midnight.toISOString().slice(0, 10);
  const exception = calendar.exceptions.find((candidate) => candidate.date === date);
  if (exception) return exception.hours;
  if (calendar.holidays.some((candidate) => candidate.date === date)) return [];
  const weekday = (midnight.getUTCDay() || 7) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
  return calendar.weeklyHours[weekday] ?? [];
}

function clock(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** For each minute of the window and its end, how many open minutes came before. */
export function runningCount(open: Uint8Array): Int32Array {
  const count = new Int32Array(open.length + 1);
  for (let minute = 0; minute < open.length; minute++) count[minute + 1] = count[minute]! + open[minute]!;
  return count;
}

/** Open milliseconds from the window's start to the instant. */
export function countTo(window: Window, open: Uint8Array, count: Int32Array, at: EpochMillis): Millis {
  const whole = Math.floor((at - window.from) / MINUTE);
  return count[whole]! * MINUTE + (open[whole] ?? 0) * (at - window.from - whole * MINUTE);
}

/** The earliest instant at which the duration is used up, or undefined where the window ends first. */
export function countForward(
  window: Window,
  open: Uint8Array,
  start: EpochMillis,
  duration: Millis,
): EpochMillis | undefined {
  if (duration === 0) return start;
  let left = duration;
  let at = start;
  for (let minute = Math.floor((start - window.from) / MINUTE); minute < window.minutes; minute++) {
    const next = window.from + (minute + 1) * MINUTE;
    if (open[minute] === 1) {
      if (left <= next - at) return at + left;
      left -= next - at;
    }
    at = next;
  }
  return undefined;
}

/** The latest instant from which the duration is used up by `end`, or undefined where the window begins later. */
export function countBackward(
  window: Window,
  open: Uint8Array,
  end: EpochMillis,
  duration: Millis,
): EpochMillis | undefined {
  if (duration === 0) return end;
  let left = duration;
  let at = end;
  for (let minute = Math.ceil((end - window.from) / MINUTE) - 1; minute >= 0; minute--) {
    const before = window.from + minute * MINUTE;
    if (open[minute] === 1) {
      if (left <= at - before) return at - left;
      left -= at - before;
    }
    at = before;
  }
  return undefined;
}
