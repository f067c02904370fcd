import { isAlways, withLists, type SlaCalendar } from './calendar';
import { DAY, type EpochMillis } from './instant';
import { localDateOf, type LocalDate } from './local-date';

/** How far a calendar's holidays reach. */
export type HolidayCoverage = {
  /** The last day known to be covered: 31 December of the last year that has a holiday. */
  readonly lastCovered: LocalDate;
  /** Whole days from the asked instant to the end of that day, 0 or less when it is past. */
  readonly daysLeft: number;
  readonly hasRunOut: boolean;
};

/**
 * When the calendar's holidays run out, seen from `at`: holidays are entered by the year, so the year of the last one is
 * taken as complete. Undefined for 24x7 and for a calendar that observes none. Days are counted in UTC, since a warning
 * given months ahead does not turn on a zone.
 */
export function holidaysRunOut(calendar: SlaCalendar, at: EpochMillis): HolidayCoverage | undefined {
  if (isAlways(calendar)) return undefined;
  const last = withLists(calendar)
    .holidays.map(({ date }) => date)
    .sort()
    .at(-1);
  if (last === undefined) return undefined;
  const lastCovered = `${last.slice(0, 4)}-12-31`;
  const end = Date.UTC(Number(last.slice(0, 4)) + 1, 0);
  return {
    lastCovered,
    daysLeft: Math.floor((end - at) / DAY),
    hasRunOut: localDateOf(Math.floor(at / DAY)) > lastCovered,
  };
}
