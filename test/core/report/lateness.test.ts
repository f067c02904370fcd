/** How late flags were, kept as counts: where each falls, what they tell of the median and the worst. */
import {
  addLateness,
  latenessAt,
  latenessCount,
  LATENESS_BOUNDS,
  NO_LATENESS,
  withLateness,
} from '../../../src/core/report/lateness';

const MINUTES = 60_000;
const counted = (...late: readonly number[]) => late.reduce(withLateness, NO_LATENESS);

describe('the lateness of flags', () => {
  it('is counted in steps from a second to a day', () => {
    expect(LATENESS_BOUNDS).toEqual([
      1_000,
      2_000,
      5_000,
      10_000,
      30_000,
      MINUTES,
      2 * MINUTES,
      5 * MINUTES,
      10 * MINUTES,
      30 * MINUTES,
      60 * MINUTES,
      1_440 * MINUTES,
    ]);
    expect(NO_LATENESS).toEqual(LATENESS_BOUNDS.map(() => 0));
  });

  it.each([
    { late: 0, bound: 1_000 },
    { late: 1_000, bound: 1_000 },
    { late: 1_001, bound: 2_000 },
    { late: 5 * MINUTES, bound: 5 * MINUTES },
    { late: 5 * MINUTES + 1, bound: 10 * MINUTES },
    { late: 1_440 * MINUTES + 1, bound: 1_440 * MINUTES },
  ])('$late ms falls under $bound ms, and nowhere else', ({ late, bound }) => {
    expect(counted(late)).toEqual(LATENESS_BOUNDS.map((each) => (each === bound ? 1 : 0)));
    expect(latenessAt(counted(late), 0.5)).toBe(bound);
  });

  it('of two sweeps is counted together, whatever was kept before there were as many steps', () => {
    const both = addLateness(counted(500, 3_000), counted(500));
    expect(both).toEqual(counted(500, 500, 3_000));
    expect(addLateness([2], counted(500, 3_000))).toEqual([3, 0, 1, ...NO_LATENESS.slice(3)]);
    expect(addLateness(counted(500, 3_000), [2])).toEqual([3, 0, 1, ...NO_LATENESS.slice(3)]);
    expect(withLateness([4], 1_500)).toEqual([4, 1, ...NO_LATENESS.slice(2)]);
    expect(latenessCount(both)).toBe(3);
  });

  it.each([
    { share: 0.5, at: 1_000 },
    { share: 0.51, at: 30_000 },
    { share: 0.75, at: 30_000 },
    { share: 0.99, at: 60 * MINUTES },
  ])('of four flags was at most $at ms for a share of $share', ({ share, at }) => {
    expect(latenessAt(counted(10, 900, 20_000, 59 * MINUTES), share)).toBe(at);
  });

  it('of no flag is none', () => {
    expect(latenessAt(NO_LATENESS, 0.99)).toBeNull();
    expect(latenessCount(NO_LATENESS)).toBe(0);
  });
});
