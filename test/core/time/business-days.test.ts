import { businessDayClose } from '../../../src/core/time/business-days';
import type { SlaCalendar } from '../../../src/core/time/calendar';
import { compileCalendar } from '../../../src/core/time/working-time';
import { at, hours, OFFICE, timeErrorOf, weekly, workweek } from './words';

const FROM = at('2025-12-01T00:00:00Z');
const TO = at('2026-04-01T00:00:00Z');

const office = { ...OFFICE, holidays: [{ date: '2025-12-25' }] };
const nights = weekly('America/Toronto', { weeklyHours: workweek('22:00-30:00') });
const always: SlaCalendar = { timeZone: 'America/Toronto', always: true };
const saturdays = weekly('America/Toronto', {
  exceptions: [{ date: '2025-12-13', hours: hours('09:00-10:00', '11:00-12:00') }],
});

const close = (calendar: SlaCalendar, start: string, days: number): string =>
  new Date(businessDayClose(compileCalendar(calendar, FROM, TO), calendar, at(start), days)).toISOString();

describe('the close of the n-th working day after', () => {
  it.each<[string, SlaCalendar, string, number, string]>([
    ['a morning', office, '2025-12-09T14:00:00Z', 2, '2025-12-11T21:30:00.000Z'],
    ['the minute before closing', office, '2025-12-09T21:29:00Z', 2, '2025-12-11T21:30:00.000Z'],
    ['an evening after closing', office, '2025-12-09T23:00:00Z', 2, '2025-12-11T21:30:00.000Z'],
    ['a Friday skips the weekend', office, '2025-12-12T14:00:00Z', 1, '2025-12-15T21:30:00.000Z'],
    ['a Saturday', office, '2025-12-13T14:00:00Z', 2, '2025-12-16T21:30:00.000Z'],
    ['the eve of a holiday', office, '2025-12-24T14:00:00Z', 1, '2025-12-26T21:30:00.000Z'],
    ['a holiday', office, '2025-12-25T14:00:00Z', 1, '2025-12-26T21:30:00.000Z'],
    ['the change of clocks', office, '2026-03-06T14:00:00Z', 1, '2026-03-09T20:30:00.000Z'],
    ['a night shift ends the next morning', nights, '2025-12-09T14:00:00Z', 1, '2025-12-11T11:00:00.000Z'],
    ['the small hours belong to the evening before', nights, '2025-12-10T07:00:00Z', 1, '2025-12-11T11:00:00.000Z'],
    ['after the shift the new date counts', nights, '2025-12-10T11:00:00Z', 1, '2025-12-12T11:00:00.000Z'],
    ['24x7 closes at midnight', always, '2025-12-09T14:00:00Z', 2, '2025-12-12T05:00:00.000Z'],
    [
      'an exception is a working day, closed at its last hour',
      saturdays,
      '2025-12-09T14:00:00Z',
      1,
      '2025-12-13T17:00:00.000Z',
    ],
  ])('from %s', (_, calendar, start, days, expected) => {
    expect(close(calendar, start, days)).toBe(expected);
  });

  it.each([
    ['a start outside the range', '2025-11-30T00:00:00Z', 1, 'outside-range'],
    ['more days than the range holds', '2025-12-09T14:00:00Z', 200, 'range-exhausted'],
    ['a calendar without a second working day', '2025-12-09T14:00:00Z', 2, 'range-exhausted'],
  ])('%s is refused', (what, start, days, code) => {
    const calendar = what.includes('second') ? saturdays : office;
    expect(timeErrorOf(() => close(calendar, start, days)).code).toBe(code);
  });

  it.each([0, -1, 1.5, NaN])('%d days are refused', (days) => {
    expect(timeErrorOf(() => close(office, '2025-12-09T14:00:00Z', days)).code).toBe('bad-business-days');
  });
});
