import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { calendarDays } from '../../../src/core/time/calendar-days';
import type { SlaCalendar } from '../../../src/core/time/calendar';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/core/time/instant';
import { epochDayOf } from '../../../src/core/time/local-date';
import { localDateAt } from '../../../src/core/time/zone';
import { nextOpening, openIntervals } from '../../../src/core/time/working-time-queries';
import {
  addWorkingTime,
  compileCalendar,
  isWorkingTime,
  subtractWorkingTime,
  workingTimeBetween,
  type WorkingTime,
} from '../../../src/core/time/working-time';
import { calendarOf, readRecordedCases, type RecordedCase } from './recorded-cases';
import { at } from './words';

const { systems } = readRecordedCases();

type Subject = { readonly system: string; readonly recorded: RecordedCase };
const all: readonly Subject[] = Object.entries(systems).flatMap(([system, { cases }]) =>
  cases.map((recorded) => ({ system, recorded })),
);

const iso = (instant: number): string => new Date(instant).toISOString();

/** What the engine answers to each operation, in the form in which the answers were recorded. */
const OPERATIONS: Readonly<Record<string, (time: WorkingTime, asked: RecordedCase, calendar: SlaCalendar) => unknown>> =
  {
    add: (time, { start, seconds }) => iso(addWorkingTime(time, at(start), seconds! * SECOND)),
    sub: (time, { start, seconds }) => iso(subtractWorkingTime(time, at(start), seconds! * SECOND)),
    between: (time, asked) => workingTimeBetween(time, at(asked.start), at(asked.end!)) / SECOND,
    is_open: (time, { start }) => isWorkingTime(time, at(start)),
    is_working_day: (_, { start }, calendar) => calendarDays(calendar).hoursOn(localDay(calendar, start)).length > 0,
    on_holiday: (_, { start }, calendar) => calendarDays(calendar).isHoliday(localDay(calendar, start)),
    roll_forward: (time, { start }) => iso(nextOpening(time, at(start))!),
    roll_backward: (time, { start }) => iso(openIntervals(time, time.from, at(start)).at(-1)!.end),
    next_open: (time, { start }) =>
      iso(openIntervals(time, at(start), time.to).find((interval) => interval.start > at(start))!.start),
    next_close: (time, { start }) => iso(openIntervals(time, at(start), time.to)[0]!.end),
    segments_after: (time, { start, n }) => openIntervals(time, at(start), time.to).slice(0, n).map(segment),
    segments_before: (time, { start, n }) =>
      openIntervals(time, time.from, at(start)).slice(-n!).reverse().map(segment),
  };

function segment({ start, end }: { readonly start: number; readonly end: number }): readonly [string, string] {
  return [iso(start), iso(end)];
}

function localDay({ timeZone }: SlaCalendar, instant: string): number {
  return epochDayOf(localDateAt(timeZone, at(instant)))!;
}

/** Seconds as the system gives them: cut to whole units, rounded to whole seconds, or none for a reversed span. */
function asRecorded(seconds: number, { system, recorded }: Subject): number {
  const { signed, floored, unit } = recorded;
  if (floored === true) {
    const inUnit = (unit?.startsWith('hour') === true ? HOUR : MINUTE) / SECOND;
    return Math.trunc(seconds / inUnit) * inUnit;
  }
  // Adding 0 makes a plain zero of a negative one.
  if (system === 'working_hours') return Math.sign(seconds) * Math.round(Math.abs(seconds)) + 0;
  return signed === true ? seconds : Math.max(0, seconds);
}

const compiled = new Map<string, { readonly time: WorkingTime; readonly calendar: SlaCalendar }>();

function timeOf({ system, recorded }: Subject): { readonly time: WorkingTime; readonly calendar: SlaCalendar } {
  const key = `${system} ${recorded.cal}`;
  const known = compiled.get(key);
  if (known) return known;
  const calendar = calendarOf(system, systems[system]!.calendars[recorded.cal]!);
  const instants = systems[system]!.cases.flatMap(({ cal, start, end }) =>
    cal === recorded.cal ? [start, end ?? start] : [],
  );
  const from = Math.min(...instants.map(at)) - 400 * DAY;
  const to = Math.max(...instants.map(at)) + 400 * DAY;
  const made = { time: compileCalendar(calendar, from, to, key), calendar };
  compiled.set(key, made);
  return made;
}

const isEngineOperation = ({ recorded }: Subject): boolean => Object.hasOwn(OPERATIONS, recorded.op);
const asked = all.filter(isEngineOperation);
const named = (subjects: readonly Subject[]): readonly (readonly [string, string, Subject])[] =>
  subjects.map((subject) => [subject.recorded.id, subject.recorded.op, subject]);

describe('results recorded from other systems', () => {
  it.each(named(asked.filter(({ recorded }) => recorded.verdict === 'agrees')))('%s %s agrees', (_, op, subject) => {
    const { time, calendar } = timeOf(subject);
    const answer = OPERATIONS[op]!(time, subject.recorded, calendar);
    // Theirs may be rounded; the independent count is exact.
    if (op === 'between' && subject.recorded.signed === true) expect(answer).toBe(subject.recorded.brute);
    const asTheySay = op === 'between' ? asRecorded(answer as number, subject) : answer;
    expect(asTheySay).toEqual(subject.recorded.expect);
  });

  // The other system lands on the next opening where Cadran lands on the closing, or the reverse: no working time apart.
  it.each(named(asked.filter(({ recorded }) => recorded.verdict === 'same-business-instant')))(
    '%s %s is the same working time',
    (_, op, subject) => {
      const { time } = timeOf(subject);
      const { start, seconds, expect: theirs } = subject.recorded;
      const elapsed = workingTimeBetween(time, at(start), at(theirs as string));
      expect(Math.abs(elapsed)).toBe(seconds! * SECOND);
      expect(OPERATIONS[op]!(time, subject.recorded, timeOf(subject).calendar)).toBe(subject.recorded.brute);
    },
  );

  // Where the other system follows other rules or is wrong, the independent count decides.
  it.each(named(asked.filter(({ recorded }) => recorded.verdict === 'differs')))(
    '%s %s follows the independent count',
    (_, op, subject) => {
      const { time, calendar } = timeOf(subject);
      expect(OPERATIONS[op]!(time, subject.recorded, calendar)).toEqual(subject.recorded.brute);
    },
  );

  const skipped: Record<string, number> = {};
  for (const { recorded } of all.filter((subject) => !isEngineOperation(subject))) {
    skipped[recorded.op] = (skipped[recorded.op] ?? 0) + 1;
  }
  it.skip.each(Object.entries(skipped))('%s, %i cases: no operation of the engine', () => {
    throw new Error('Cadran adds no days at a kept wall clock and knows a break only as an exception');
  });

  it('asks every case of an operation it has', () => {
    expect({ asked: asked.length, skipped }).toEqual({
      asked: 395,
      skipped: { on_break: 9, add_days: 23, sub_days: 15, days_between: 6 },
    });
  });
});

const shared = join(__dirname, '../../../../shared/cases');
const whereShared = existsSync(shared) ? it : it.skip;

describe('the fixture', () => {
  whereShared('holds the figures of the shared cases', () => {
    for (const file of readdirSync(shared).filter((name) => name.endsWith('.json'))) {
      const original = JSON.parse(readFileSync(join(shared, file), 'utf8')) as (typeof systems)[string];
      const copy = systems[file.replace('.json', '')];
      expect(copy?.calendars).toEqual(original.calendars);
      expect(copy?.cases).toEqual(original.cases.map((found) => ({ ...found, title: undefined, why: undefined })));
    }
  });
});
