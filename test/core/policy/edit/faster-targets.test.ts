import { parseDuration } from '../../../../src/core/time/parse-duration';
import { formatDuration, type Duration } from '../../../../src/core/time/duration';
import { dividedBy, withFasterTargets } from '../../../../src/core/policy/edit/faster-targets';
import { goalSetting } from '../../../../src/core/policy/goals';
import { buildPolicy } from '../../../builders/policy';

const read = (text: string): Duration => {
  const parsed = parseDuration(text);
  if (!parsed.ok) throw new Error(parsed.code);
  return parsed.duration;
};

test.each([
  ['1h', 2, '30m'],
  ['8h', 2, '4h'],
  ['30m', 4, '8m'],
  ['1h 30m', 2, '45m'],
  ['2d', 2, '1d'],
  ['1d', 2, '0.5d'],
  ['1d', 3, '0.5d'],
  ['3bd', 2, '2bd'],
  ['1bd', 2, '1bd'],
  ['1h', 3, '20m'],
  ['4h', 1, '4h'],
])('%s, %s times faster, is %s', (text, factor, faster) => {
  expect(formatDuration(dividedBy(read(text), factor))).toBe(faster);
});

test('all targets of a plan come from the other, in its calendars, and were published nowhere', () => {
  const policy = withFasterTargets(buildPolicy(), 'BASE', 'PLUS', 2);
  expect(goalSetting(policy, 'BASE', 'P1', 'resolution')).toEqual({
    target: { unit: 'hours', amount: 2 },
    calendar: 'around-the-clock',
    published: { en: null, fr: null },
  });
  expect(policy.plans[1]).toEqual(buildPolicy().plans[1]);
});

test.each([
  ['GOLD', 'PLUS', 2],
  ['BASE', 'GOLD', 2],
  ['BASE', 'PLUS', 0],
])('%s cannot be made from %s, %s times faster', (plan, from, factor) => {
  expect(() => withFasterTargets(buildPolicy(), plan, from, factor)).toThrow(RangeError);
});
