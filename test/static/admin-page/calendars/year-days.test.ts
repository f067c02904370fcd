import type { WeeklyCalendar } from '../../../../src/core/time/calendar';
import { QUEBEC_HOLIDAYS } from '../../../../src/core/time/presets/quebec-holidays';
import { dayWords } from '../../../../static/admin-page/calendars/day-words';
import { createCalendarWords } from '../../../../static/admin-page/calendars/calendar-words';
import { dayAfterKey, weeksOf, yearDays, type YearDay } from '../../../../static/admin-page/calendars/year-days';
import { adminWordsOf, plain } from '../admin-site';

const office = [{ start: '08:30', end: '16:30' }];
const calendar: WeeklyCalendar = {
  timeZone: 'America/Toronto',
  weeklyHours: { 1: office, 2: office, 3: office, 4: office, 5: office },
  holidays: QUEBEC_HOLIDAYS,
  exceptions: [{ date: '2029-12-25', hours: [{ start: '22:00', end: '26:00' }] }],
};
const months = yearDays(calendar, 2029);
const dayOf = (date: string): YearDay => months.flat().find((day) => day.date === date)!;

describe('the year as a picture', () => {
  it('has all its days, by month', () => {
    expect(months.map((days) => days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(yearDays(calendar, 2028)[1]).toHaveLength(29);
  });

  it.each([
    ['2029-06-22', 'open'],
    ['2029-06-23', 'closed'],
    ['2029-06-24', 'holiday'],
    ['2029-06-25', 'holiday'],
    ['2029-07-02', 'holiday'],
    ['2029-12-25', 'exception'],
  ])('%s is %s', (date, kind) => {
    expect(dayOf(date).kind).toBe(kind);
  });

  it.each([
    ['en', '2029-06-25', 'Monday, June 25, 2029: National Holiday (substitute day), closed'],
    ['fr', '2029-06-25', 'lundi 25 juin 2029 : Fête nationale du Québec (jour de remplacement), fermé'],
    ['en', '2029-06-22', 'Friday, June 22, 2029: 8:30 AM – 4:30 PM'],
    ['fr', '2029-06-23', 'samedi 23 juin 2029 : fermé'],
    ['fr', '2029-07-01', 'dimanche 1er juillet 2029 : Fête du Canada, fermé'],
    ['en', '2029-12-25', 'Tuesday, December 25, 2029: 10:00 PM – 2:00 AM the next day instead of the usual hours'],
  ] as const)('in words, %s: %s', (language, date, words) => {
    const adminWords = adminWordsOf(language);
    expect(plain(dayWords(dayOf(date), adminWords, createCalendarWords(adminWords)))).toBe(words);
  });

  it('weeks begin on Monday, with room for the days of other months', () => {
    const [first, ...others] = weeksOf(months[0] ?? []);
    expect(first?.map((day) => day?.date ?? null)[0]).toBe('2029-01-01');
    expect(others.at(-1)?.filter((day) => day === null)).toHaveLength(4);
  });
});

describe('keys in the picture', () => {
  it.each([
    ['ArrowLeft', '2029-01-01', '2028-12-31'],
    ['ArrowRight', '2029-12-31', '2030-01-01'],
    ['ArrowUp', '2029-06-25', '2029-06-18'],
    ['ArrowDown', '2029-06-25', '2029-07-02'],
    ['PageUp', '2029-03-31', '2029-02-28'],
    ['PageDown', '2029-12-15', '2030-01-15'],
    ['Home', '2029-06-25', '2029-06-01'],
    ['End', '2029-06-25', '2029-06-30'],
    ['a', '2029-06-25', null],
  ])('%s on %s', (key, from, to) => {
    expect(dayAfterKey(key, from)).toBe(to);
  });
});
