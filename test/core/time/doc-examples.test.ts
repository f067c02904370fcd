import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { businessDayClose } from '../../../src/core/time/business-days';
import { durationMillis, formatDuration } from '../../../src/core/time/duration';
import { HOUR } from '../../../src/core/time/instant';
import { parseDuration } from '../../../src/core/time/parse-duration';
import * as workingTime from '../../../src/core/time/working-time';
import { nextOpening } from '../../../src/core/time/working-time-queries';
import { instantOfLocal } from '../../../src/core/time/zone';
import { at, OFFICE } from './words';

const folder = join(__dirname, '../../../src/core/time');

/** Lines of docstrings in the form `call(...) // => value, remark`. */
const examples = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .flatMap(({ name }) => readFileSync(join(folder, name), 'utf8').split('\n'))
  .flatMap((line) => {
    const [, call, value] = /^ \* (\w+\(.*) \/\/ => (.*)$/.exec(line) ?? [];
    return call === undefined || value === undefined ? [] : [[call, value] as const];
  });

const officeHours = { ...OFFICE, holidays: [{ date: '2025-12-25' }] };
const office = workingTime.compileCalendar(officeHours, at('2025-12-01T00:00:00Z'), at('2026-02-01T00:00:00Z'));
const vocabulary = {
  ...workingTime,
  ...{ businessDayClose, durationMillis, formatDuration, instantOfLocal, nextOpening, parseDuration },
  ...{ at, HOUR, office, officeHours },
};

function evaluate(expression: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- runs what the docstrings of this project say
  const run = new Function(...Object.keys(vocabulary), `return (${expression});`) as (...words: unknown[]) => unknown;
  return run(...Object.values(vocabulary));
}

/** The value before a remark: `at('...'), closing time`. */
function valueOf(text: string): string {
  return text.startsWith('at(') ? text.slice(0, text.indexOf(')') + 1) : text;
}

it.each(examples)('%s is %s', (call, value) => {
  expect(evaluate(call)).toEqual(evaluate(valueOf(value)));
});

it('finds the examples', () => {
  const called = new Set(examples.map(([call]) => call.slice(0, call.indexOf('('))));
  expect([...called].sort()).toEqual(
    [
      ...['addWorkingTime', 'subtractWorkingTime', 'workingTimeBetween', 'isWorkingTime', 'compileCalendar'],
      ...['nextOpening', 'businessDayClose', 'durationMillis', 'formatDuration', 'parseDuration', 'instantOfLocal'],
    ].sort(),
  );
});
