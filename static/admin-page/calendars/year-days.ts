import { isAlways, type SlaCalendar } from '../../../src/core/time/calendar';
import { calendarDays } from '../../../src/core/time/calendar-days';
import { DAY } from '../../../src/core/time/instant';
import { epochDayOf, localDateOf, weekdayOf, type LocalDate, type Weekday } from '../../../src/core/time/local-date';
import type { MinuteSpan } from '../../../src/core/time/open-hours';
import type { Bilingual } from '../../../src/core/policy/text';

/** What a day is in a calendar: an exception counts before a holiday, a holiday before the weekday. */
export type DayKind = 'exception' | 'holiday' | 'open' | 'closed';

export interface YearDay {
  readonly date: LocalDate;
  readonly weekday: Weekday;
  readonly kind: DayKind;
  readonly spans: readonly MinuteSpan[];
  /** The holiday's name, also where an exception gives the day hours; null for none or one without a name. */
  readonly name: Bilingual | null;
}

/** The days of a year by month, from January on. */
export function yearDays(calendar: SlaCalendar, year: number): readonly (readonly YearDay[])[] {
  const { hoursOn, isHoliday } = calendarDays(calendar);
  const { holidays, exceptions } = isAlways(calendar) ? { holidays: [], exceptions: [] } : calendar;
  const names = new Map(holidays.map(({ date, name }) => [date, name ?? null]));
  const excepted = new Set(exceptions.map(({ date }) => date));
  const dayOf = (epochDay: number): YearDay => {
    const date = localDateOf(epochDay);
    const spans = hoursOn(epochDay);
    const kind = excepted.has(date)
      ? 'exception'
      : isHoliday(epochDay)
        ? 'holiday'
        : spans.length > 0
          ? 'open'
          : 'closed';
    return { date, weekday: weekdayOf(epochDay), kind, spans, name: names.get(date) ?? null };
  };
  return Array.from({ length: 12 }, (_, month) => {
    const first = Date.UTC(year, month) / DAY;
    const next = Date.UTC(year, month + 1) / DAY;
    return Array.from({ length: next - first }, (_unused, i) => dayOf(first + i));
  });
}

/** A month's days in weeks from Monday on; null where a week has days of another month. */
export function weeksOf(days: readonly YearDay[]): readonly (readonly (YearDay | null)[])[] {
  const before: null[] = Array.from({ length: (days[0]?.weekday ?? 1) - 1 }, () => null);
  const cells: (YearDay | null)[] = [...before, ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The day that a key moves to: a day, a week or a month away, or an end of the month; null for other keys. */
export function dayAfterKey(key: string, date: LocalDate): LocalDate | null {
  const day = epochDayOf(date);
  if (day === undefined) return null;
  const [year, month, ofMonth] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))];
  const inMonth = (to: number): LocalDate => {
    const last = new Date(Date.UTC(year, to + 1, 0)).getUTCDate();
    return localDateOf(Date.UTC(year, to, Math.min(ofMonth, last)) / DAY);
  };
  switch (key) {
    case 'ArrowLeft':
      return localDateOf(day - 1);
    case 'ArrowRight':
      return localDateOf(day + 1);
    case 'ArrowUp':
      return localDateOf(day - 7);
    case 'ArrowDown':
      return localDateOf(day + 7);
    case 'PageUp':
      return inMonth(month - 1);
    case 'PageDown':
      return inMonth(month + 1);
    case 'Home':
      return localDateOf(Date.UTC(year, month, 1) / DAY);
    case 'End':
      return localDateOf(Date.UTC(year, month + 1, 0) / DAY);
    default:
      return null;
  }
}
