import type { Holiday } from '../core/time/calendar';
import type { HolidayPlace, PartHoliday, PublicHoliday, SkippedEntry } from '../core/time/holiday-sources';

/** What the admin page asks while a calendar is edited. Nothing of it is kept: what an admin takes goes into the draft. */
export type CalendarApi = {
  /** The countries whose holidays are known, in the order of their English names. */
  countries: { request: Record<string, never>; response: { readonly countries: readonly HolidayPlace[] } };
  /** The regions of a country that have holidays of their own; none for most. */
  regions: { request: { readonly country: string }; response: { readonly regions: readonly HolidayPlace[] } };
  /** Public holidays of at most 20 years, in order; refused for a place or a year that is not known. */
  holidays: {
    request: { readonly country: string; readonly region: string | null; readonly years: readonly number[] };
    response: { readonly holidays: readonly PublicHoliday[]; readonly partDays: readonly PartHoliday[] };
  };
  /** The days that a calendar file (ICS) closes, and each entry that closes none with the reason. */
  readCalendarFile: {
    request: { readonly file: string; readonly timeZone: string; readonly from: string; readonly to: string };
    response: { readonly holidays: readonly Holiday[]; readonly skipped: readonly SkippedEntry[] };
  };
  /** Names of organizations that have a plan on this calendar; `complete` is false where there were too many to look at. */
  calendarUse: {
    request: { readonly calendar: string };
    response: { readonly organizations: readonly string[]; readonly complete: boolean };
  };
};
