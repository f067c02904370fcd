import { calendarFingerprint, type SlaCalendar } from '../../../src/core/time/calendar';
import { hours, weekly, workweek } from './words';

const BASE = weekly('America/Toronto', {
  weeklyHours: workweek('08:30-12:00', '13:00-16:30'),
  holidays: [{ date: '2026-12-25', name: { en: 'Christmas Day', fr: 'Noël' } }, { date: '2026-01-01' }],
  exceptions: [
    { date: '2026-12-24', hours: hours('08:30-12:00') },
    { date: '2026-12-31', hours: [] },
  ],
});
const { weeklyHours, holidays, exceptions, timeZone } = BASE;

describe('the fingerprint of a calendar', () => {
  it.each<[string, SlaCalendar]>([
    ['keys in another order', { exceptions, holidays, weeklyHours, timeZone }],
    ['weekdays in another order', { ...BASE, weeklyHours: Object.fromEntries(Object.entries(weeklyHours).reverse()) }],
    ['a closed weekday written out', { ...BASE, weeklyHours: { ...weeklyHours, 7: [] } }],
    ['stretches in another order', { ...BASE, weeklyHours: workweek('13:00-16:30', '08:30-12:00') }],
    [
      'a stretch in two touching parts',
      { ...BASE, weeklyHours: workweek('08:30-10:00', '10:00-12:00', '13:00-16:30') },
    ],
    [
      'holidays in another order, one twice',
      { ...BASE, holidays: [...[...holidays].reverse(), { date: '2026-01-01' }] },
    ],
    ['holidays without names', { ...BASE, holidays: holidays.map(({ date }) => ({ date })) }],
    ['exceptions in another order', { ...BASE, exceptions: [...exceptions].reverse() }],
  ])('is the same for %s', (_, calendar) => {
    expect(calendarFingerprint(calendar)).toBe(calendarFingerprint(BASE));
  });

  it.each<[string, SlaCalendar]>([
    ['another zone', { ...BASE, timeZone: 'America/New_York' }],
    ['24x7', { timeZone, always: true }],
    ['one minute more', { ...BASE, weeklyHours: workweek('08:30-12:00', '13:00-16:31') }],
    ['no lunch', { ...BASE, weeklyHours: workweek('08:30-16:30') }],
    ['the same hours on another weekday', { ...BASE, weeklyHours: { ...weeklyHours, 5: [], 6: weeklyHours[5]! } }],
    ['a holiday more', { ...BASE, holidays: [...holidays, { date: '2027-01-01' }] }],
    ['an exception less', { ...BASE, exceptions: exceptions.slice(1) }],
    [
      'an exception where a holiday was',
      { ...BASE, holidays: holidays.slice(1), exceptions: [...exceptions, { date: '2026-12-25', hours: [] }] },
    ],
  ])('differs for %s', (_, calendar) => {
    expect(calendarFingerprint(calendar)).not.toBe(calendarFingerprint(BASE));
  });

  it('is short, and stays what it was when it was first written', () => {
    expect(calendarFingerprint(BASE)).toMatch(/^[0-9a-z]{14}$/);
    expect(calendarFingerprint({ timeZone: 'UTC', always: true })).toBe('0mgev9u0jxtid8');
  });

  it('tells ten thousand calendars apart', () => {
    const clock = (minutes: number): string =>
      [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
    const prints = Array.from({ length: 10_000 }, (_, i) =>
      calendarFingerprint(
        weekly('UTC', { weeklyHours: { 1: hours(`${clock(i % 100)}-${clock(200 + Math.floor(i / 100))}`) } }),
      ),
    );
    expect(new Set(prints).size).toBe(10_000);
  });
});
