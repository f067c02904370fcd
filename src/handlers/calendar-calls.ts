import * as v from 'valibot';
import { isKnownZone } from '../core/time/zone-name';
import { calendarUse } from '../services/calendar-use';
import { adminGate } from './admin-gate';
import { holidaySources } from './calendar-deps';
import { call, Refusal } from './surface';

const MOST_YEARS = 20;

const code = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const date = v.pipe(v.string(), v.isoDate());

/** The admin page's calls about calendars: what the tables of holidays and calendar files say. */
export const calendarCalls = {
  countries: call({
    gate: adminGate,
    payload: v.object({}),
    answer: () => Promise.resolve({ countries: holidaySources.countries() }),
  }),
  regions: call({
    gate: adminGate,
    payload: v.object({ country: code }),
    answer: (_ports, _trusted, { country }) => Promise.resolve({ regions: holidaySources.regionsOf(country) }),
  }),
  holidays: call({
    gate: adminGate,
    payload: v.object({
      country: code,
      region: v.nullable(code),
      years: v.pipe(v.array(v.number()), v.minLength(1), v.maxLength(MOST_YEARS)),
    }),
    answer: (_ports, _trusted, question) => {
      const answer = holidaySources.holidaysFor(question);
      if (!answer.ok) throw new Refusal('invalid-input', [{ code: `holidays.${answer.code}`, path: '' }]);
      return Promise.resolve({ holidays: answer.holidays, partDays: answer.partDays });
    },
  }),
  readCalendarFile: call({
    gate: adminGate,
    payload: v.object({
      file: v.string(),
      timeZone: v.pipe(v.string(), v.check(isKnownZone, 'zone')),
      from: date,
      to: date,
    }),
    answer: (_ports, _trusted, { file, ...question }) => {
      const answer = holidaySources.importIcs(file, question);
      if (!answer.ok) throw new Refusal('invalid-input', [{ code: `ics.${answer.code}`, path: 'file' }]);
      return Promise.resolve({ holidays: answer.holidays, skipped: answer.skipped });
    },
  }),
  calendarUse: call({
    gate: adminGate,
    payload: v.object({ calendar: code }),
    answer: (ports, _trusted, { calendar }) => calendarUse(ports, calendar),
  }),
};
