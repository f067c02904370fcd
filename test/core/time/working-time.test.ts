import { DAY, HOUR, MINUTE } from '../../../src/core/time/instant';
import {
  addWorkingTime,
  compileCalendar,
  isWorkingTime,
  subtractWorkingTime,
  workingTimeBetween,
} from '../../../src/core/time/working-time';
import { isSameWorkingTime, nextOpening, openIntervals } from '../../../src/core/time/working-time-queries';
import { at, hours, OFFICE, timeErrorOf, weekly, workweek } from './words';

const FROM = at('2025-12-01T00:00:00Z');
const TO = at('2026-02-01T00:00:00Z');

/** Monday to Friday 08:30-16:30 in Toronto, which is 13:30Z-21:30Z in winter; closed on 25 December. */
const office = compileCalendar({ ...OFFICE, holidays: [{ date: '2025-12-25' }] }, FROM, TO, 'office');
const around = compileCalendar({ timeZone: 'America/Toronto', always: true }, FROM, TO, 'around the clock');
const never = compileCalendar(weekly('America/Toronto'), FROM, TO, 'never open');

const iso = (instant: number): string => new Date(instant).toISOString();

describe('adding working time', () => {
  it.each([
    ['within a day', '2025-12-09T15:00:00.000Z', HOUR, '2025-12-09T16:00:00.000Z'],
    ['ends at closing time, not at the next opening', '2025-12-09T19:30:00Z', 2 * HOUR, '2025-12-09T21:30:00.000Z'],
    ['runs on into the next day', '2025-12-09T21:00:00Z', HOUR, '2025-12-10T14:00:00.000Z'],
    ['skips the weekend', '2025-12-12T21:00:00Z', HOUR, '2025-12-15T14:00:00.000Z'],
    ['skips a holiday', '2025-12-24T21:00:00Z', HOUR, '2025-12-26T14:00:00.000Z'],
    ['from closed hours counts from the opening', '2025-12-13T03:00:00Z', 8 * HOUR, '2025-12-15T21:30:00.000Z'],
    ['from closing time counts from the opening', '2025-12-09T21:30:00Z', 1, '2025-12-10T13:30:00.001Z'],
    ['to the millisecond', '2025-12-09T15:00:00.123Z', 1, '2025-12-09T15:00:00.124Z'],
    ['nothing gives the start, also in closed hours', '2025-12-13T03:00:00Z', 0, '2025-12-13T03:00:00.000Z'],
  ])('%s', (_, start, duration, expected) => {
    expect(iso(addWorkingTime(office, at(start), duration))).toBe(expected);
  });

  it('all that the range holds ends at its last closing', () => {
    expect(iso(addWorkingTime(office, FROM, office.total))).toBe('2026-01-30T21:30:00.000Z');
    expect(timeErrorOf(() => addWorkingTime(office, FROM, office.total + 1)).code).toBe('range-exhausted');
  });

  it('around the clock counts every hour', () => {
    expect(iso(addWorkingTime(around, at('2025-12-24T23:00:00Z'), 30 * HOUR))).toBe('2025-12-26T05:00:00.000Z');
  });
});

describe('subtracting working time', () => {
  it.each([
    ['within a day', '2025-12-09T16:00:00Z', HOUR, '2025-12-09T15:00:00.000Z'],
    ['starts at an opening, not at the closing before', '2025-12-10T15:30:00Z', 2 * HOUR, '2025-12-10T13:30:00.000Z'],
    ['reaches back into the day before', '2025-12-10T14:00:00Z', HOUR, '2025-12-09T21:00:00.000Z'],
    ['from an opening reaches back before the closing', '2025-12-10T13:30:00Z', 1, '2025-12-09T21:29:59.999Z'],
    ['nothing gives the end, also in closed hours', '2025-12-13T03:00:00Z', 0, '2025-12-13T03:00:00.000Z'],
  ])('%s', (_, end, duration, expected) => {
    expect(iso(subtractWorkingTime(office, at(end), duration))).toBe(expected);
  });
});

describe('subtracting all that the range holds', () => {
  it('starts at its first opening', () => {
    expect(iso(subtractWorkingTime(office, TO, office.total))).toBe('2025-12-01T13:30:00.000Z');
    expect(timeErrorOf(() => subtractWorkingTime(office, TO, office.total + 1)).code).toBe('range-exhausted');
  });
});

