import type { OpenInterval, WorkingTime } from './compiled-time';
import type { EpochMillis, Millis } from './instant';
import { TimeError } from './time-error';

// Free of luxon: browsers ask a working time that the server compiled. Each question is two array look-ups and a step or
// none to the side, so the functions below are written for that and not divided further.

export type { OpenInterval, WorkingTime } from './compiled-time';

/**
 * The earliest instant at which `duration` of working time, counted from `start`, is used up: at closing time, not the
 * next opening (rules.md §7). A duration of 0 gives `start` itself.
 * Throws TimeError `not-a-number`, `negative-duration`, `outside-range` (start must be in [from, to)), `no-open-time`
 * where the calendar never opens, `range-exhausted` where the compiled range ends too soon.
 *
 * @example With office hours, Monday to Friday 08:30-16:30 in Toronto, closed on 25 December:
 * addWorkingTime(office, at('2025-12-24T20:30:00Z'), 2 * HOUR) // => at('2025-12-26T14:30:00Z')
 * addWorkingTime(office, at('2025-12-24T20:30:00Z'), HOUR) // => at('2025-12-24T21:30:00Z'), closing time
 */
export function addWorkingTime(workingTime: WorkingTime, start: EpochMillis, duration: Millis): EpochMillis {
  if (!(start >= workingTime.from && start < workingTime.to)) throw instantRefused(workingTime, start);
  if (!(duration > 0 && duration < Infinity)) {
    if (duration === 0) return start;
    throw durationRefused(workingTime, duration);
  }
  const { starts, sums } = workingTime;
  const used = workedUpTo(workingTime, start) + duration;
  if (used > workingTime.total) throw notEnoughTime(workingTime, start, duration);
  let i = workingTime.bySum[(used * workingTime.sumBucketsPerMilli) | 0] as number;
  while ((sums[i + 1] as number) < used) i++;
  return (starts[i] as number) + (used - (sums[i] as number));
}

/**
 * The latest instant from which `duration` of working time is used up by `end`: at an opening, not the closing before.
 * A duration of 0 gives `end` itself. Throws as addWorkingTime does, but `end` may also be the range's own end.
 *
 * @example With office hours, Monday to Friday 08:30-16:30 in Toronto, closed on 25 December:
 * subtractWorkingTime(office, at('2025-12-26T14:30:00Z'), 2 * HOUR) // => at('2025-12-24T20:30:00Z')
 * subtractWorkingTime(office, at('2025-12-26T14:30:00Z'), HOUR) // => at('2025-12-26T13:30:00Z'), the opening
 */
export function subtractWorkingTime(workingTime: WorkingTime, end: EpochMillis, duration: Millis): EpochMillis {
  if (!(end >= workingTime.from && end <= workingTime.to)) throw instantRefused(workingTime, end);
  if (!(duration > 0 && duration < Infinity)) {
    if (duration === 0) return end;
    throw durationRefused(workingTime, duration);
  }
  const { starts, sums } = workingTime;
  const left = workedUpTo(workingTime, end) - duration;
  if (left < 0) throw notEnoughTime(workingTime, end, duration);
  let i = workingTime.bySum[(left * workingTime.sumBucketsPerMilli) | 0] as number;
  while ((sums[i + 1] as number) <= left) i++;
  return (starts[i] as number) + (left - (sums[i] as number));
}

/**
 * The working time from `start` to `end` in milliseconds, negative where `end` comes first. Both lie in the compiled
 * range; its end is allowed, since [start, end) holds nothing beyond it. Throws TimeError `not-a-number`, `outside-range`.
 *
 * @example With office hours, Monday to Friday 08:30-16:30 in Toronto, closed on 25 December:
 * workingTimeBetween(office, at('2025-12-24T20:30:00Z'), at('2025-12-26T14:30:00Z')) // => 2 * HOUR
 * workingTimeBetween(office, at('2025-12-26T14:30:00Z'), at('2025-12-24T20:30:00Z')) // => -2 * HOUR
 */
export function workingTimeBetween(workingTime: WorkingTime, start: EpochMillis, end: EpochMillis): Millis {
  if (!(start >= workingTime.from && start <= workingTime.to)) throw instantRefused(workingTime, start);
  if (!(end >= workingTime.from && end <= workingTime.to)) throw instantRefused(workingTime, end);
  return workedUpTo(workingTime, end) - workedUpTo(workingTime, start);
}

/**
 * Whether the calendar is open at the instant; intervals are half-open. Throws TimeError `not-a-number`, `outside-range`.
 *
 * @example With office hours, Monday to Friday 08:30-16:30 in Toronto, closed on 25 December:
 * isWorkingTime(office, at('2025-12-24T13:30:00Z')) // => true
 * isWorkingTime(office, at('2025-12-24T21:30:00Z')) // => false
 */
