/** Instants as Jira writes them: in the caller's zone, with an offset that has no colon (`+1100`). */
import type { Instant } from '../../seam';
import type { JsonObject } from '../model';

interface WallClock {
  date: string;
  time: string;
  millis: string;
  offset: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  formats.set(timeZone, made);
  return made;
}

function wallClock(instant: Instant, timeZone: string): WallClock {
  const part: Record<string, string> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) part[type] = value;
  const offset = (part['timeZoneName'] ?? 'GMT').replace('GMT', '').replace(':', '');
  return {
    date: `${part['year']}-${part['month']}-${part['day']}`,
    time: `${part['hour']}:${part['minute']}:${part['second']}`,
    millis: String(((instant % 1000) + 1000) % 1000).padStart(3, '0'),
    offset: offset === '' ? '+0000' : offset,
  };
}

/** `2026-11-22T10:00:00.000+1100`. */
export function jiraTimestamp(instant: Instant, timeZone: string): string {
  const { date, time, millis, offset } = wallClock(instant, timeZone);
  return `${date}T${time}.${millis}${offset}`;
}

/** JSM's date object: iso8601 without milliseconds, jira with them, and the instant itself. */
export function jsmDate(instant: Instant, timeZone: string): JsonObject {
  const { date, time, offset } = wallClock(instant, timeZone);
  return {
    iso8601: `${date}T${time}${offset}`,
    jira: jiraTimestamp(instant, timeZone),
    friendly: `${date} ${time.slice(0, 5)}`,
    epochMillis: instant,
  };
}

/** A wall clock's parts; a day or month past its end runs over into the next. */
export interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

export function wallOf(instant: Instant, timeZone: string): Wall {
  const { date, time } = wallClock(instant, timeZone);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return { year, month, day, hour, minute };
}

/** The instant of a wall clock in a zone; twice the offset is looked up, so that a change of offset that day counts. */
export function instantOfWall({ year, month, day, hour, minute }: Wall, timeZone: string): Instant {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const first = asUtc - offsetOf(asUtc, timeZone);
  return asUtc - offsetOf(first, timeZone);
}

function offsetOf(instant: Instant, timeZone: string): number {
  const { offset } = wallClock(instant, timeZone);
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3, 5));
  return (offset.startsWith('-') ? -1 : 1) * minutes * 60_000;
}
