import type { OpenHours } from './calendar';

/** Minutes after the midnight that begins the day. */
export type DayMinutes = number;

/** Open hours as numbers, half-open. */
export type MinuteSpan = { readonly start: DayMinutes; readonly end: DayMinutes };

export const DAY_MINUTES: DayMinutes = 1440;

const WALL_TIME = /^\d{2}:\d{2}$/;

/** The minutes of a wall time `HH:MM` from 00:00 to `lastHour`:59, or undefined. */
export function minutesOf(text: unknown, lastHour: number): DayMinutes | undefined {
  if (typeof text !== 'string' || !WALL_TIME.test(text)) return undefined;
  const hours = Number(text.slice(0, 2));
  const minutes = Number(text.slice(3, 5));
  return hours <= lastHour && minutes <= 59 ? hours * 60 + minutes : undefined;
}

/** Checked hours as numbers, in order of their start, touching ones joined. */
export function minuteSpans(hours: readonly OpenHours[]): readonly MinuteSpan[] {
  const spans = hours
    .map(({ start, end }) => ({ start: minutesOf(start, 23) ?? NaN, end: minutesOf(end, 47) ?? NaN }))
    .sort((a, b) => a.start - b.start);
  const joined: MinuteSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last?.end === span.start) joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push(span);
  }
  return joined;
}

/** How long the spans last together, in minutes. */
export function lengthOf(spans: readonly MinuteSpan[]): DayMinutes {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
