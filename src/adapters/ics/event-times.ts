import ICAL from 'ical.js';
import { DAY, MINUTE, SECOND, type EpochMillis } from '../../core/time/instant';
import { epochDayOf, localDateOf, type EpochDay } from '../../core/time/local-date';
import { instantOfLocal, localAt } from '../../core/time/zone';
import { isKnownZone } from '../../core/time/zone-name';
import type { JcalProperty } from './jcal';

/** A date, or a wall clock's reading in some zone. */
export type EventTime = {
  readonly day: EpochDay;
  readonly isDate: boolean;
  /** The instant at which the same wall clock reads the same on another day. */
  readonly instantOn: (day: EpochDay) => EpochMillis;
};

/** Files hold 1601 for "always" (Outlook); nothing closes a day beyond these dates. */
const FIRST_DATE = '1601-01-01';
const LAST_DATE = '2199-12-31';

export type EventTimeProblem = 'bad-date' | 'unknown-zone';

/** What a file's own zones are called, for those that are not IANA's (`Eastern Standard Time`). */
export type FileZones = ReadonlyMap<string, ICAL.Timezone>;

/**
 * Reads DTSTART, DTEND, EXDATE, RECURRENCE-ID and the like. A time without a zone is on the calendar's own wall clock; a
 * zone is IANA's, else as the file describes it in VTIMEZONE.
 */
export function readEventTime(
  { parameters }: Pick<JcalProperty, 'parameters'>,
  value: unknown,
  timeZone: string,
  zones: FileZones,
): EventTime | EventTimeProblem {
  const [, date = '', hours, minutes, seconds, utc] =
    (typeof value === 'string' && /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(Z)?)?$/.exec(value)) || [];
  const day = date >= FIRST_DATE && date <= LAST_DATE ? epochDayOf(date) : undefined;
  if (day === undefined) return 'bad-date';
  if (hours === undefined) {
    return { day, isDate: true, instantOn: (on) => instantOfLocal(timeZone, localDateOf(on)) };
  }
  const clock = Number(hours) * 60 + Number(minutes);
  const rest = Number(seconds) * SECOND;
  if (clock >= DAY / MINUTE || rest >= MINUTE) return 'bad-date';
  const named = utc === 'Z' ? 'UTC' : parameters['tzid'];
  const zone = typeof named === 'string' ? named : timeZone;
  if (isKnownZone(zone)) {
    return { day, isDate: false, instantOn: (on) => instantOfLocal(zone, localDateOf(on), clock) + rest };
  }
  const described = zones.get(zone);
  if (!described) return 'unknown-zone';
  return {
    day,
    isDate: false,
    instantOn: (on) => {
      const [year, month, dayOfMonth] = localDateOf(on).split('-').map(Number);
      const time = new ICAL.Time(
        { year, month, day: dayOfMonth, hour: Number(hours), minute: Number(minutes) },
        described,
      );
      return time.toUnixTime() * SECOND + rest;
    },
  };
}

/** The zones that VTIMEZONE components describe; one that cannot be read is as good as absent. */
export function fileZones(texts: readonly string[]): FileZones {
  const zones = new Map<string, ICAL.Timezone>();
  for (const text of texts) {
    try {
      const zone = new ICAL.Timezone(ICAL.Component.fromString(text));
      zones.set(zone.tzid, zone);
    } catch {
      continue;
    }
  }
  return zones;
}

/** The days in the zone that [start, end) covers from midnight to midnight. */
export function wholeDays(timeZone: string, start: EpochMillis, end: EpochMillis): readonly EpochDay[] {
  const touched = epochDayOf(localAt(timeZone, start).date) ?? NaN;
  const days: EpochDay[] = [];
  for (let day = touched; instantOfLocal(timeZone, localDateOf(day + 1)) <= end; day++) {
    if (instantOfLocal(timeZone, localDateOf(day)) >= start) days.push(day);
  }
  return days;
}
