import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenHours, WeeklyCalendar } from '../../../src/core/time/calendar';
import { epochDayOf, localDateOf, weekdayOf, type Weekday } from '../../../src/core/time/local-date';

/** A result that another system gave, recorded in test/fixtures/time/recorded-cases.json. */
export type RecordedCase = {
  readonly id: string;
  readonly op: string;
  readonly cal: string;
  readonly start: string;
  readonly end?: string;
  readonly seconds?: number;
  readonly n?: number;
  readonly signed?: boolean;
  readonly floored?: boolean;
  readonly unit?: string;
  readonly expect: unknown;
  readonly brute?: unknown;
  readonly verdict: 'agrees' | 'same-business-instant' | 'differs';
};

type RecordedHours = readonly (readonly [string, string])[];
type RecordedCalendar = {
  readonly tz: string;
  readonly week: Readonly<Record<string, RecordedHours>>;
  readonly holidays?: readonly string[];
  readonly holidays_yearly?: readonly string[];
  readonly special?: Readonly<Record<string, RecordedHours>>;
  readonly breaks?: readonly (readonly [string, string])[];
};
type RecordedSystem = {
  readonly calendars: Readonly<Record<string, RecordedCalendar>>;
  readonly cases: readonly RecordedCase[];
};
export type RecordedCases = { readonly systems: Readonly<Record<string, RecordedSystem>> };

export function readRecordedCases(): RecordedCases {
  const file = join(__dirname, '../../fixtures/time/recorded-cases.json');
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedCases;
}

/** The calendar in Cadran's form; a dated break becomes an exception with the rest of that day's hours. */
export function calendarOf(system: string, recorded: RecordedCalendar): WeeklyCalendar {
  const week = Object.fromEntries(Object.entries(recorded.week).map(([day, spans]) => [day, openHours(spans)]));
  const yearly = (recorded.holidays_yearly ?? []).flatMap((day) =>
    Array.from({ length: 45 }, (_, i) => `${1990 + i}-${day}`),
  );
  const holidays = [...(recorded.holidays ?? []), ...yearly];
  const special = Object.entries(recorded.special ?? {})
    // Only this system lets special hours win over a holiday.
    .filter(([date]) => system === 'working_hours' || !holidays.includes(date))
    .map(([date, spans]) => ({ date, hours: openHours(spans) }));
  const calendar: WeeklyCalendar = {
    timeZone: recorded.tz,
    weeklyHours: week,
    holidays: holidays.map((date) => ({ date })),
    exceptions: special,
  };
  return { ...calendar, exceptions: withBreaks(calendar, recorded.breaks ?? []) };
}

function openHours(spans: RecordedHours): readonly OpenHours[] {
  return spans.map(([start, end]) => ({ start, end }));
}

function withBreaks(
  calendar: WeeklyCalendar,
  breaks: readonly (readonly [string, string])[],
): WeeklyCalendar['exceptions'] {
  const byDate = new Map(calendar.exceptions.map(({ date, hours }) => [date, hours]));
  const closed = new Set(calendar.holidays.map(({ date }) => date));
  for (const [from, to] of breaks) {
    for (let day = epochDayOf(from.slice(0, 10))!; day <= epochDayOf(to.slice(0, 10))!; day++) {
      const date = localDateOf(day);
      const weekday: Weekday = weekdayOf(day);
      const usual = byDate.get(date) ?? (closed.has(date) ? [] : (calendar.weeklyHours[weekday] ?? []));
      const start = from.slice(0, 10) < date ? '00:00' : from.slice(11, 16);
      const end = to.slice(0, 10) > date ? '24:00' : to.slice(11, 16);
      byDate.set(
        date,
        usual.flatMap((span) =>
          [
            { start: span.start, end: span.end < start ? span.end : start },
            { start: span.start > end ? span.start : end, end: span.end },
          ].filter((rest) => rest.start < rest.end),
        ),
      );
    }
  }
  return [...byDate].map(([date, hours]) => ({ date, hours }));
}
