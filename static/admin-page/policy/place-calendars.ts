import type { NamedCalendar, PolicyDocument } from '../../../src/core/policy/document';
import type { Holiday, OpenHours } from '../../../src/core/time/calendar';

export const BUSINESS_HOURS = 'business-hours';
const AROUND_THE_CLOCK = 'around-the-clock';

/** Where and when a vendor works. */
export interface PlaceHours {
  readonly country: string;
  readonly region: string | null;
  readonly timeZone: string;
  readonly hours: OpenHours;
  readonly holidays: readonly Holiday[];
}

/** The two calendars that a policy begins with: the working week of a place without its holidays, and around the clock. */
export function placeCalendars({
  country,
  region,
  timeZone,
  hours,
  holidays,
}: PlaceHours): PolicyDocument['calendars'] {
  const day = [hours];
  const business: NamedCalendar = {
    label: { en: 'Business hours', fr: 'Heures ouvrables' },
    calendar: {
      timeZone,
      weeklyHours: { 1: day, 2: day, 3: day, 4: day, 5: day },
      holidays: holidays.map(({ date, name }) => (name === undefined ? { date } : { date, name })),
      exceptions: [],
    },
    holidaySource: { country, region },
  };
  const clock: NamedCalendar = {
    label: { en: 'Around the clock', fr: 'En tout temps' },
    calendar: { timeZone, always: true },
    holidaySource: null,
  };
  return { [BUSINESS_HOURS]: business, [AROUND_THE_CLOCK]: clock };
}

/** Ten years: two back, for tickets and reports of the past, and seven from the next on. */
export function holidayYears(year: number): readonly number[] {
  return Array.from({ length: 10 }, (_, index) => year - 2 + index);
}
