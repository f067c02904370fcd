import type { SlaCalendar } from '../../../src/core/time/calendar';
import { DAY, HOUR, MINUTE } from '../../../src/core/time/instant';
import { compileCalendar, workingTimeBetween } from '../../../src/core/time/working-time';
import { openIntervals } from '../../../src/core/time/working-time-queries';
import { instantOfLocal } from '../../../src/core/time/zone';
import { at, hours, OFFICE, timeErrorOf, weekly, workweek } from './words';

/** The open hours of the given local days, as the zone's own wall clock shows their length in hours. */
function openOn(calendar: SlaCalendar, first: string, last: string): readonly string[] {
  const from = instantOfLocal(calendar.timeZone, first);
  const to = instantOfLocal(calendar.timeZone, last, 1440);
  return openIntervals(compileCalendar(calendar, from, to), from, to).map(
    ({ start, end }) => `${new Date(start).toISOString().slice(0, 16)}Z ${(end - start) / HOUR}h`,
  );
}

const sunday = (stretch: string): SlaCalendar => weekly('America/Toronto', { weeklyHours: { 7: hours(stretch) } });

describe('weekly hours', () => {
  it('open each weekday on the wall clock, whatever the offset', () => {
    expect(openOn(OFFICE, '2026-03-06', '2026-03-09')).toEqual(['2026-03-06T13:30Z 8h', '2026-03-09T12:30Z 8h']);
  });

  it.each([
    ['the day clocks go forward has 5 of 6 hours', sunday('00:00-06:00'), '2026-03-08', '2026-03-08T05:00Z 5h'],
    ['the day clocks go back has 7 of 6 hours', sunday('00:00-06:00'), '2026-11-01', '2026-11-01T04:00Z 7h'],
    ['a whole day forward is 23 hours', sunday('00:00-24:00'), '2026-03-08', '2026-03-08T05:00Z 23h'],
    ['a whole day back is 25 hours', sunday('00:00-24:00'), '2026-11-01', '2026-11-01T04:00Z 25h'],
    ['an opening in the gap is the jump', sunday('02:30-04:00'), '2026-03-08', '2026-03-08T07:00Z 1h'],
    ['a closing in the gap is the jump', sunday('01:00-02:30'), '2026-03-08', '2026-03-08T06:00Z 1h'],
    ['an opening that comes twice is the earlier', sunday('01:30-03:00'), '2026-11-01', '2026-11-01T05:30Z 2.5h'],
    ['a closing that comes twice is the earlier', sunday('00:00-01:30'), '2026-11-01', '2026-11-01T04:00Z 1.5h'],
  ])('%s', (_, calendar, date, expected) => {
    expect(openOn(calendar, date, date)).toEqual([expected]);
  });

  it('of a day that clocks go back out of, just after midnight, stay open until they are over', () => {
    // In St. John's clocks went back from 00:01 to 23:01 until 2011.
    const calendar = weekly('America/St_Johns', { weeklyHours: { 7: hours('00:00-00:30') } });
    const [from, to] = [at('2006-10-28T12:00:00Z'), at('2006-10-29T03:00:00Z')];
    const midnight = at('2006-10-29T02:30:00Z');
    expect(openIntervals(compileCalendar(calendar, from, to), from, to)).toEqual([{ start: midnight, end: to }]);
    expect(openIntervals(compileCalendar(calendar, from, to + DAY), from, to + DAY)).toEqual([
      { start: midnight, end: at('2006-10-29T04:00:00Z') },
    ]);
  });

  it('of the day before take in the hour that comes twice before midnight', () => {
    // In Sao Paulo midnight was 23:00 again.
    const calendar = weekly('America/Sao_Paulo', { weeklyHours: { 6: hours('22:00-24:00') } });
    expect(openOn(calendar, '2018-02-17', '2018-02-17')).toEqual(['2018-02-18T00:00Z 3h']);
  });

  it('are closed for the whole of a gap they lie in', () => {
    expect(openOn(sunday('02:00-03:00'), '2026-03-08', '2026-03-08')).toEqual([]);
  });

  it('join where they touch, also across midnight', () => {
    const calendar = weekly('UTC', {
      weeklyHours: { 1: hours('09:00-12:00', '12:00-24:00'), 2: hours('00:00-08:00') },
    });
    expect(openOn(calendar, '2026-01-05', '2026-01-07')).toEqual(['2026-01-05T09:00Z 23h']);
  });
});

