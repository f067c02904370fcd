import { workingTimeOf, type OpenInterval, type WorkingTime } from './compiled-time';
import { MINUTE, SECOND, type Millis } from './instant';
import { TimeError } from './time-error';
import { openIntervals } from './working-time-queries';

/**
 * A compiled working time as plain JSON, for browsers: about 8 bytes an interval, a year of office hours in 2 KB.
 * `spans` alternates closed and open lengths from `from` on, in `unit` milliseconds.
 */
export type WorkingTimeJson = {
  readonly v: 1;
  readonly calendar: string;
  readonly timeZone: string;
  readonly from: number;
  readonly to: number;
  readonly zone: { readonly starts: readonly number[]; readonly offsets: readonly number[] };
  readonly unit: number;
  readonly spans: readonly number[];
};

/** The JSON form of a working time; workingTimeFromJson gives the same answers back, to the millisecond. */
export function workingTimeToJson(workingTime: WorkingTime): WorkingTimeJson {
  const { calendar, timeZone, from, to, zone } = workingTime;
  const lengths: Millis[] = [];
  let last = from;
  for (const { start, end } of openIntervals(workingTime, from, to)) {
    lengths.push(start - last, end - start);
    last = end;
  }
  const unit = [MINUTE, SECOND].find((candidate) => lengths.every((length) => length % candidate === 0)) ?? 1;
  return { v: 1, calendar, timeZone, from, to, zone, unit, spans: lengths.map((length) => length / unit) };
}

/** Reads what workingTimeToJson wrote. Throws TimeError `bad-working-time` for anything else. */
export function workingTimeFromJson(json: unknown): WorkingTime {
  if (!isWorkingTimeJson(json)) throw unreadable('its form is not that of workingTimeToJson');
  const { calendar, timeZone, from, to, zone, unit, spans } = json;
  const intervals: OpenInterval[] = [];
  let last = from;
  for (let i = 0; i < spans.length; i += 2) {
    const closed = (spans[i] ?? NaN) * unit;
    const open = (spans[i + 1] ?? NaN) * unit;
    // Only the first interval may follow without a gap: later ones would have been joined.
    if (!(closed >= 0 && open > 0) || (closed === 0 && i > 0)) throw unreadable('its intervals are not apart');
    intervals.push({ start: last + closed, end: last + closed + open });
    last += closed + open;
  }
  if (!(from < to && last <= to)) throw unreadable('its intervals leave its range');
  return workingTimeOf({ calendar, timeZone, from, to, zone, intervals });
}

function isWorkingTimeJson(json: unknown): json is WorkingTimeJson {
  if (typeof json !== 'object' || json === null) return false;
  const { v, calendar, timeZone, from, to, zone, unit, spans }: Partial<Record<string, unknown>> = json;
  return (
    v === 1 &&
    typeof calendar === 'string' &&
    typeof timeZone === 'string' &&
    [from, to, unit].every(Number.isFinite) &&
    isNumbers(spans) &&
    isZone(zone)
  );
}

function isZone(zone: unknown): boolean {
  if (typeof zone !== 'object' || zone === null) return false;
  const { starts, offsets }: Partial<Record<string, unknown>> = zone;
  return isNumbers(starts) && isNumbers(offsets) && starts.length > 0 && starts.length === offsets.length;
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(Number.isFinite);
}

function unreadable(why: string): TimeError {
  return new TimeError('bad-working-time', {}, `a compiled working time cannot be read back: ${why}`);
}
