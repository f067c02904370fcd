import { checkCalendar, type CalendarProblemCode, type OpenHours } from '../../../src/core/time/calendar';
import { DAY_MINUTES, minutesOf, type DayMinutes, type MinuteSpan } from '../../../src/core/time/open-hours';

/** The longest stretch: less than 24 hours, save a whole day from midnight on. */
const LONGEST: DayMinutes = DAY_MINUTES - 1;
const LAST_END: DayMinutes = 2 * DAY_MINUTES - 1;

/** A day's hours as minutes, in order; hours that cannot be read are none. */
export function spansOf(hours: readonly OpenHours[]): readonly MinuteSpan[] {
  return hours
    .map(({ start, end }) => ({ start: minutesOf(start, 23) ?? NaN, end: minutesOf(end, 47) ?? NaN }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
}

export function hoursOf(spans: readonly MinuteSpan[]): readonly OpenHours[] {
  return spans.map(({ start, end }) => ({ start: wallText(start), end: wallText(end) }));
}

/** `510` is `08:30`; past midnight the hours go on: `26:00`. */
export function wallText(minutes: DayMinutes): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

/** The spans with one put in the place of another, or added where `index` is null; those that overlap or touch become one. */
export function withSpan(spans: readonly MinuteSpan[], index: number | null, span: MinuteSpan): readonly MinuteSpan[] {
  const others = spans.filter((_, i) => i !== index);
  const joined: MinuteSpan[] = [];
  for (const next of [...others, span].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && next.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, next.end) };
    } else joined.push(next);
  }
  return joined.map(({ start, end }) => withinLimits(start, end));
}

/** The span between two points of a drag, either way round, at least one step long. */
export function draggedSpan(from: DayMinutes, to: DayMinutes, step: DayMinutes): MinuteSpan {
  const start = Math.max(0, Math.min(from, to, DAY_MINUTES - step));
  return withinLimits(start, Math.max(from, to, start + step));
}

/** The span moved as a whole; it keeps its length and begins on its own day. */
export function movedSpan({ start, end }: MinuteSpan, by: DayMinutes): MinuteSpan {
  const to = Math.min(Math.max(start + by, 0), DAY_MINUTES - 1, LAST_END - (end - start));
  return { start: to, end: to + end - start };
}

/** The span with its end moved; at least one step remains. */
export function resizedSpan({ start, end }: MinuteSpan, by: DayMinutes, step: DayMinutes): MinuteSpan {
  return withinLimits(start, Math.max(end + by, start + step));
}

const OFFICE: MinuteSpan = { start: 540, end: 1_020 };
const BREAK: DayMinutes = 60;
const ADDED: DayMinutes = 120;

/** Where one more stretch has room: after the last, else before the first, else between two; null in a full day. */
export function addedSpan(spans: readonly MinuteSpan[]): MinuteSpan | null {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return OFFICE;
  const gaps = [
    { start: last.end, end: DAY_MINUTES + BREAK },
    { start: -BREAK, end: first.start },
    ...spans.slice(1).map(({ start }, i) => ({ start: spans[i]?.end ?? start, end: start })),
  ];
  const gap = gaps.find(({ start, end }) => end - start > 2 * BREAK);
  if (gap === undefined) return null;
  const isBefore = gap.end === first.start && gap.start < 0;
  const start = isBefore ? Math.max(0, gap.end - BREAK - ADDED) : gap.start + BREAK;
  return { start, end: Math.min(start + ADDED, gap.end - BREAK) };
}

function withinLimits(start: DayMinutes, end: DayMinutes): MinuteSpan {
  const longest = start === 0 ? DAY_MINUTES : LONGEST;
  return { start, end: Math.min(end, start + longest, LAST_END) };
}

/**
 * A stretch as typed in two fields of a clock: an end that is not after its start is on the next day, and midnight to
 * midnight is the whole day. Null while a field is empty.
 */
export function typedHours(start: string, end: string): OpenHours | null {
  const from = minutesOf(start, 23);
  const to = minutesOf(end, 23);
  if (from === undefined || to === undefined) return null;
  return { start, end: wallText(to > from ? to : to + DAY_MINUTES) };
}

/** The end as a clock's field shows it. */
export function clockEnd(end: string): string {
  return wallText((minutesOf(end, 47) ?? 0) % DAY_MINUTES);
}

/** What is wrong with a day's hours; null where nothing is. */
export function hoursProblem(hours: readonly OpenHours[]): CalendarProblemCode | null {
  return checkCalendar({ timeZone: 'UTC', weeklyHours: { 1: hours } })[0]?.code ?? null;
}
