import type { CalendarKey, NamedCalendar } from '../../../src/core/policy/document';
import type { Holiday, OpenHours, WeeklyCalendar } from '../../../src/core/time/calendar';
import type { LocalDate } from '../../../src/core/time/local-date';
import { useWorkspace } from '../workspace-context';

/** What can be made of one date, each as one change of the draft. */
export interface DayChanges {
  /** Neither holiday nor exception. */
  readonly asUsual: (date: LocalDate) => void;
  readonly asHoliday: (holiday: Holiday) => void;
  readonly withHours: (date: LocalDate, hours: readonly OpenHours[]) => void;
}

/** The changes of one date of a calendar. */
export function useDayChanges(
  calendar: CalendarKey,
  weekly: WeeklyCalendar,
  source: NamedCalendar['holidaySource'],
): DayChanges {
  const { draft } = useWorkspace();
  const others = (date: LocalDate): readonly Holiday[] => weekly.holidays.filter((holiday) => holiday.date !== date);
  const holidays = (all: readonly Holiday[]) =>
    ({
      kind: 'calendar-holidays',
      calendar,
      holidays: [...all].sort((a, b) => (a.date < b.date ? -1 : 1)),
      source,
    }) as const;
  const exception = (date: LocalDate, hours: readonly OpenHours[] | null) =>
    ({ kind: 'calendar-exception', calendar, date, hours }) as const;
  return {
    asUsual: (date) => draft.add(exception(date, null), holidays(others(date))),
    asHoliday: (holiday) => draft.add(exception(holiday.date, null), holidays([...others(holiday.date), holiday])),
    withHours: (date, hours) => draft.add(exception(date, hours)),
  };
}
