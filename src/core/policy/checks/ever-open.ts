import { checkCalendar, isAlways, type SlaCalendar } from '../../time/calendar';

/** Whether the calendar is sound and opens in an ordinary week. */
export function isEverOpen(calendar: SlaCalendar): boolean {
  if (checkCalendar(calendar).length > 0) return false;
  return isAlways(calendar) || Object.values(calendar.weeklyHours).some((hours) => hours.length > 0);
}
