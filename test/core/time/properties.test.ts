import type { SlaCalendar } from '../../../src/core/time/calendar';
import { calendarFingerprint } from '../../../src/core/time/calendar';
import { DAY, type EpochMillis, type Millis } from '../../../src/core/time/instant';
import { localDateOf } from '../../../src/core/time/local-date';
import {
  addWorkingTime,
  compileCalendar,
  isWorkingTime,
  subtractWorkingTime,
  workingTimeBetween,
  type WorkingTime,
} from '../../../src/core/time/working-time';
import { workingTimeFromJson, workingTimeToJson } from '../../../src/core/time/working-time-json';
import { below, randomCalendar, randomFrom, randomInstant, type Random } from './random-calendars';
import { at } from './words';
import { sampleCount } from '../sample-count';

const RUNS = sampleCount(200, 10_000);
const ZONES = ['America/Toronto', 'Europe/Paris', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca', 'UTC'];
const DAYS = 60;

type Sample = {
  readonly random: Random;
  readonly calendar: SlaCalendar;
  readonly time: WorkingTime;
  readonly start: EpochMillis;
  readonly end: EpochMillis;
  /** Working time that is left after `start`, any part of it, at least a millisecond where there is any. */
  readonly duration: Millis;
};

/** Calendars around both changes of clocks, with a span and a duration that they hold. */
function samples(seed: number): readonly Sample[] {
  const random = randomFrom(seed);
  return Array.from({ length: RUNS }, (_, i) => {
    const timeZone = ZONES[i % ZONES.length]!;
    const from = at(i % 2 === 0 ? '2026-02-10T00:00:00Z' : '2026-09-15T00:00:00Z');
    const calendar = randomCalendar(random, timeZone, from, DAYS);
    const time = compileCalendar(calendar, from, from + DAYS * DAY);
    const [start = from, end = from] = [0, 1]
      .map(() => randomInstant(random, time.from, time.to))
      .sort((a, b) => a - b);
    const left = workingTimeBetween(time, start, time.to);
    return { random, calendar, time, start, end, duration: left === 0 ? 0 : 1 + below(random, left) };
  });
}

/** The samples for which the property does not hold; printed whole, so that one can be run alone. */
function counterexamples(seed: number, holds: (sample: Sample) => boolean): readonly unknown[] {
  return samples(seed)
    .filter((sample) => !holds(sample))
    .map(({ calendar, start, end, duration }) => ({ calendar: JSON.stringify(calendar), start, end, duration }))
    .slice(0, 2);
}

it.each<[string, (sample: Sample) => boolean]>([
  [
    'adding, then measuring, returns the duration',
    ({ time, start, duration }) => workingTimeBetween(time, start, addWorkingTime(time, start, duration)) === duration,
  ],
  [
    'an added duration is used up at no earlier instant',
    ({ time, start, duration }) => {
      const due = addWorkingTime(time, start, duration);
      return duration === 0 || workingTimeBetween(time, start, due - 1) === duration - 1;
    },
  ],
  [
    'the instant before a due time is open',
    ({ time, start, duration }) => duration === 0 || isWorkingTime(time, addWorkingTime(time, start, duration) - 1),
  ],
  [
    'subtracting, then measuring, returns the duration',
    ({ time, start, duration }) => {
      const due = addWorkingTime(time, start, duration);
      return workingTimeBetween(time, subtractWorkingTime(time, due, duration), due) === duration;
    },
  ],
  [
    'a subtracted start is never before the instant it was added to',
    ({ time, start, duration }) => subtractWorkingTime(time, addWorkingTime(time, start, duration), duration) >= start,
  ],
  [
    'splitting a span keeps the sum',
    ({ time, random, start, end }) => {
      const middle = start + below(random, end - start + 1);
      const whole = workingTimeBetween(time, start, end);
      return workingTimeBetween(time, start, middle) + workingTimeBetween(time, middle, end) === whole;
    },
  ],
  [
    'splitting a duration keeps the due time',
    ({ time, random, start, duration }) => {
      const part = below(random, duration + 1);
      const half = addWorkingTime(time, start, part);
      const due = addWorkingTime(time, start, duration);
      return duration === part ? half === due : addWorkingTime(time, half, duration - part) === due;
    },
  ],
  [
    'a reversed span is the same with the sign changed',
    ({ time, start, end }) => workingTimeBetween(time, start, end) + workingTimeBetween(time, end, start) === 0,
  ],
  [
    'no span has more working time than time',
    ({ time, start, end }) => workingTimeBetween(time, start, end) <= end - start,
  ],
  [
    'one holiday more never moves a due time earlier',
    ({ calendar, time, random, start, duration }) => {
      if ('always' in calendar) return true;
      const date = localDateOf(Math.floor(randomInstant(random, time.from, time.to) / DAY));
      const holidays = [...calendar.holidays, { date }];
      const fewer = compileCalendar({ ...calendar, holidays }, time.from, time.to);
      const isEnough = workingTimeBetween(fewer, start, fewer.to) >= duration;
      return !isEnough || addWorkingTime(fewer, start, duration) >= addWorkingTime(time, start, duration);
    },
  ],
  [
    'a wider range gives the same answers',
    ({ calendar, time, start, end, duration }) => {
      const wider = compileCalendar(calendar, time.from - 500 * DAY, time.to + 500 * DAY);
      const isSameSpan = workingTimeBetween(wider, start, end) === workingTimeBetween(time, start, end);
      return isSameSpan && addWorkingTime(wider, start, duration) === addWorkingTime(time, start, duration);
    },
  ],
  [
    'a calendar read back from JSON, its keys reversed, is the same calendar',
    ({ calendar, time }) => {
      const reversed = Object.fromEntries(Object.entries(calendar).reverse()) as SlaCalendar;
      const copy = compileCalendar(JSON.parse(JSON.stringify(reversed)) as SlaCalendar, time.from, time.to);
      return calendarFingerprint(reversed) === calendarFingerprint(calendar) && copy.total === time.total;
    },
  ],
  [
    'a working time read back from JSON gives the same answers',
    ({ time, start, end, duration }) => {
      const received = workingTimeFromJson(JSON.parse(JSON.stringify(workingTimeToJson(time))));
      const isSameSpan = workingTimeBetween(received, start, end) === workingTimeBetween(time, start, end);
      return isSameSpan && addWorkingTime(received, start, duration) === addWorkingTime(time, start, duration);
    },
  ],
])(`%s (${RUNS} samples)`, (name, holds) => {
  expect(counterexamples(name.length, holds)).toEqual([]);
});
