import fc from 'fast-check';
import { exactInCents, sharesOf, type WeightedEstablishment } from '../../../src/core/proposal/shares';

const runs = process.env['CADRAN_FULL'] === '1' ? 5000 : 200;

/** From 0.01 to 10,000,000.00. */
const anyTotal = fc.integer({ min: 1, max: 1_000_000_000 });

/** Whole, broken, tiny, huge and zero: whatever a number without a sign can be. */
const anyWeight = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, 1, Number.MIN_VALUE, 1e-300, 0.1, 1 / 3, 1e15 + 0.125, 1e300, Number.MAX_VALUE),
);

const anyEstablishments = fc
  .uniqueArray(fc.integer({ min: 1, max: 9999 }).map(String), { minLength: 1, maxLength: 200 })
  .chain((ids) =>
    fc
      .array(anyWeight, { minLength: ids.length, maxLength: ids.length })
      .filter((weights) => weights.some((weight) => weight > 0))
      .map((weights) =>
        ids.map((organizationId, i): WeightedEstablishment => ({ organizationId, weight: weights[i] ?? 0 })),
      ),
  );

const equal = (count: number): WeightedEstablishment[] =>
  Array.from({ length: count }, (_, i) => ({ organizationId: String(i), weight: 1 }));

function shared(total: number, establishments: readonly WeightedEstablishment[]) {
  const result = sharesOf(total, establishments);
  if (!result.ok) throw new Error(result.problem);
  return result.shares;
}

describe('shares of any amount over any establishments', () => {
  it('sum to the cent, none negative', () => {
    fc.assert(
      fc.property(anyTotal, anyEstablishments, (total, establishments) => {
        const shares = shared(total, establishments);
        expect(shares.reduce((sum, { cents }) => sum + cents, 0)).toBe(total);
        expect(shares.every(({ cents }) => Number.isInteger(cents) && cents >= 0)).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it('differ from their exact value by less than one cent', () => {
    fc.assert(
      fc.property(anyTotal, anyEstablishments, (total, establishments) => {
        for (const { cents, exact } of shared(total, establishments)) {
          const off = BigInt(cents) * exact.denominator - exact.numerator;
          expect(off < exact.denominator && -off < exact.denominator).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });

  it('have exact values that sum to the total itself', () => {
    fc.assert(
      fc.property(anyTotal, anyEstablishments, (total, establishments) => {
        const shares = shared(total, establishments);
        const sum = shares.reduce((all, { exact }) => all + exact.numerator, 0n);
        expect(sum).toBe(BigInt(total) * (shares[0]?.exact.denominator ?? 0n));
      }),
      { numRuns: runs },
    );
  });

  it('do not depend on the order of the establishments', () => {
    const withAnother = anyEstablishments.chain((establishments) =>
      fc.tuple(
        fc.constant(establishments),
        fc.shuffledSubarray([...establishments], { minLength: establishments.length }),
      ),
    );
    fc.assert(
      fc.property(anyTotal, withAnother, (total, [one, other]) => {
        const byId = (list: readonly WeightedEstablishment[]): Map<string, number> =>
          new Map(shared(total, list).map(({ organizationId, cents }) => [organizationId, cents]));
        const first = byId(one);
        for (const [id, cents] of byId(other)) expect(cents).toBe(first.get(id));
      }),
      { numRuns: runs },
    );
  });

  it('differ by at most one cent from each other where the weights are equal', () => {
    fc.assert(
      fc.property(
        anyTotal,
        fc.integer({ min: 1, max: 200 }),
        anyWeight.filter((w) => w > 0),
        (total, count, weight) => {
          const cents = shared(
            total,
            equal(count).map((one) => ({ ...one, weight })),
          ).map((share) => share.cents);
          expect(Math.max(...cents) - Math.min(...cents)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: runs },
    );
  });

  it('are never smaller for a larger weight, and nothing for none', () => {
    fc.assert(
      fc.property(anyTotal, anyEstablishments, (total, establishments) => {
        const shares = [...shared(total, establishments)].sort((a, b) => a.weight - b.weight || a.cents - b.cents);
        for (const [i, share] of shares.entries()) {
          expect(share.cents).toBeGreaterThanOrEqual(shares[i - 1]?.cents ?? 0);
          if (share.weight === 0) expect(share.cents).toBe(0);
        }
      }),
      { numRuns: runs },
    );
  });
});

describe('shares of an amount', () => {
  const cents = (total: number, weights: readonly number[]): number[] =>
    shared(
      total,
      weights.map((weight, i) => ({ organizationId: String(i), weight })),
    ).map((share) => share.cents);

  it.each([
    ['one alone pays all', 12_345, [7], [12_345]],
    ['the odd cent of equal weights goes to the smallest id', 100, [1, 1, 1], [34, 33, 33]],
    ['the odd cents go to those who lost most', 100, [50, 25, 125], [25, 13, 62]],
    ['fewer cents than establishments', 2, [1, 1, 1, 1], [1, 1, 0, 0]],
    ['a weight of nothing pays nothing', 1001, [0, 1, 1], [0, 501, 500]],
    ['tenths are what they are written as, not what they add up to', 30, [0.1, 0.1, 0.1], [10, 10, 10]],
    ['a ratio beyond any cent', 100, [1e300, 1e-300], [100, 0]],
  ])('%s', (_, total, weights, expected) => {
    expect(cents(total, weights)).toEqual(expected);
  });

  it('shows what the exact value was', () => {
    const shares = shared(100, equal(3));
    expect(shares.map(({ exact }) => exactInCents(exact))).toEqual([33.3333, 33.3333, 33.3333]);
  });

  it.each([
    ['nobody to pay', 100, [], 'no-establishments', null],
    ['no weight at all', 100, [{ organizationId: '1', weight: 0 }], 'no-weight', null],
    ['a negative weight', 100, [{ organizationId: '1', weight: -1 }], 'bad-weight', '1'],
    ['a weight that is no number', 100, [{ organizationId: '1', weight: NaN }], 'bad-weight', '1'],
    ['an endless weight', 100, [{ organizationId: '1', weight: Infinity }], 'bad-weight', '1'],
    ['one twice', 100, [...equal(1), ...equal(1)], 'repeated-establishment', '0'],
    ['half a cent', 0.5, equal(1), 'bad-total', null],
    ['less than nothing', -1, equal(1), 'bad-total', null],
  ] as const)('are refused for %s', (_, total, establishments, problem, organizationId) => {
    expect(sharesOf(total, establishments)).toEqual({ ok: false, problem, organizationId });
  });
});
