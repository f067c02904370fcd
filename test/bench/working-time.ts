import type { WeeklyCalendar } from '../../src/core/time/calendar';
import { compileCalendar } from '../../src/core/time/compile-calendar';
import { DAY, HOUR } from '../../src/core/time/instant';
import { QUEBEC_HOLIDAYS } from '../../src/core/time/presets/quebec-holidays';
import { addWorkingTime, workingTimeBetween } from '../../src/core/time/working-time-queries';
import { medianMillis, turnsPerSecond } from './measure';
import { naiveBetween } from './naive-day-scan';

const office = [{ start: '08:30', end: '16:30' }];

/** The preset's hours. */
const CALENDAR: WeeklyCalendar = {
  timeZone: 'America/Toronto',
  weeklyHours: { 1: office, 2: office, 3: office, 4: office, 5: office },
  holidays: QUEBEC_HOLIDAYS,
  exceptions: [],
};

/** Eleven years. */
const FROM = Date.UTC(2022, 0, 1);
const TO = Date.UTC(2033, 0, 1);

const SAMPLES = 2 ** 12;
const MASK = SAMPLES - 1;
const TARGET = 8 * HOUR;

export type WorkingTimeFigures = {
  /** The same loop reading two array elements a turn, in turns a second. */
  readonly floorOps: number;
  readonly addOps: number;
  readonly between30Ops: number;
  readonly between365Ops: number;
  readonly naiveBetween365Ops: number;
  /** Eleven years of the preset's calendar, in milliseconds: the first time in a process, when the zone is not known yet. */
  readonly compileFirstMs: number;
  /** The same, warm. */
  readonly compileMs: number;
};

/** Random instants over the whole range; adding 8 h, and measuring 30 and 365 days, from each. */
export function measureWorkingTime(): WorkingTimeFigures {
  const first = process.hrtime.bigint();
  compileCalendar(CALENDAR, FROM, TO);
  const compileFirstMs = Number(process.hrtime.bigint() - first) / 1e6;
  const compileMs = medianMillis(() => compileCalendar(CALENDAR, FROM, TO), 31);
  const workingTime = compileCalendar(CALENDAR, FROM, TO);
  const starts = Float64Array.from({ length: SAMPLES }, randomInstants(20_251_209));
  const after30 = starts.map((start) => start + 30 * DAY);
  const after365 = starts.map((start) => start + 365 * DAY);
  requireSameAnswers(starts, after365);

  const { floor, add, between30, between365 } = turnsPerSecond(
    {
      floor: (i) => (starts[i & MASK] as number) + (after30[i & MASK] as number),
      add: (i) => addWorkingTime(workingTime, starts[i & MASK] as number, TARGET),
      between30: (i) => workingTimeBetween(workingTime, starts[i & MASK] as number, after30[i & MASK] as number),
      between365: (i) => workingTimeBetween(workingTime, starts[i & MASK] as number, after365[i & MASK] as number),
    },
    { turns: 1_000_000, rounds: 31 },
  );
  const { naive } = turnsPerSecond(
    { naive: (i) => naiveBetween(CALENDAR, starts[i & MASK] as number, after365[i & MASK] as number) },
    { turns: 5, rounds: 5 },
  );
  return {
    floorOps: Math.round(floor),
    addOps: Math.round(add),
    between30Ops: Math.round(between30),
    between365Ops: Math.round(between365),
    naiveBetween365Ops: naive,
    compileFirstMs,
    compileMs,
  };

  function requireSameAnswers(from: Float64Array, to: Float64Array): void {
    for (let i = 0; i < 20; i++) {
      const [start = NaN, end = NaN] = [from[i], to[i]];
      if (workingTimeBetween(workingTime, start, end) !== naiveBetween(CALENDAR, start, end)) {
        throw new Error(`the two ways to measure differ from ${start} to ${end}`);
      }
    }
  }
}

/** Instants with a year after them in the range; the same in every run. */
function randomInstants(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return FROM + Math.floor((state / 2 ** 32) * (TO - FROM - 366 * DAY));
  };
}