export function isWorkingTime(workingTime: WorkingTime, at: EpochMillis): boolean {
  if (!(at >= workingTime.from && at < workingTime.to)) throw instantRefused(workingTime, at);
  const { starts, sums } = workingTime;
  const i = intervalAt(workingTime, at);
  return at - (starts[i] as number) < (sums[i + 1] as number) - (sums[i] as number);
}

/**
 * The instant itself where the calendar is open then, else the next opening; undefined where none follows in the compiled
 * range. Throws TimeError `not-a-number`, `outside-range`.
 *
 * @example With office hours, Monday to Friday 08:30-16:30 in Toronto, closed on 25 December:
 * nextOpening(office, at('2025-12-25T15:00:00Z')) // => at('2025-12-26T13:30:00Z')
 */
export function nextOpening(workingTime: WorkingTime, at: EpochMillis): EpochMillis | undefined {
  if (isWorkingTime(workingTime, at)) return at;
  const opening = workingTime.starts[intervalAt(workingTime, at) + 1] as number;
  return opening === Infinity ? undefined : opening;
}

/**
 * The open intervals within [from, to), cut off at both ends, in order. Touching ones are joined, so that a night shift
 * or 24x7 does not break at midnight. Throws TimeError `not-a-number`, `outside-range` (`to` may be the range's own end).
 */
export function openIntervals(workingTime: WorkingTime, from: EpochMillis, to: EpochMillis): readonly OpenInterval[] {
  if (!(from >= workingTime.from && from <= workingTime.to)) throw instantRefused(workingTime, from);
  if (!(to >= workingTime.from && to <= workingTime.to)) throw instantRefused(workingTime, to);
  const { starts, sums } = workingTime;
  const intervals: OpenInterval[] = [];
  for (let i = intervalAt(workingTime, from); (starts[i] as number) < to; i++) {
    const opening = starts[i] as number;
    const start = Math.max(from, opening);
    const end = Math.min(to, opening + ((sums[i + 1] as number) - (sums[i] as number)));
    if (start < end) intervals.push({ start, end });
  }
  return intervals;
}

/**
 * Whether two calendars are open at the same instants throughout [from, to): a new version of a calendar that changes
 * nothing between a clock's start and its due time is no retarget (rules.md §7). Throws as openIntervals does.
 */
export function isSameWorkingTime(a: WorkingTime, b: WorkingTime, from: EpochMillis, to: EpochMillis): boolean {
  const ofB = openIntervals(b, from, to);
  const ofA = openIntervals(a, from, to);
  return ofA.length === ofB.length && ofA.every(({ start, end }, i) => start === ofB[i]?.start && end === ofB[i].end);
}

/** The last interval that starts at or before the instant. */
function intervalAt({ starts, byInstant, bucketsPerMilli, from }: WorkingTime, at: EpochMillis): number {
  let i = byInstant[((at - from) * bucketsPerMilli) | 0] as number;
  while ((starts[i + 1] as number) <= at) i++;
  return i;
}

/** Working time from the start of the range to the instant. */
function workedUpTo(workingTime: WorkingTime, at: EpochMillis): Millis {
  const { starts, sums } = workingTime;
  const i = intervalAt(workingTime, at);
  return Math.min((sums[i] as number) + (at - (starts[i] as number)), sums[i + 1] as number);
}

function instantRefused({ calendar, from, to }: WorkingTime, at: EpochMillis): TimeError {
  if (!Number.isFinite(at)) return new TimeError('not-a-number', { calendar, at }, `${at} is not an instant`);
  const range = `[${isoOf(from)}, ${isoOf(to)})`;
  const message = `${isoOf(at)} lies outside ${range}, for which calendar "${calendar}" is compiled`;
  return new TimeError('outside-range', { calendar, at, from, to }, message);
}

function durationRefused({ calendar }: WorkingTime, duration: Millis): TimeError {
  const code = Number.isFinite(duration) ? 'negative-duration' : 'not-a-number';
  return new TimeError(code, { calendar, duration }, `${duration} ms is not a duration of 0 or more`);
}

function notEnoughTime({ calendar, from, to, total }: WorkingTime, at: EpochMillis, duration: Millis): TimeError {
  const range = `[${isoOf(from)}, ${isoOf(to)})`;
  return total === 0
    ? new TimeError('no-open-time', { calendar, from, to }, `calendar "${calendar}" has no open time in ${range}`)
    : new TimeError(
        'range-exhausted',
        { calendar, at, duration, from, to },
        `calendar "${calendar}" has less than ${duration} ms of open time between ${isoOf(at)} and an end of ${range}`,
      );
}

/** Error texts only; an instant beyond what a Date can hold is written as the number it is. */
function isoOf(at: EpochMillis): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString();
}
