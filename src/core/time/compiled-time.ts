import type { EpochMillis, Millis } from './instant';
import type { ZoneOffsets } from './zone-offsets';

/** An open interval, half-open: working time from `start` up to, but not at, `end`. */
export type OpenInterval = { readonly start: EpochMillis; readonly end: EpochMillis };

/**
 * A calendar compiled for [from, to): its open intervals with running sums, and an index of each so that a question costs
 * the same over an hour or ten years. Made by compileCalendar or read back by workingTimeFromJson; ask it through
 * working-time-queries.ts and never through its arrays.
 */
export type WorkingTime = {
  /** The name given to compileCalendar, else the calendar's zone and content fingerprint. */
  readonly calendar: string;
  readonly timeZone: string;
  readonly from: EpochMillis;
  readonly to: EpochMillis;
  /** All the working time in the range. */
  readonly total: Millis;
  /** The calendar's zone over the range, to read dates without luxon. */
  readonly zone: ZoneOffsets;
  /**
   * Where each interval starts. The first entry is an interval without length at `from` and the last starts at infinity,
   * so that a search needs no test for either end.
   */
  readonly starts: Float64Array;
  /** Working time from `from` to each start; an interval's length is the difference to the next entry. */
  readonly sums: Float64Array;
  /** For each bucket of the range, the last interval that starts at or before the bucket does. */
  readonly byInstant: Int32Array;
  readonly bucketsPerMilli: number;
  /** For each bucket of working time, the first interval that ends at or after the bucket's start. */
  readonly bySum: Int32Array;
  readonly sumBucketsPerMilli: number;
};

/** What a WorkingTime is made of; the rest is derived. */
export type WorkingTimeParts = Pick<WorkingTime, 'calendar' | 'timeZone' | 'from' | 'to' | 'zone'> & {
  /** In order, apart from each other, not empty, within [from, to). */
  readonly intervals: readonly OpenInterval[];
};

/**
 * About 2 h 20 min: small enough that a search rarely steps past a second opening, large enough that ten years of buckets
 * stay in a processor's cache; a power of two, so that dividing by it is exact.
 */
const BUCKET: Millis = 2 ** 23;

/** Builds the sums and the indexes. */
export function workingTimeOf({ intervals, ...parts }: WorkingTimeParts): WorkingTime {
  const starts = new Float64Array(intervals.length + 2);
  const sums = new Float64Array(intervals.length + 2);
  starts[0] = parts.from;
  let total = 0;
  intervals.forEach(({ start, end }, i) => {
    starts[i + 1] = start;
    sums[i + 1] = total;
    total += end - start;
  });
  starts[intervals.length + 1] = Infinity;
  sums[intervals.length + 1] = total;

  // One interval or none needs no index: one bucket holds the whole range.
  const bucketsPerMilli = intervals.length > 1 ? 1 / BUCKET : 0;
  const byInstant = new Int32Array(Math.floor((parts.to - parts.from) * bucketsPerMilli) + 1);
  for (let bucket = 0, i = 0; bucket < byInstant.length; bucket++) {
    while ((starts[i + 1] ?? Infinity) <= parts.from + bucket * BUCKET) i++;
    byInstant[bucket] = i;
  }
  const bySum = new Int32Array(Math.floor(total * bucketsPerMilli) + 1);
  for (let bucket = 0, i = 0; bucket < bySum.length; bucket++) {
    while ((sums[i + 1] ?? Infinity) < bucket * BUCKET) i++;
    bySum[bucket] = i;
  }
  return { ...parts, total, starts, sums, byInstant, bucketsPerMilli, bySum, sumBucketsPerMilli: bucketsPerMilli };
}
