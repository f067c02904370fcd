import type { NamedCalendar } from '../../core/policy/document';
import { isAlways, type Holiday } from '../../core/time/calendar';
import type { EpochMillis } from '../../core/time/instant';
import type { RefreshResult } from '../../services/ports';
import { holidaysFor } from './date-holidays';

/** How many whole years ahead of now a refreshed calendar knows its holidays. */
export const YEARS_AHEAD = 5;

/**
 * The calendar with its source's holidays up to five years ahead of `at`. Only years after the last one entered are added:
 * what an admin took out, moved or put in stays, and no past day changes (rules.md §3). Its place is where a calendar is
 * saved or looked after, never the path of events: what it imports is heavy.
 */
export function refreshHolidays(named: NamedCalendar, at: EpochMillis): RefreshResult {
  const { calendar, holidaySource } = named;
  if (isAlways(calendar) || holidaySource === null || calendar.holidays.length === 0) return { kind: 'unchanged' };
  const lastEntered = Math.max(...calendar.holidays.map(({ date }) => Number(date.slice(0, 4))));
  const lastWanted = new Date(at).getUTCFullYear() + YEARS_AHEAD;
  if (lastEntered >= lastWanted) return { kind: 'unchanged' };
  const years = Array.from({ length: lastWanted - lastEntered }, (_, index) => lastEntered + 1 + index);
  const answer = holidaysFor({ ...holidaySource, years });
  if (!answer.ok) return { kind: 'unknown-source', code: answer.code };
  const added = answer.holidays.map(({ date, name }): Holiday => ({ date, name }));
  return {
    kind: 'refreshed',
    calendar: { ...named, calendar: { ...calendar, holidays: [...calendar.holidays, ...added] } },
    added,
  };
}
