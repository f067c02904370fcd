import { refreshHolidays as refresh } from '../services/refresh-holidays';
import { holidaySources } from './calendar-deps';
import { ports } from './deps';

/** Weekly: calendars get the holidays of the years to come before those they have run out. */
export async function refreshHolidays(): Promise<void> {
  await refresh(ports, holidaySources);
}
