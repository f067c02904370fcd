import { HOUR, MINUTE, SECOND, type Millis } from '../time/instant';

/** Flags are counted by how late they were: up to a second, up to two … The last counts all that were later. */
export const LATENESS_BOUNDS: readonly Millis[] = [
  SECOND,
  2 * SECOND,
  5 * SECOND,
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  24 * HOUR,
];

/** How many flags were so late, one count for each bound. */
export type LatenessCounts = readonly number[];

export const NO_LATENESS: LatenessCounts = LATENESS_BOUNDS.map(() => 0);

/** The counts with one flag more. */
export function withLateness(counts: LatenessCounts, late: Millis): LatenessCounts {
  const found = LATENESS_BOUNDS.findIndex((bound) => late <= bound);
  const place = found === -1 ? LATENESS_BOUNDS.length - 1 : found;
  return LATENESS_BOUNDS.map((_bound, i) => (counts[i] ?? 0) + (i === place ? 1 : 0));
}

/** Both counts together. */
export function addLateness(a: LatenessCounts, b: LatenessCounts): LatenessCounts {
  return LATENESS_BOUNDS.map((_bound, i) => (a[i] ?? 0) + (b[i] ?? 0));
}

/** How many there are. */
export function latenessCount(counts: LatenessCounts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How late so large a share (0 to 1) of them was at most: the bound of the count that it falls in; null of none. */
export function latenessAt(counts: LatenessCounts, share: number): Millis | null {
  const wanted = Math.ceil(latenessCount(counts) * share);
  if (wanted === 0) return null;
  let seen = 0;
  const place = counts.findIndex((count) => (seen += count) >= wanted);
  return LATENESS_BOUNDS[place] ?? null;
}
