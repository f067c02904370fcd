import type { CustomerHours } from '../contract/customer-panel';
import type { NamedCalendar } from '../core/policy/document';
import { isAlways, withLists } from '../core/time/calendar';

/** A calendar as customers are told of it: its hours, its zone, and whether holidays are left out; never which days. */
export function customerHours({ calendar, label }: NamedCalendar): CustomerHours {
  if (isAlways(calendar)) return { kind: 'around-the-clock', timeZone: calendar.timeZone };
  const { timeZone, weeklyHours, holidays } = withLists(calendar);
  return { kind: 'business-hours', timeZone, weeklyHours, exceptHolidays: holidays.length > 0, label };
}