describe('working time between', () => {
  it.each([
    ['within a day', '2025-12-09T15:00:00Z', '2025-12-09T16:00:00Z', HOUR],
    ['the same instant', '2025-12-09T15:00:00Z', '2025-12-09T15:00:00Z', 0],
    ['reversed is negative', '2025-12-09T16:00:00Z', '2025-12-09T15:00:00Z', -HOUR],
    ['closed hours only', '2025-12-13T00:00:00Z', '2025-12-14T00:00:00Z', 0],
    ['a week with a holiday', '2025-12-22T00:00:00Z', '2025-12-29T00:00:00Z', 4 * 8 * HOUR],
    ['to the millisecond', '2025-12-09T13:29:59.999Z', '2025-12-09T13:30:00.001Z', 1],
  ])('%s', (_, start, end, expected) => {
    expect(workingTimeBetween(office, at(start), at(end))).toBe(expected);
  });

  it('covers the whole range up to its end', () => {
    expect(workingTimeBetween(around, FROM, TO)).toBe(TO - FROM);
    expect(workingTimeBetween(office, FROM, TO)).toBe(44 * 8 * HOUR);
  });
});

describe('open or closed', () => {
  it.each([
    ['before the opening', '2025-12-09T13:29:59.999Z', false],
    ['at the opening', '2025-12-09T13:30:00.000Z', true],
    ['just before the closing', '2025-12-09T21:29:59.999Z', true],
    ['at the closing', '2025-12-09T21:30:00.000Z', false],
    ['on a holiday', '2025-12-25T15:00:00.000Z', false],
  ])('%s', (_, instant, expected) => {
    expect(isWorkingTime(office, at(instant))).toBe(expected);
  });

  it.each([
    ['in open hours is now', '2025-12-09T15:00:00.000Z', '2025-12-09T15:00:00.000Z'],
    ['at closing is the next morning', '2025-12-09T21:30:00.000Z', '2025-12-10T13:30:00.000Z'],
    ['before a holiday is after it', '2025-12-24T22:00:00.000Z', '2025-12-26T13:30:00.000Z'],
  ])('the next opening %s', (_, instant, expected) => {
    expect(iso(nextOpening(office, at(instant))!)).toBe(expected);
  });

  it('no opening follows in what never opens', () => {
    expect(nextOpening(never, FROM)).toBeUndefined();
  });
});

describe('open intervals', () => {
  it('are cut off at both ends', () => {
    const [from, to] = [at('2025-12-24T20:00:00Z'), at('2025-12-26T14:00:00Z')];
    expect(openIntervals(office, from, to).map(({ start, end }) => [iso(start), iso(end)])).toEqual([
      ['2025-12-24T20:00:00.000Z', '2025-12-24T21:30:00.000Z'],
      ['2025-12-26T13:30:00.000Z', '2025-12-26T14:00:00.000Z'],
    ]);
  });

  it.each([
    ['nothing between an instant and itself', office, '2025-12-24T20:00:00Z', '2025-12-24T20:00:00Z'],
    ['nothing in a reversed span', office, '2025-12-24T20:00:00Z', '2025-12-24T19:00:00Z'],
    ['nothing where it never opens', never, '2025-12-24T20:00:00Z', '2025-12-29T20:00:00Z'],
  ])('%s', (_, time, from, to) => {
    expect(openIntervals(time, at(from), at(to))).toEqual([]);
  });

  it('around the clock are one', () => {
    expect(openIntervals(around, FROM, TO)).toEqual([{ start: FROM, end: TO }]);
  });

  it('tell whether a new version of a calendar changes anything in a span', () => {
    const withMoreHolidays = compileCalendar(
      { ...OFFICE, holidays: [{ date: '2025-12-25' }, { date: '2026-01-01' }] },
      FROM,
      TO,
    );
    expect(isSameWorkingTime(office, withMoreHolidays, FROM, at('2026-01-01T00:00:00Z'))).toBe(true);
    expect(isSameWorkingTime(office, withMoreHolidays, FROM, at('2026-01-02T00:00:00Z'))).toBe(false);
  });
});

