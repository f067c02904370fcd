import type { EpochMillis, Millis } from './instant';
import type { WallClock } from './local-date';

/**
 * A zone's offsets from UTC over a range: `offsets[i]` is in force from `starts[i]` up to `starts[i + 1]`, the first
 * also before the range and the last after it. Plain data without luxon, so that a browser can read wall clocks too.
 */
export type ZoneOffsets = {
  readonly starts: readonly EpochMillis[];
  readonly offsets: readonly Millis[];
};

/** What a wall clock in the zone shows at an instant. */
export function wallClockAt(zone: ZoneOffsets, at: EpochMillis): WallClock {
  let i = zone.starts.length - 1;
  while (i > 0 && (zone.starts[i] ?? -Infinity) > at) i--;
  return at + (zone.offsets[i] ?? 0);
}

/**
 * The stretch of constant offset in which a wall clock first shows `wallClock` or more, searched from stretch `from` on.
 * Wall clocks asked in rising order can hand the last answer back as `from`.
 */
export function stretchOf(zone: ZoneOffsets, wallClock: WallClock, from = 0): number {
  let i = from;
  while (wallClock - (zone.offsets[i] ?? 0) >= (zone.starts[i + 1] ?? Infinity)) i++;
  return i;
}

/**
 * The first instant at which a wall clock in the zone shows `wallClock` or more (rules.md §3): a reading that comes twice
 * is its earlier instant, a reading that a jump leaves out is the instant of the jump.
 */
export function instantOf(zone: ZoneOffsets, wallClock: WallClock, from = 0): EpochMillis {
  const i = stretchOf(zone, wallClock, from);
  const instant = wallClock - (zone.offsets[i] ?? 0);
  return i === 0 ? instant : Math.max(instant, zone.starts[i] ?? instant);
}
