import type { Problem } from '../../../src/contract/answer';
import type { CalendarProblemCode } from '../../../src/core/time/calendar';
import type { KeyKind } from '../../../src/core/policy/finding';
import type { AdminWords } from '../admin-words';
import type { AdminPageKey } from '../messages';

const PLAIN = [
  'not-json',
  'too-large',
  'too-deep',
  'repeated-name',
  'forbidden-name',
  'unknown-member',
  'missing',
  'not-an-object',
  'not-a-list',
  'not-a-text',
  'not-a-number',
  'not-yes-or-no',
  'not-listed',
  'bad-key',
  'bad-id',
  'too-many',
  'too-long',
  'bad-date',
  'out-of-range',
  'wrong',
] as const;

/** What is wrong at a place of a document, and how to mend it. */
export function documentProblemWords({ code, values = {} }: Problem, words: AdminWords): string {
  const { say, quote, format } = words;
  const name = code.replace(/^document\./, '');
  if (name.startsWith('calendar-')) {
    const fault = say(`calendarProblem.${name.replace('calendar-', '') as CalendarProblemCode}`);
    return say('documentProblem.calendar', { fault });
  }
  if (name === 'unknown-key' || name === 'repeated-key') {
    const what = say(`keyKind.${String(values['what']) as KeyKind}`);
    return say(`documentProblem.${name}`, { what, key: quote(String(values['key'])) });
  }
  const known = PLAIN.find((plain) => plain === name) ?? 'wrong';
  const shown = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'number' ? format.number(value) : value]),
  );
  const key: AdminPageKey = `documentProblem.${known}`;
  return say(key, { found: '', choices: '', range: '', line: '', column: '', most: '', bytes: '', ...shown });
}
