import { checkCalendar } from '../../time/calendar';
import { holidaysRunOut } from '../../time/holidays-run-out';
import type { EpochMillis } from '../../time/instant';
import type { NamedCalendar, PolicyDocument } from '../document';
import type { Reported } from '../finding';
import { calendarOf } from '../lookup';
import { isEverOpen } from './ever-open';
import { goalsOf, placeOf } from './goals-of';

/** Holidays of the next year are known well before; half a year leaves time to look at them. */
const WARN_DAYS_AHEAD = 180;

/** Calendars that cannot be counted in, whose holidays run out as seen from `at`, and targets that name none. */
export function checkCalendars(document: PolicyDocument, at: EpochMillis): readonly Reported[] {
  return [
    ...withoutCalendar(document),
    ...Object.entries(document.calendars).flatMap(([key, named]) => faults(key, named, at)),
  ];
}

function withoutCalendar(document: PolicyDocument): readonly Reported[] {
  return goalsOf(document)
    .filter(({ setting }) => calendarOf(document, setting.calendar) === undefined)
    .map((goal) => ({
      code: 'goal-without-calendar',
      place: { kind: 'goal', ...placeOf(goal) },
      facts: { ...placeOf(goal), calendar: goal.setting.calendar },
    }));
}

function faults(calendar: string, named: NamedCalendar, at: EpochMillis): readonly Reported[] {
  const place = { kind: 'calendar', calendar } as const;
  const problems = checkCalendar(named.calendar);
  if (problems.length > 0) return [{ code: 'calendar-invalid', place, facts: { calendar, problems } }];
  if (!isEverOpen(named.calendar)) return [{ code: 'calendar-never-open', place, facts: { calendar } }];
  const coverage = holidaysRunOut(named.calendar, at);
  if (coverage === undefined || coverage.daysLeft >= WARN_DAYS_AHEAD) return [];
  return [{ code: 'holidays-run-out', place, facts: { calendar, lastCovered: coverage.lastCovered } }];
}
