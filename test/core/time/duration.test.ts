import { durationMillis, formatDuration, type Duration } from '../../../src/core/time/duration';
import { DAY, HOUR, MINUTE } from '../../../src/core/time/instant';
import { parseDuration } from '../../../src/core/time/parse-duration';
import { hours, OFFICE, timeErrorOf, weekly, workweek } from './words';

const always = { timeZone: 'America/Toronto', always: true } as const;

describe('reading a duration', () => {
  it.each<[string, Duration]>([
    ['30m', { unit: 'minutes', amount: 30 }],
    ['30min', { unit: 'minutes', amount: 30 }],
    ['30 minutes', { unit: 'minutes', amount: 30 }],
    ['90m', { unit: 'minutes', amount: 90 }],
    ['8h', { unit: 'hours', amount: 8 }],
    ['8hr', { unit: 'hours', amount: 8 }],
    ['1hr', { unit: 'hours', amount: 1 }],
    ['8 Heures', { unit: 'hours', amount: 8 }],
    ['60m', { unit: 'hours', amount: 1 }],
    ['1h 30m', { unit: 'minutes', amount: 90 }],
    ['1h30m', { unit: 'minutes', amount: 90 }],
    ['1 h 30', { unit: 'minutes', amount: 90 }],
    ['1h05', { unit: 'minutes', amount: 65 }],
    ['1.5h', { unit: 'minutes', amount: 90 }],
    ['1,5 h', { unit: 'minutes', amount: 90 }],
    ['1.1h', { unit: 'minutes', amount: 66 }],
    ['2d', { unit: 'days', amount: 2 }],
    ['2j', { unit: 'days', amount: 2 }],
    ['2\u00a0j', { unit: 'days', amount: 2 }],
    ['10 jours', { unit: 'days', amount: 10 }],
    ['0,5 j', { unit: 'days', amount: 0.5 }],
    ['2bd', { unit: 'business-days', amount: 2 }],
    ['2 business days', { unit: 'business-days', amount: 2 }],
    ['2 jours ouvrables', { unit: 'business-days', amount: 2 }],
    ['1 jour ouvrable', { unit: 'business-days', amount: 1 }],
  ])('%s', (text, duration) => {
    expect(parseDuration(text)).toEqual({ ok: true, duration, aroundTheClock: false });
  });

  it.each(['4hr (24x7)', '4h (24x7)', '4 h (24/7)', '4h (24h/24)', '4hr(24 x 7)'])(
    '%s counts around the clock',
    (text) => {
      expect(parseDuration(text)).toEqual({ ok: true, duration: { unit: 'hours', amount: 4 }, aroundTheClock: true });
    },
  );

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['8', 'unreadable'],
    ['h', 'unreadable'],
    ['soon', 'unreadable'],
    ['8 hours or so', 'unreadable'],
    ['-8h', 'unreadable'],
    ['8h!', 'unreadable'],
    ['1e3h', 'unreadable'],
    ['8 fortnights', 'unreadable'],
    ['(24x7)', 'unreadable'],
    ['1d 4h', 'mixed-units'],
    ['2bd 1h', 'mixed-units'],
    ['1h 1h', 'mixed-units'],
    ['0h', 'not-positive'],
    ['0m', 'not-positive'],
    ['0d', 'not-positive'],
    ['0.5m', 'not-whole'],
    ['1.5bd', 'not-whole'],
    ['999999999h', 'too-long'],
    ['99999d', 'too-long'],
  ])('"%s" is refused: %s', (text, code) => {
    expect(parseDuration(text)).toEqual({ ok: false, code });
  });
});

describe('writing a duration', () => {
  it.each<[Duration, string]>([
    [{ unit: 'minutes', amount: 30 }, '30m'],
    [{ unit: 'minutes', amount: 90 }, '1h 30m'],
    [{ unit: 'minutes', amount: 480 }, '8h'],
    [{ unit: 'hours', amount: 48 }, '48h'],
    [{ unit: 'days', amount: 2 }, '2d'],
    [{ unit: 'days', amount: 0.5 }, '0.5d'],
    [{ unit: 'business-days', amount: 2 }, '2bd'],
  ])('%j is %s, and is read back', (duration, text) => {
    expect(formatDuration(duration)).toBe(text);
    const read = parseDuration(text);
    expect(read.ok && formatDuration(read.duration)).toBe(text);
  });
});

describe('how long a duration is', () => {
  const uneven = weekly('UTC', {
    weeklyHours: { ...workweek('09:00-12:00', '13:00-17:00'), 5: hours('09:00-12:00'), 6: hours('22:00-31:30') },
    exceptions: [{ date: '2026-01-05', hours: hours('00:00-24:00') }],
  });

  it.each([
    ['minutes are minutes', { unit: 'minutes', amount: 30 }, OFFICE, 30 * MINUTE],
    ['hours are hours', { unit: 'hours', amount: 8 }, OFFICE, 8 * HOUR],
    ['a day is the working day of the preset', { unit: 'days', amount: 2 }, OFFICE, 16 * HOUR],
    ['a day around the clock is 24 hours', { unit: 'days', amount: 2 }, always, 2 * DAY],
    ['a day is the longest ordinary day, exceptions aside', { unit: 'days', amount: 1 }, uneven, 9.5 * HOUR],
    ['half a day is half of it', { unit: 'days', amount: 0.5 }, OFFICE, 4 * HOUR],
  ] as const)('%s', (_, duration, calendar, expected) => {
    expect(durationMillis(duration, calendar)).toBe(expected);
  });

  it('a day of a calendar without weekly hours is refused', () => {
    expect(timeErrorOf(() => durationMillis({ unit: 'days', amount: 1 }, weekly('UTC'))).code).toBe('no-open-time');
  });
});
