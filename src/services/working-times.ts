import type { SlaCalendar } from '../core/time/calendar';
import { compileCalendar, type WorkingTime } from '../core/time/working-time';
import type { EpochMillis } from '../core/time/instant';

/** How far ahead of now a due time can lie: the longest target over the emptiest calendar an admin may publish. */
const YEARS_AHEAD = 3;

/**
 * Compiled working time, kept for as long as the calendar object lives: policy versions are immutable and cached by the
 * store, so a warm function compiles nothing. Whole years are compiled, so that tickets share the result.
 */
const compiled = new WeakMap<SlaCalendar, Map<string, WorkingTime>>();

/**
 * A lookup of compiled working time covering a ticket from its creation to any due time from `now` on.
 * Errors: those of compileCalendar, for a calendar that cannot be compiled.
 */
export function workingTimesFor(createdAt: EpochMillis, now: EpochMillis): (calendar: SlaCalendar) => WorkingTime {
  const fromYear = new Date(Math.min(createdAt, now)).getUTCFullYear() - 1;
  const toYear = new Date(now).getUTCFullYear() + YEARS_AHEAD;
  const range = `${fromYear}-${toYear}`;
  return (calendar) => {
    const ofCalendar = compiled.get(calendar) ?? new Map<string, WorkingTime>();
    compiled.set(calendar, ofCalendar);
    const known = ofCalendar.get(range);
    if (known !== undefined) return known;
    const fresh = compileCalendar(calendar, Date.UTC(fromYear, 0, 1), Date.UTC(toYear, 0, 1));
    ofCalendar.set(range, fresh);
    return fresh;
  };
}
