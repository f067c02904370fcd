import { QUEBEC_HOLIDAYS } from '../../../time/presets/quebec-holidays';
import type { OpenHours } from '../../../time/calendar';
import type { NamedCalendar, PolicyDocument } from '../../document';
import { AROUND_THE_CLOCK, BUSINESS_HOURS } from './plans';

const TIME_ZONE = 'America/Toronto';
const OFFICE: readonly OpenHours[] = [{ start: '08:30', end: '16:30' }];

/** The document names business hours and holidays but says neither: these are an assumption (rules.md §3). */
const BUSINESS: NamedCalendar = {
  label: { en: 'Business hours', fr: 'Heures ouvrables' },
  calendar: {
    timeZone: TIME_ZONE,
    weeklyHours: { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE },
    holidays: QUEBEC_HOLIDAYS,
    exceptions: [],
  },
  holidaySource: { country: 'CA', region: 'QC' },
};

const CLOCK: NamedCalendar = {
  label: { en: 'Around the clock', fr: 'En tout temps' },
  calendar: { timeZone: TIME_ZONE, always: true },
  holidaySource: null,
};

/** Both calendars of the preset by key. */
export const CALENDARS: PolicyDocument['calendars'] = { [BUSINESS_HOURS]: BUSINESS, [AROUND_THE_CLOCK]: CLOCK };
