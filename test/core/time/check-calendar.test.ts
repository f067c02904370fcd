import { checkCalendar, type SlaCalendar } from '../../../src/core/time/calendar';
import { compileCalendar } from '../../../src/core/time/working-time';
import { at, hours, OFFICE, timeErrorOf, weekly, workweek } from './words';

const FROM = at('2026-01-01T00:00:00Z');
const TO = at('2027-01-01T00:00:00Z');

const monday = (...stretches: readonly string[]): unknown => weekly('UTC', { weeklyHours: { 1: hours(...stretches) } });
const exception = (...exceptions: readonly unknown[]): unknown => ({ ...weekly('UTC'), exceptions });

describe('a calendar that can be compiled', () => {
  it.each<[string, unknown]>([
    ['office hours', OFFICE],
    ['24x7', { timeZone: 'UTC', always: true }],
    ['no hours at all', weekly('UTC')],
    ['lists left out', { timeZone: 'UTC', weeklyHours: {} }],
    ['several stretches in any order', monday('13:00-17:00', '09:00-12:00')],
    ['touching stretches', monday('09:00-12:00', '12:00-17:00')],
    ['a whole day', monday('00:00-24:00')],
    ['a shift to the last minute of the next day', monday('23:58-47:57')],
    ['hours on the last minute', monday('23:59-24:00')],
    ['29 February of a leap year', exception({ date: '2028-02-29', hours: [] })],
    ['a holiday twice', weekly('UTC', { holidays: [{ date: '2026-01-01' }, { date: '2026-01-01' }] })],
  ])('%s', (_, calendar) => {
    expect(checkCalendar(calendar)).toEqual([]);
    expect(() => compileCalendar(calendar as SlaCalendar, FROM, TO)).not.toThrow();
  });
});

describe('a calendar that is refused with one clear error', () => {
  it.each<[string, unknown, string, string]>([
    ['nothing', null, 'not-a-calendar', ''],
    ['a text', 'Mo-Fr 09:00-17:00', 'not-a-calendar', ''],
    ['an unknown zone', weekly('Mars/Olympus'), 'unknown-zone', 'timeZone'],
    ['no zone', { weeklyHours: {} }, 'unknown-zone', 'timeZone'],
    ['24x7 in an unknown zone', { timeZone: 'x', always: true }, 'unknown-zone', 'timeZone'],
    ['always as a text', { timeZone: 'UTC', always: 'yes' }, 'not-a-calendar', 'always'],
    ['no weekly hours', { timeZone: 'UTC' }, 'bad-shape', 'weeklyHours'],
    ['weekly hours as a list', { timeZone: 'UTC', weeklyHours: [] }, 'bad-shape', 'weeklyHours'],
    ['an eighth weekday', { timeZone: 'UTC', weeklyHours: { 8: [] } }, 'bad-weekday', 'weeklyHours.8'],
    ['a weekday by name', { timeZone: 'UTC', weeklyHours: { monday: [] } }, 'bad-weekday', 'weeklyHours.monday'],
    ['hours as a text', { timeZone: 'UTC', weeklyHours: { 1: '09:00-17:00' } }, 'bad-hours', 'weeklyHours.1'],
    ['a stretch as a text', { timeZone: 'UTC', weeklyHours: { 1: ['09:00'] } }, 'bad-hours', 'weeklyHours.1[0]'],
    ['a start of 25:00', monday('25:00-26:00'), 'bad-start', 'weeklyHours.1[0].start'],
    ['a start of 24:00', monday('24:00-26:00'), 'bad-start', 'weeklyHours.1[0].start'],
    ['a start of 9:00', monday('9:00-17:00'), 'bad-start', 'weeklyHours.1[0].start'],
    ['a start of 09:60', monday('09:60-17:00'), 'bad-start', 'weeklyHours.1[0].start'],
    ['an end of 48:00', monday('09:00-48:00'), 'bad-end', 'weeklyHours.1[0].end'],
    ['an end of 17:60', monday('09:00-17:60'), 'bad-end', 'weeklyHours.1[0].end'],
    ['an end before the start', monday('17:00-09:00'), 'reversed-hours', 'weeklyHours.1[0]'],
    ['an end at the start', monday('09:00-09:00'), 'reversed-hours', 'weeklyHours.1[0]'],
    ['an end 24 hours after the start', monday('09:00-33:00'), 'too-long-hours', 'weeklyHours.1[0]'],
    ['an end on the second day', monday('00:00-24:01'), 'too-long-hours', 'weeklyHours.1[0]'],
    ['overlapping stretches', monday('09:00-12:00', '11:59-17:00'), 'overlapping-hours', 'weeklyHours.1[1]'],
    ['a stretch within another', monday('09:00-17:00', '10:00-11:00'), 'overlapping-hours', 'weeklyHours.1[1]'],
    ['the same stretch twice', monday('09:00-17:00', '09:00-17:00'), 'overlapping-hours', 'weeklyHours.1[1]'],
    ['holidays as an object', { ...weekly('UTC'), holidays: {} }, 'bad-shape', 'holidays'],
    ['a holiday as a text', { ...weekly('UTC'), holidays: ['2026-01-01'] }, 'bad-shape', 'holidays[0]'],
    [
      '29 February of a common year',
      weekly('UTC', { holidays: [{ date: '2026-02-29' }] }),
      'bad-date',
      'holidays[0].date',
    ],
    ['a date with a time', weekly('UTC', { holidays: [{ date: '2026-01-01T00:00' }] }), 'bad-date', 'holidays[0].date'],
    ['an exception without a date', exception({ hours: [] }), 'bad-date', 'exceptions[0].date'],
    ['an exception without hours', exception({ date: '2026-01-01' }), 'bad-hours', 'exceptions[0].hours'],
    [
      'an exception with reversed hours',
      exception({ date: '2026-01-01', hours: hours('12:00-09:00') }),
      'reversed-hours',
      'exceptions[0].hours[0]',
    ],
    [
      'two exceptions for one date',
      exception({ date: '2026-01-01', hours: [] }, { date: '2026-01-01', hours: hours('09:00-12:00') }),
      'repeated-exception',
      'exceptions[1].date',
    ],
  ])('%s', (_, calendar, code, where) => {
    expect(checkCalendar(calendar)).toEqual([{ code, where }]);
    const error = timeErrorOf(() => compileCalendar(calendar as SlaCalendar, FROM, TO, 'Québec'));
    expect(error).toMatchObject({ code, data: { calendar: 'Québec', problems: [{ code, where }] } });
    expect(error.message).toContain('Québec');
  });

  it('lists every problem, in the order of the calendar', () => {
    const calendar = {
      ...weekly('nowhere', { weeklyHours: workweek('25:00-26:00'), holidays: [{ date: 'soon' }] }),
      exceptions: [{ date: '2026-13-01', hours: [] }],
    };
    expect(checkCalendar(calendar).map(({ code }) => code)).toEqual([
      'unknown-zone',
      ...Array.from({ length: 5 }, () => 'bad-start'),
      'bad-date',
      'bad-date',
    ]);
  });
});