describe('what is refused', () => {
  const inside = at('2025-12-09T15:00:00Z');

  it.each<[string, () => unknown, string]>([
    ['adding from NaN', () => addWorkingTime(office, NaN, HOUR), 'not-a-number'],
    ['adding from infinity', () => addWorkingTime(office, Infinity, HOUR), 'not-a-number'],
    ['adding NaN', () => addWorkingTime(office, inside, NaN), 'not-a-number'],
    ['adding forever', () => addWorkingTime(office, inside, Infinity), 'not-a-number'],
    ['adding less than nothing', () => addWorkingTime(office, inside, -1), 'negative-duration'],
    ['adding before the range', () => addWorkingTime(office, FROM - 1, HOUR), 'outside-range'],
    ['adding from the end of the range', () => addWorkingTime(office, TO, HOUR), 'outside-range'],
    ['adding nothing outside the range', () => addWorkingTime(office, TO, 0), 'outside-range'],
    ['adding more than the range holds', () => addWorkingTime(office, inside, 90 * DAY), 'range-exhausted'],
    ['adding where it never opens', () => addWorkingTime(never, inside, 1), 'no-open-time'],
    ['subtracting to NaN', () => subtractWorkingTime(office, NaN, HOUR), 'not-a-number'],
    ['subtracting NaN', () => subtractWorkingTime(office, inside, NaN), 'not-a-number'],
    ['subtracting less than nothing', () => subtractWorkingTime(office, inside, -1), 'negative-duration'],
    ['subtracting beyond the range', () => subtractWorkingTime(office, TO + 1, HOUR), 'outside-range'],
    ['subtracting more than the range holds', () => subtractWorkingTime(office, inside, 90 * DAY), 'range-exhausted'],
    ['subtracting where it never opens', () => subtractWorkingTime(never, inside, 1), 'no-open-time'],
    ['measuring from NaN', () => workingTimeBetween(office, NaN, inside), 'not-a-number'],
    ['measuring to NaN', () => workingTimeBetween(office, inside, NaN), 'not-a-number'],
    ['measuring from before the range', () => workingTimeBetween(office, FROM - 1, inside), 'outside-range'],
    ['measuring beyond the range', () => workingTimeBetween(office, inside, TO + 1), 'outside-range'],
    ['asking NaN', () => isWorkingTime(office, NaN), 'not-a-number'],
    ['asking the end of the range', () => isWorkingTime(office, TO), 'outside-range'],
    ['picturing beyond the range', () => openIntervals(office, FROM, TO + 1), 'outside-range'],
    ['picturing before the range', () => openIntervals(office, FROM - 1, TO), 'outside-range'],
    ['an opening beyond the range', () => nextOpening(office, TO), 'outside-range'],
  ])('%s', (_, call, code) => {
    expect(timeErrorOf(call).code).toBe(code);
  });

  it('names the calendar that has no open time', () => {
    const error = timeErrorOf(() => addWorkingTime(never, inside, HOUR));
    expect(error.data).toMatchObject({ calendar: 'never open' });
    expect(error.message).toContain('"never open"');
  });

  it('names a calendar without a name by its zone', () => {
    const unnamed = compileCalendar(weekly('Asia/Kathmandu'), FROM, TO);
    expect(timeErrorOf(() => addWorkingTime(unnamed, inside, HOUR)).data.calendar).toMatch(/^Asia\/Kathmandu /);
  });

  it('gives the measurable answers of a calendar without open time', () => {
    expect(workingTimeBetween(never, FROM, TO)).toBe(0);
    expect(isWorkingTime(never, inside)).toBe(false);
    expect(addWorkingTime(never, inside, 0)).toBe(inside);
  });
});

describe('many short stretches', () => {
  // One minute open, one minute closed: seventy boundaries to a bucket of the index.
  const stretches = Array.from({ length: 720 }, (_, i) => {
    const clock = (minutes: number): string =>
      [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
    return `${clock(2 * i)}-${clock(2 * i + 1)}`;
  });
  const flicker = compileCalendar(weekly('UTC', { weeklyHours: workweek(...stretches) }), FROM, TO);

  it.each([0, 1, 59_999, 60_000, 60_001, 119_999, 7 * HOUR + 1])(
    'agree with arithmetic %i ms into a Monday',
    (into) => {
      const start = at('2025-12-08T00:00:00Z');
      const worked = Math.floor(into / (2 * MINUTE)) * MINUTE + Math.min(into % (2 * MINUTE), MINUTE);
      expect(workingTimeBetween(flicker, start, start + into)).toBe(worked);
      expect(isWorkingTime(flicker, start + into)).toBe(into % (2 * MINUTE) < MINUTE);
    },
  );

  it('keep a lunch break that is shorter than a bucket', () => {
    const lunch = compileCalendar(weekly('UTC', { weeklyHours: { 1: hours('09:00-12:00', '12:30-17:00') } }), FROM, TO);
    expect(iso(addWorkingTime(lunch, at('2025-12-08T11:45:00Z'), 30 * MINUTE))).toBe('2025-12-08T12:45:00.000Z');
  });
});
