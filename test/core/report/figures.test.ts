/** What reports count: shares that never flatter, medians that occurred, and what stands apart. */
import fc from 'fast-check';
import { figuresOf, keptShare, percentile } from '../../../src/core/report/figures';
import type { Outcome } from '../../../src/core/clock/report';

const result = (outcome: Outcome, working = 0, real = working, apart = false) => ({
  outcome,
  apart,
  lateBy: { working, real },
});

describe('the share kept', () => {
  it.each([
    [1999, 2000, 0.999],
    [9999, 10_000, 0.999],
    [1, 1, 1],
    [0, 3, 0],
    [1, 3, 0.333],
    [2, 3, 0.666],
    [1, 2001, 0],
    [999, 1000, 0.999],
  ])('of %i of %i is %d', (kept, of, share) => {
    expect(keptShare(kept, of)).toBe(share);
  });

  it('of nothing is none', () => {
    expect(keptShare(0, 0)).toBeNull();
  });

  it('is 1 only where all were kept, and never more than the true share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (of, some) => {
        const kept = some % (of + 1);
        const share = keptShare(kept, of) ?? NaN;
        expect(share === 1).toBe(kept === of);
        expect(share * of).toBeLessThanOrEqual(kept + 1e-6);
        expect(kept / of - share).toBeLessThan(0.001 + 1e-9);
      }),
    );
  });
});

describe('a percentile', () => {
  it.each([
    [[7], 50, 7],
    [[1, 2], 50, 1],
    [[1, 2, 3], 50, 2],
    [[1, 2, 3, 4], 50, 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90, 10],
    [[5], 90, 5],
  ])('of %j at %i is %i', (sorted, percent, value) => {
    expect(percentile(sorted, percent)).toBe(value);
  });

  it('of nothing is none', () => {
    expect(percentile([], 50)).toBeNull();
  });
});

describe('figures', () => {
  it('count both kinds of a miss apart and show both shares', () => {
    const figures = figuresOf([
      result('met'),
      result('met'),
      result('missed', 10, 100),
      result('missed-customer-unavailable', 30, 300),
    ]);
    expect(figures).toEqual({
      met: 2,
      missed: 1,
      missedCustomerUnavailable: 1,
      apart: 0,
      withoutPromise: 0,
      kept: 0.5,
      keptWithoutUnavailable: 0.666,
      late: { working: { median: 10, p90: 30, most: 30 }, real: { median: 100, p90: 300, most: 300 } },
    });
  });

  it('count what is reported apart there and nowhere else', () => {
    const figures = figuresOf([result('met'), result('missed', 5, 5, true)]);
    expect(figures).toMatchObject({ met: 1, missed: 0, apart: 1, kept: 1, late: null });
  });

  it('leave a clock without a promise out of the shares', () => {
    expect(figuresOf([result('no-promise')])).toMatchObject({
      withoutPromise: 1,
      kept: null,
      keptWithoutUnavailable: null,
    });
  });

  it('with a miss for which the customer was unavailable, keep the share of all where a plain miss has it', () => {
    const plain = figuresOf([result('met'), result('missed', 5)]);
    const excused = figuresOf([result('met'), result('missed-customer-unavailable', 5)]);
    expect(excused.kept).toBe(plain.kept);
    expect(excused.keptWithoutUnavailable).toBe(1);
  });

  it('do not depend on the order of the results', () => {
    const outcome = fc.constantFrom<Outcome>('met', 'missed', 'missed-customer-unavailable', 'no-promise');
    const results = fc.array(fc.tuple(outcome, fc.nat(1000), fc.nat(1000), fc.boolean()));
    fc.assert(
      fc.property(results, (given) => {
        const made = given.map((each) => result(...each));
        expect(figuresOf([...made].reverse())).toEqual(figuresOf(made));
      }),
    );
  });
});
