/** The table of test/README.md is whole, and names only what exists. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TESTS = join(__dirname, '..');
const rows = [...readFileSync(join(TESTS, 'README.md'), 'utf8').matchAll(/^\| +(\d+) \| (.+?) +\| (.+?) +\|$/gm)];

it('has a row for each of the 46', () => {
  expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 46 }, (_none, index) => index + 1));
});

it.each(rows.map(([, number, what, by]) => [number, what, by]))('%s: %s', (_number, _what, by = '') => {
  const files = [...by.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
  expect(files.filter((file) => !existsSync(join(TESTS, file)))).toEqual([]);
  expect(files.length > 0 || by.startsWith('nobody')).toBe(true);
});
