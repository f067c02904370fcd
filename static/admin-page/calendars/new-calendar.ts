import type { CalendarKey, NamedCalendar, PolicyDocument } from '../../../src/core/policy/document';
import { calendarOf } from '../../../src/core/policy/lookup';
import type { Bilingual } from '../../../src/core/policy/text';
import type { OpenHours, SlaCalendar } from '../../../src/core/time/calendar';

/** Keys have at most 40 characters; the number that makes one new needs some. */
const STEM_LENGTH = 34;

const OFFICE: readonly OpenHours[] = [{ start: '09:00', end: '17:00' }];

/** A key that neither the draft nor the policy in force has: `calendar-2`. */
export function newKey(stem: string, documents: readonly PolicyDocument[]): CalendarKey {
  const short = stem.replace(/-\d+$/, '').slice(0, STEM_LENGTH);
  for (let number = 2; ; number++) {
    const key = `${short}-${number}`;
    if (documents.every((document) => calendarOf(document, key) === undefined)) return key;
  }
}

/** A calendar to begin with, in the default calendar's zone: office hours from Monday to Friday, or 24x7. */
export function newCalendar(kind: 'weekly' | 'always', label: Bilingual, policy: PolicyDocument): NamedCalendar {
  const timeZone = calendarOf(policy, policy.defaultCalendar)?.calendar.timeZone ?? 'UTC';
  const calendar: SlaCalendar =
    kind === 'always'
      ? { timeZone, always: true }
      : {
          timeZone,
          weeklyHours: { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE },
          holidays: [],
          exceptions: [],
        };
  return { label, calendar, holidaySource: null };
}
