import type { SlaCalendar } from '../../../src/core/time/calendar';
import { DAY, HOUR } from '../../../src/core/time/instant';
import { addWorkingTime, compileCalendar } from '../../../src/core/time/working-time';
import { openIntervals } from '../../../src/core/time/working-time-queries';
import { workingTimeFromJson, workingTimeToJson } from '../../../src/core/time/working-time-json';
import { at, OFFICE, timeErrorOf, weekly, workweek } from './words';

const FROM = at('2026-01-01T05:00:00Z');
const TO = FROM + 365 * DAY;

describe('a compiled working time in JSON', () => {
  it.each<[string, SlaCalendar, number, number]>([
    ['office hours', OFFICE, FROM, TO],
    ['24x7', { timeZone: 'Asia/Kathmandu', always: true }, FROM, TO],
    ['never open', weekly('UTC'), FROM, TO],
    ['nights', weekly('Pacific/Apia', { weeklyHours: workweek('22:00-30:00') }), FROM, TO],
    ['a range cut to the millisecond', OFFICE, FROM + 9 * HOUR + 1, TO - 7],
    [
      'a zone with seconds',
      weekly('Africa/Monrovia', { weeklyHours: workweek('09:00-17:00') }),
      at('1971-12-01T00:00:00Z'),
      at('1972-02-01T00:00:00Z'),
    ],
  ])('comes back as it was: %s', (_, calendar, from, to) => {
    const time = compileCalendar(calendar, from, to, 'as named');
    const sent = JSON.stringify(workingTimeToJson(time));
    expect(workingTimeFromJson(JSON.parse(sent))).toEqual(time);
  });

  it('answers as before', () => {
    const time = compileCalendar(OFFICE, FROM, TO);
    const received = workingTimeFromJson(workingTimeToJson(time));
    expect(addWorkingTime(received, FROM, 500 * HOUR)).toBe(addWorkingTime(time, FROM, 500 * HOUR));
    expect(openIntervals(received, FROM, TO)).toEqual(openIntervals(time, FROM, TO));
  });

  it('takes 3 KB for a year of office hours', () => {
    expect(JSON.stringify(workingTimeToJson(compileCalendar(OFFICE, FROM, TO))).length).toBeLessThan(3000);
  });

  const good = workingTimeToJson(compileCalendar(OFFICE, FROM, TO));

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['another version', { ...good, v: 2 }],
    ['no calendar', { ...good, calendar: undefined }],
    ['a range of text', { ...good, from: 'now' }],
    ['a reversed range', { ...good, from: good.to, to: good.from }],
    ['a span that is no number', { ...good, spans: [1, null] }],
    ['an odd number of spans', { ...good, spans: good.spans.slice(1) }],
    ['a negative gap', { ...good, spans: [-60, 480] }],
    ['an interval without length', { ...good, spans: [60, 0] }],
    ['intervals that touch', { ...good, spans: [60, 480, 0, 480] }],
    ['intervals beyond the range', { ...good, spans: [...good.spans, 60, 1e6] }],
    ['a zone without offsets', { ...good, zone: { starts: [FROM], offsets: [] } }],
    ['no zone', { ...good, zone: null }],
  ])('refuses %s', (_, json) => {
    expect(timeErrorOf(() => workingTimeFromJson(json)).code).toBe('bad-working-time');
  });
});
