import { holidaysFor } from '../adapters/holidays/date-holidays';
import { countries, regionsOf } from '../adapters/holidays/places';
import { refreshHolidays } from '../adapters/holidays/refresh-holidays';
import { importIcs } from '../adapters/ics/import-ics';
import type { HolidaySources } from '../services/ports';

/** The adapters that are too heavy for deps.ts: only files that src/admin.ts leads to may import this one. */
export const holidaySources: HolidaySources = {
  countries,
  regionsOf,
  holidaysFor,
  refreshed: refreshHolidays,
  importIcs,
};
