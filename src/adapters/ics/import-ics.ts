import type { Holiday } from '../../core/time/calendar';
import type { IcsAnswer, IcsQuestion, SkippedEntry, SkippedReason } from '../../core/time/holiday-sources';
import { DAY } from '../../core/time/instant';
import { epochDayOf, localDateOf, type EpochDay } from '../../core/time/local-date';
import { fileZones, readEventTime, wholeDays, type EventTime, type FileZones } from './event-times';
import { icsBlocks, type IcsBlock } from './ics-blocks';
import { propertyOf, readComponent, textOf, type JcalComponent } from './jcal';
import { recurrenceDays } from './recurrence-days';
import { readRule } from './recurrence-rule';

const MOST_CHARACTERS = 2_000_000;
const MOST_DAYS_AT_A_TIME = 366;

/**
 * The days that a calendar file (RFC 5545) closes, one entry a date in order, and every entry that closes none with the
 * reason. All-day events close their days, timed ones the days they cover wholly; recurrences, their exceptions and moved
 * occurrences are followed within [from, to]. Names are the file's own, the same in both languages.
 */
export function importIcs(file: string, { timeZone, from, to }: IcsQuestion): IcsAnswer {
  const range = { first: epochDayOf(from), last: epochDayOf(to) };
  if (range.first === undefined || range.last === undefined || range.first > range.last) {
    return { ok: false, code: 'bad-range' };
  }
  if (file.length > MOST_CHARACTERS) return { ok: false, code: 'too-large' };
  const blocks = icsBlocks(file);
  if (!blocks) return { ok: false, code: 'not-a-calendar' };
  const zones = fileZones(blocks.filter(({ kind }) => kind === 'VTIMEZONE').map(({ text }) => text));
  const entries = blocks.filter(({ kind }) => kind !== 'VTIMEZONE').map(readEntry);
  const moved = movedOccurrences(entries, timeZone, zones);
  const names = new Map<EpochDay, string>();
  const skipped: SkippedEntry[] = [];
  for (const { block, event } of entries) {
    const days = event
      ? daysOf(event, { timeZone, zones, moved, first: range.first, last: range.last })
      : reasonOf(block);
    if (typeof days === 'string') skipped.push({ name: block.summary, reason: days });
    else for (const day of days) names.set(day, joinedName(names.get(day), block.summary));
  }
  const holidays = [...names].sort(([a], [b]) => a - b).map(([day, name]) => holidayOf(day, name));
  return { ok: true, holidays, skipped };
}

type Entry = { readonly block: IcsBlock; readonly event: JcalComponent | undefined };
type Context = Pick<IcsQuestion, 'timeZone'> & {
  readonly zones: FileZones;
  readonly moved: ReadonlySet<string>;
  readonly first: EpochDay;
  readonly last: EpochDay;
};

function readEntry(block: IcsBlock): Entry {
  return { block, event: block.kind === 'VEVENT' ? readComponent(block.text) : undefined };
}

function reasonOf({ kind }: IcsBlock): SkippedReason {
  return kind === 'VEVENT' || kind === 'UNFINISHED' ? 'unreadable' : 'not-an-event';
}

function daysOf(event: JcalComponent, context: Context): readonly EpochDay[] | SkippedReason {
  if (textOf(event, 'status')?.toUpperCase() === 'CANCELLED') return 'cancelled';
  const { timeZone, zones, first, last } = context;
  const started = propertyOf(event, 'dtstart');
  if (!started) return 'no-start';
  const start = readEventTime(started, started.values[0], timeZone, zones);
  if (typeof start === 'string') return start;
  const length = lengthOf(event, start, context);
  if (typeof length === 'string') return length;
  const starts = startsOf(event, start, context);
  if (typeof starts === 'string') return starts;
  const days = starts.flatMap((day) =>
    start.isDate
      ? Array.from({ length: Math.round(length / DAY) }, (_, i) => day + i)
      : wholeDays(timeZone, start.instantOn(day), start.instantOn(day) + length),
  );
  if (starts.length > 0 && days.length === 0) return 'part-of-a-day';
  const wanted = days.filter((day) => day >= first && day <= last);
  return wanted.length === 0 ? 'outside-range' : wanted;
}

/** From the event's start to its end, in milliseconds; an all-day event without an end has its one day. */
function lengthOf(event: JcalComponent, start: EventTime, { timeZone, zones }: Context): number | SkippedReason {
  const ended = propertyOf(event, 'dtend');
  const end = ended ? readEventTime(ended, ended.values[0], timeZone, zones) : undefined;
  if (typeof end === 'string') return end;
  const length = end ? between(start, end) : statedLength(textOf(event, 'duration'), start);
  if (length === undefined) return 'unreadable';
  if (length <= 0) return 'no-length';
  return length > MOST_DAYS_AT_A_TIME * DAY ? 'too-long' : length;
}

function between(start: EventTime, end: EventTime): number {
  return start.isDate ? (end.day - start.day) * DAY : end.instantOn(end.day) - start.instantOn(start.day);
}

/** DURATION as RFC 5545 §3.3.6 writes it, without a sign. */
function statedLength(text: string | undefined, start: EventTime): number | undefined {
  if (text === undefined) return start.isDate ? DAY : 0;
  const parts = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!parts) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part || 0));
  return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000;
}

/** The days on which occurrences start, early enough that one that is under way when the range begins is among them. */
function startsOf(event: JcalComponent, start: EventTime, context: Context): readonly EpochDay[] | SkippedReason {
  const dates = (name: string): readonly (EpochDay | SkippedReason)[] =>
    event.properties
      .filter((property) => property.name === name)
      .flatMap((property) =>
        property.values.map((value) => {
          const time = readEventTime(property, value, context.timeZone, context.zones);
          return typeof time === 'string' ? time : time.day;
        }),
      );
  const added = dates('rdate');
  const removed = dates('exdate');
  if (added.some((date) => typeof date === 'string') || propertyOf(event, 'exrule')) return 'unsupported-rule';
  if (removed.some((date) => typeof date === 'string')) return 'bad-date';
  const ruled = propertyOf(event, 'rrule');
  const rule = ruled ? readRule(ruled) : undefined;
  if (ruled && !rule) return 'unsupported-rule';
  const regular = rule ? recurrenceDays(rule, start.day, context.last) : [start.day];
  const uid = textOf(event, 'uid');
  const isMoved = propertyOf(event, 'recurrence-id') !== undefined;
  const earliest = context.first - MOST_DAYS_AT_A_TIME - 1;
  return [...new Set([...regular, ...added])]
    .filter((day): day is EpochDay => typeof day === 'number' && (day >= earliest || !rule))
    .filter((day) => !removed.includes(day) && (isMoved || !context.moved.has(`${uid ?? ''} ${day}`)));
}

/** Occurrences that another entry of the same UID replaces, as `uid day`. */
function movedOccurrences(entries: readonly Entry[], timeZone: string, zones: FileZones): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ event }) => {
      const replaced = event ? propertyOf(event, 'recurrence-id') : undefined;
      const time = replaced ? readEventTime(replaced, replaced.values[0], timeZone, zones) : 'bad-date';
      return !event || typeof time === 'string' ? [] : [`${textOf(event, 'uid') ?? ''} ${time.day}`];
    }),
  );
}

function joinedName(known: string | undefined, name: string): string {
  return known === undefined || known === name ? name : `${known}, ${name}`;
}

function holidayOf(day: EpochDay, name: string): Holiday {
  const date = localDateOf(day);
  return name === '' ? { date } : { date, name: { en: name, fr: name } };
}
