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

/** A wall clock is at most 26 hours from UTC's, and an overnight shift ends within two days of its day's midnight. */
const MARGIN: Millis = 4 * DAY;

/** The zone's offset from UTC at an instant, in milliseconds, east positive. Throws TimeError `unknown-zone`. */
export function offsetAt(timeZone: string, at: EpochMillis): Millis {
  return offsetIn(zoneOf(timeZone), at);
}

/**
 * The zone's offsets over [from, to) and a few days around it. Changes are found by bisection to the second, since luxon
 * tells offsets but no transitions. Throws TimeError `unknown-zone`.
 */
export function zoneOffsets(timeZone: string, from: EpochMillis, to: EpochMillis): ZoneOffsets {
  const zone = zoneOf(timeZone);
  const end = to + MARGIN;
  // On a whole second, so that bisection by whole seconds lands on the change itself.
  let at = Math.floor((from - MARGIN) / SECOND) * SECOND;
  let offset = offsetIn(zone, at);
  const starts = [at];
  const offsets = [offset];
  while (at < end) {
    const next = at + SAMPLE_STEP;
    const nextOffset = offsetIn(zone, next);
    if (nextOffset !== offset) {
      starts.push(changeBetween(zone, at, next, offset));
      offsets.push(nextOffset);
    }
    at = next;
    offset = nextOffset;
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

/** The first whole second in (low, high] at which the offset is no longer `before`. */
function changeBetween(zone: IANAZone, low: EpochMillis, high: EpochMillis, before: Millis): EpochMillis {
  let still = low;
  let changed = high;
  while (changed - still > SECOND) {
    const middle = still + Math.floor((changed - still) / (2 * SECOND)) * SECOND;
    if (offsetIn(zone, middle) === before) still = middle;
    else changed = middle;
  }
  return changed;
}
