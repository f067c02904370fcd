import { checkCalendar, type SlaCalendar } from '../../../src/core/time/calendar';
import { DAY, MINUTE, type EpochMillis } from '../../../src/core/time/instant';
import { openIntervals } from '../../../src/core/time/working-time-queries';
import {
  addWorkingTime,
  compileCalendar,
  isWorkingTime,
  subtractWorkingTime,
  workingTimeBetween,
  type WorkingTime,
} from '../../../src/core/time/working-time';
import { countBackward, countForward, countTo, openMinutes, runningCount, windowOf, type Window } from './brute-force';
import { below, randomCalendar, randomFrom, randomInstant, type Random } from './random-calendars';
import { at, timeErrorOf } from './words';
import { sampleCount } from '../sample-count';

const CASES = sampleCount(1_000, 100_000, 100);
const SEED = 20_251_209;
const DAYS = 12;

// Days around which clocks change in each zone, one of them the day that Apia left out, and days where nothing happens.
const ZONES: Readonly<Record<string, readonly string[]>> = {
  'America/Toronto': ['2026-03-08', '2026-11-01'],
  'America/New_York': ['2007-03-11', '2024-11-03'],
  'America/Sao_Paulo': ['2018-02-18', '2018-11-04'],
  'Europe/Paris': ['2026-03-29', '2026-10-25'],
  'Europe/London': ['2025-03-30', '2027-10-31'],
  'Africa/Casablanca': ['2024-03-10', '2024-04-14'],
  'Australia/Lord_Howe': ['2026-04-05', '2026-10-04'],
  'Pacific/Chatham': ['2026-04-05', '2026-09-27'],
  'Asia/Kathmandu': ['1986-01-01', '2026-06-15'],
  'Pacific/Apia': ['2011-12-30', '2012-04-01'],
  'Asia/Tehran': ['2022-03-22', '2022-09-22'],
  UTC: ['2026-12-31', '2025-07-01'],
};
const EVERYWHERE = ['2024-02-29', '2028-02-29', '2027-12-31'];

const windows = Object.entries(ZONES).flatMap(([timeZone, dates]) =>
  [...dates, ...EVERYWHERE].map((date) => ({ timeZone, middle: at(`${date}T00:00:00Z`) })),
);
const known = new Map<number, Window>();

function windowAt(index: number): Window {
  const { timeZone, middle } = windows[index]!;
  const window = known.get(index) ?? windowOf(timeZone, middle - (DAYS / 2) * DAY, DAYS * 1440);
  known.set(index, window);
  return window;
}

/** The engine's answer, or the code with which it refuses. */
function answer(call: () => EpochMillis): EpochMillis | string {
  try {
    return call();
  } catch {
    return timeErrorOf(call).code;
  }
}

/** What the engine answers to one random question of each kind, and what counting minutes says. */
function ask(
  random: Random,
  window: Window,
  time: WorkingTime,
  open: Uint8Array,
): readonly (readonly [string, unknown, unknown])[] {
  const to = window.from + window.minutes * MINUTE;
  const start = randomInstant(random, window.from, to);
  const end = randomInstant(random, window.from, to);
  // On whole minutes half the time, so that durations often end exactly at a closing.
  const some = below(random, random() < 0.5 ? DAY : 6 * DAY);
  const duration = random() < 0.5 ? Math.ceil(some / MINUTE) * MINUTE : some;
  const count = runningCount(open);
  const refusal = countTo(window, open, count, to) === 0 ? 'no-open-time' : 'range-exhausted';
  const isOpen = open[Math.floor((start - window.from) / MINUTE)] === 1;
  return [
    [
      'add',
      answer(() => addWorkingTime(time, start, duration)),
      countForward(window, open, start, duration) ?? refusal,
    ],
    [
      'subtract',
      answer(() => subtractWorkingTime(time, end, duration)),
      countBackward(window, open, end, duration) ?? refusal,
    ],
    [
      'between',
      workingTimeBetween(time, start, end),
      countTo(window, open, count, end) - countTo(window, open, count, start),
    ],
    ['open', isWorkingTime(time, start), isOpen],
  ];
}

/** The open runs of minutes, as openIntervals gives them. */
function runsOf(window: Window, open: Uint8Array): readonly { readonly start: number; readonly end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (let minute = 0; minute < window.minutes; minute++) {
    if (open[minute] !== 1) continue;
    const start = window.from + minute * MINUTE;
    const last = runs.at(-1);
    if (last?.end === start) last.end = start + MINUTE;
    else runs.push({ start, end: start + MINUTE });
  }
  return runs;
}

it(`${CASES} random cases over ${Object.keys(ZONES).length} zones differ nowhere from counting minutes`, () => {
  const random = randomFrom(SEED);
  const differences: unknown[] = [];
  const seen = { empty: 0, always: 0, overnight: 0, refused: 0 };
  for (let i = 0; i < CASES; i++) {
    const window = windowAt(i % windows.length);
    const calendar: SlaCalendar = randomCalendar(random, window.timeZone, window.from, DAYS);
    expect(checkCalendar(calendar)).toEqual([]);
    const time = compileCalendar(calendar, window.from, window.from + window.minutes * MINUTE);
    const open = openMinutes(window, calendar);
    const asked = ask(random, window, time, open);
    const intervals = openIntervals(time, time.from, time.to);
    const isSame = JSON.stringify(intervals) === JSON.stringify(runsOf(window, open));
    const wrong = asked.filter(([, theirs, ours]) => theirs !== ours);
    if (wrong.length > 0 || !isSame) differences.push({ case: i, calendar, from: window.from, wrong, isSame });
    if (intervals.length === 0) seen.empty++;
    if ('always' in calendar) seen.always++;
    else if (Object.values(calendar.weeklyHours).some((hours) => hours.some(({ end }) => end > '24:00')))
      seen.overnight++;
    if (typeof asked[0]![1] === 'string') seen.refused++;
  }
  console.log(`fuzz: ${CASES} cases, seed ${SEED}, ${differences.length} differences`, seen);
  expect(differences.slice(0, 3)).toEqual([]);
  // The cases reach what they are meant to reach.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(CASES / 100);
}, 1_800_000);
