import { IANAZone } from 'luxon';
import { DAY, MINUTE, SECOND, type EpochMillis, type Millis } from './instant';
import { dayOfWallClock, epochDayOf, localDateOf, type LocalDate } from './local-date';
import { TimeError } from './time-error';
import { isKnownZone } from './zone-name';
import { instantOf, type ZoneOffsets } from './zone-offsets';

/**
 * How far apart offsets are sampled in search of changes. Two changes nearer to each other than this could be missed;
 * the nearest pair in the zone database since 1970 is six days and 23 hours apart (America/Noronha, October 2000).
 */
const SAMPLE_STEP: Millis = 6 * DAY;

/** Zones change their clocks at a quarter of an hour of UTC; older local times changed at any second. */
const QUARTER: Millis = 15 * MINUTE;

/** A wall clock is at most 26 hours from UTC's, and an overnight shift ends within two days of its day's midnight. */
const MARGIN: Millis = 4 * DAY;

type OffsetChange = { readonly at: EpochMillis; readonly offset: Millis };

/** The zone's offset from UTC at an instant, in milliseconds, east positive. Throws TimeError `unknown-zone`. */
export function offsetAt(timeZone: string, at: EpochMillis): Millis {
  const { first, changes } = offsetsInYear(zoneOf(timeZone), yearOf(at));
  let offset = first;
  for (const change of changes) if (change.at <= at) offset = change.offset;
  return offset;
}

/**
 * The zone's offsets over [from, to) and a few days around it. Changes are found by bisection, since luxon tells offsets
 * but no transitions. Throws TimeError `unknown-zone`.
 */
export function zoneOffsets(timeZone: string, from: EpochMillis, to: EpochMillis): ZoneOffsets {
  const zone = zoneOf(timeZone);
  const first = from - MARGIN;
  const last = to + MARGIN;
  const starts = [first];
  const offsets = [offsetIn(zone, first)];
  const lastYear = yearOf(last);
  for (let year = yearOf(first); year <= lastYear; year++) {
    for (const { at, offset } of offsetsInYear(zone, year).changes) {
      if (at <= first || at > last) continue;
      starts.push(at);
      offsets.push(offset);
    }
  }
  return { starts, offsets };
}

/** The instants in (from, to) at which the zone's offset changes. Throws TimeError `unknown-zone`. */
export function zoneTransitions(timeZone: string, from: EpochMillis, to: EpochMillis): readonly EpochMillis[] {
  return zoneOffsets(timeZone, from, to).starts.filter((start, i) => i > 0 && start > from && start < to);
}

/**
 * The instant at which a clock in the zone shows `minutes` after midnight of `date`; minutes past 1440 run into the next
 * day. Ambiguous: the earlier instant; missing: the instant of the jump (rules.md §3).
 * Throws TimeError `unknown-zone` or `bad-date`.
 *
 * @example
 * instantOfLocal('America/Toronto', '2026-11-01', 90) // => at('2026-11-01T05:30:00Z'), the first 01:30 of two
 * instantOfLocal('America/Toronto', '2026-03-08', 150) // => at('2026-03-08T07:00:00Z'), for 02:30 is left out
 */
export function instantOfLocal(timeZone: string, date: LocalDate, minutes = 0): EpochMillis {
  const day = epochDayOf(date);
  if (day === undefined) throw new TimeError('bad-date', {}, `"${date}" is not a date`);
  const wallClock = day * DAY + minutes * MINUTE;
  return instantOf(zoneOffsets(timeZone, wallClock, wallClock), wallClock);
}

/** The date and the minutes after midnight that a clock in the zone shows. Throws TimeError `unknown-zone`. */
export function localAt(timeZone: string, at: EpochMillis): { readonly date: LocalDate; readonly minutes: number } {
  const wallClock = at + offsetAt(timeZone, at);
  const day = dayOfWallClock(wallClock);
  return { date: localDateOf(day), minutes: Math.floor((wallClock - day * DAY) / MINUTE) };
}

/** The date that a clock in the zone shows. Throws TimeError `unknown-zone`. */
export function localDateAt(timeZone: string, at: EpochMillis): LocalDate {
  return localAt(timeZone, at).date;
}

function zoneOf(timeZone: string): IANAZone {
  if (!isKnownZone(timeZone)) {
    throw new TimeError('unknown-zone', { timeZone }, `"${timeZone}" is not a time zone`);
  }
  return IANAZone.create(timeZone);
}

/** luxon gives minutes, with a fraction for the local mean times of the nineteenth century. */
function offsetIn(zone: IANAZone, at: EpochMillis): Millis {
  return Math.round(zone.offset(at) * MINUTE);
}

/** The offset at a year's start in UTC, and the changes in the year. */
type YearOffsets = { readonly first: Millis; readonly changes: readonly OffsetChange[] };

/**
 * Offsets by zone and year. luxon takes about ten microseconds to tell one offset, and every calendar of a zone needs the
 * same few hundred; they are facts of the zone database, the same for everyone while the process lives.
 */
const offsetsByZone = new Map<string, Map<number, YearOffsets>>();

function offsetsInYear(zone: IANAZone, year: number): YearOffsets {
  const byYear = offsetsByZone.get(zone.name) ?? new Map<number, YearOffsets>();
  offsetsByZone.set(zone.name, byYear);
  const known = byYear.get(year);
  if (known) return known;
  const start = Date.UTC(year, 0);
  const offsets = { first: offsetIn(zone, start), changes: findChanges(zone, start, Date.UTC(year + 1, 0)) };
  byYear.set(year, offsets);
  return offsets;
}

/** The changes in (low, high]. */
function findChanges(zone: IANAZone, low: EpochMillis, high: EpochMillis): readonly OffsetChange[] {
  const changes: OffsetChange[] = [];
  let at = low;
  let before = offsetIn(zone, at);
  while (at < high) {
    const next = Math.min(at + SAMPLE_STEP, high);
    const offset = offsetIn(zone, next);
    if (offset !== before) changes.push({ at: changeBetween(zone, at, next, before), offset });
    at = next;
    before = offset;
  }
  return changes;
}

function changeBetween(zone: IANAZone, low: EpochMillis, high: EpochMillis, before: Millis): EpochMillis {
  const coarse = bisect(zone, low, high, before, QUARTER);
  const isExact = offsetIn(zone, coarse - SECOND) === before;
  return isExact ? coarse : bisect(zone, coarse - QUARTER, coarse, before, SECOND);
}

/** The first multiple of `step` in (low, high] at which the offset is no longer `before`; both ends are multiples. */
function bisect(zone: IANAZone, low: EpochMillis, high: EpochMillis, before: Millis, step: Millis): EpochMillis {
  let still = low;
  let changed = high;
  while (changed - still > step) {
    const middle = still + Math.floor((changed - still) / (2 * step)) * step;
    if (offsetIn(zone, middle) === before) still = middle;
    else changed = middle;
  }
  return changed;
}

function yearOf(at: EpochMillis): number {
  return new Date(at).getUTCFullYear();
}