describe('a shift over midnight', () => {
  const nights = weekly('America/Toronto', { weeklyHours: workweek('22:00-30:00') });

  it('belongs to the day it starts on', () => {
    expect(openOn(nights, '2026-01-09', '2026-01-11')).toEqual(['2026-01-09T05:00Z 6h', '2026-01-10T03:00Z 8h']);
  });

  it('is closed by its own day being a holiday and not by the next', () => {
    const calendar = { ...nights, holidays: [{ date: '2026-01-07' }] };
    expect(openOn(calendar, '2026-01-06', '2026-01-08')).toEqual([
      '2026-01-06T05:00Z 6h',
      '2026-01-07T03:00Z 8h',
      '2026-01-09T03:00Z 2h',
    ]);
  });

  it('joins the next day hours it reaches into, and counts shared time once', () => {
    const calendar = weekly('UTC', { weeklyHours: { 1: hours('20:00-30:00'), 2: hours('04:00-08:00') } });
    expect(openOn(calendar, '2026-01-05', '2026-01-06')).toEqual(['2026-01-05T20:00Z 12h']);
  });

  it('still ends when it ends after the next day hours are over', () => {
    const calendar = weekly('UTC', { weeklyHours: { 1: hours('20:00-30:00'), 2: hours('04:00-05:00') } });
    expect(openOn(calendar, '2026-01-05', '2026-01-06')).toEqual(['2026-01-05T20:00Z 10h']);
  });

  it('ends at 47:59 at the latest', () => {
    const calendar = weekly('UTC', { weeklyHours: { 1: hours('23:59-47:58') } });
    expect(openOn(calendar, '2026-01-05', '2026-01-07')).toEqual([`2026-01-05T23:59Z ${(DAY - MINUTE) / HOUR}h`]);
  });

  it('is open at the start of a range that begins within it', () => {
    const from = at('2026-01-09T08:00:00Z');
    const time = compileCalendar(nights, from, from + DAY);
    expect(openIntervals(time, from, from + 12 * HOUR)).toEqual([{ start: from, end: at('2026-01-09T11:00:00Z') }]);
  });
});

describe('holidays and exceptions', () => {
  it('a holiday closes its local day', () => {
    const calendar = { ...OFFICE, holidays: [{ date: '2026-12-25' }] };
    expect(openOn(calendar, '2026-12-24', '2026-12-28')).toEqual(['2026-12-24T13:30Z 8h', '2026-12-28T13:30Z 8h']);
  });

  it.each([
    ['replaces the hours of a weekday', [], hours('10:00-12:00'), ['2026-12-24T15:00Z 2h']],
    ['opens a holiday', ['2026-12-24'], hours('10:00-12:00'), ['2026-12-24T15:00Z 2h']],
    ['closes a weekday', [], hours(), []],
  ])('an exception %s', (_, closed, replaced, expected) => {
    const calendar = {
      ...OFFICE,
      holidays: closed.map((date) => ({ date })),
      exceptions: [{ date: '2026-12-24', hours: replaced }],
    };
    expect(openOn(calendar, '2026-12-24', '2026-12-24')).toEqual(expected);
  });

  it('an exception opens a day of the weekend', () => {
    const calendar = { ...OFFICE, exceptions: [{ date: '2026-12-26', hours: hours('09:00-10:00') }] };
    expect(openOn(calendar, '2026-12-26', '2026-12-27')).toEqual(['2026-12-26T14:00Z 1h']);
  });

  it('29 February is a day like others', () => {
    expect(openOn(OFFICE, '2028-02-29', '2028-02-29')).toEqual(['2028-02-29T13:30Z 8h']);
  });

  it('a day that the zone left out has no hours', () => {
    const calendar = weekly('Pacific/Apia', { weeklyHours: workweek('09:00-17:00') });
    expect(openOn(calendar, '2011-12-29', '2012-01-02')).toEqual(['2011-12-29T19:00Z 8h', '2012-01-01T19:00Z 8h']);
  });
});

describe('the range', () => {
  const from = at('2026-01-01T00:00:00Z');

  it('24x7 is open throughout, a change of clocks included', () => {
    const time = compileCalendar({ timeZone: 'America/Toronto', always: true }, from, from + 365 * DAY);
    expect(workingTimeBetween(time, from, from + 365 * DAY)).toBe(365 * DAY);
  });

  it('cuts intervals to the millisecond', () => {
    const opening = at('2026-01-05T13:30:00Z');
    const time = compileCalendar(OFFICE, opening + 1, opening + 1000);
    expect(openIntervals(time, opening + 1, opening + 1000)).toEqual([{ start: opening + 1, end: opening + 1000 }]);
  });

  it.each([
    ['NaN', NaN, from, 'not-a-number'],
    ['an infinite end', from, Infinity, 'not-a-number'],
    ['an empty range', from, from, 'bad-range'],
    ['a reversed range', from + DAY, from, 'bad-range'],
    ['a year before 1000', at('0999-01-01T00:00:00Z'), from, 'bad-range'],
    ['instants that no date reaches', from, 8.64e15 + DAY, 'bad-range'],
    ['five hundred years', at('1900-01-01T00:00:00Z'), at('2400-01-01T00:00:00Z'), 'range-too-long'],
  ])('%s is refused', (_, start, end, code) => {
    expect(timeErrorOf(() => compileCalendar(OFFICE, start, end)).code).toBe(code);
  });
});
