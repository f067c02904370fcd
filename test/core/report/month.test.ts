/** Which month a stop counts for, at the edges of months and zones, and the months themselves. */
import { boundsOf, monthAt, monthOf, monthPlus, monthsUpTo } from '../../../src/core/report/month';
import { buildPolicy, buildPolicyVersion } from '../../builders/policy';
import { instant } from '../../builders/ticket';

const inZone = (timeZone: string) => {
  const document = buildPolicy();
  const named = document.calendars[document.defaultCalendar];
  if (named === undefined) throw new Error('no default calendar');
  return {
    ...document,
    calendars: {
      ...document.calendars,
      [document.defaultCalendar]: { ...named, calendar: { ...named.calendar, timeZone } },
    },
  };
};

describe('the month of a stop', () => {
  const toronto = [buildPolicyVersion(inZone('America/Toronto'))];

  it.each([
    ['2025-11-30T23:59:59.999 Toronto', '2025-11'],
    ['2025-12-01T00:00 Toronto', '2025-12'],
    ['2025-12-01T04:59Z', '2025-11'],
    ['2025-12-31T23:30 Toronto', '2025-12'],
    ['2026-01-01T00:00 Toronto', '2026-01'],
  ])('%s is %s in Toronto', (at, month) => {
    expect(monthOf(toronto, instant(at))).toBe(month);
  });

  it("is told in the zone of the policy in force then, which a later policy's does not change", () => {
    const policies = [
      ...toronto,
      buildPolicyVersion(inZone('Europe/Paris'), { version: 2, publishedAt: instant('2025-12-15T00:00Z') }),
    ];
    expect(monthOf(policies, instant('2025-12-01T04:00Z'))).toBe('2025-11');
    expect(monthOf(policies, instant('2025-12-31T23:30Z'))).toBe('2026-01');
  });

  it('before the first publication is told by the first policy', () => {
    const policies = [buildPolicyVersion(inZone('America/Toronto'), { publishedAt: instant('2026-05-01T00:00Z') })];
    expect(monthOf(policies, instant('2025-12-01T04:00Z'))).toBe('2025-11');
  });
});

it.each([
  ['2025-12', 1, '2026-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-03', -15, '2024-12'],
  ['2025-06', 0, '2025-06'],
])('%s plus %i months is %s', (month, months, other) => {
  expect(monthPlus(month, months)).toBe(other);
});

it('lists months, oldest first', () => {
  expect(monthsUpTo('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
});

it('a month of a time change is as long as its days', () => {
  const { from, to } = boundsOf('America/Toronto', '2025-11');
  expect((to - from) / 3_600_000).toBe(30 * 24 + 1);
  expect(monthAt('America/Toronto', from)).toBe('2025-11');
  expect(monthAt('America/Toronto', from - 1)).toBe('2025-10');
  expect(monthAt('America/Toronto', to)).toBe('2025-12');
});
