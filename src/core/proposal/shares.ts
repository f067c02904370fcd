/** An establishment and what it counts in the sharing. */
export interface WeightedEstablishment {
  readonly organizationId: string;
  /** Finite, not negative. */
  readonly weight: number;
}

/** An exact amount in cents, as a fraction. */
export interface ExactCents {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export interface Share extends WeightedEstablishment {
  readonly cents: number;
  /** What the share would be without rounding; it differs from `cents` by less than one. */
  readonly exact: ExactCents;
}

export type ShareProblem =
  | 'no-establishments'
  | 'repeated-establishment'
  | 'bad-weight'
  /** No establishment counts anything. */
  | 'no-weight'
  | 'bad-total';

export type SharesResult =
  | { readonly ok: true; readonly shares: readonly Share[] }
  | { readonly ok: false; readonly problem: ShareProblem; readonly organizationId: string | null };

/**
 * Distributes an amount over establishments by weight, to the cent, by largest remainder (rules.md §9): everyone gets the
 * whole cents of their exact share, and the cents left over go one each to those who lost most. Of equal losses the one
 * with the smaller id comes first, so that the order of the list changes nothing. Weights count exactly as they are: no
 * sum or quotient is ever rounded.
 *
 * @param totalCents a whole number, not negative
 * @returns the shares in the order of the establishments; they sum to the total
 * @example sharesOf(100, ['1', '2', '3'].map((organizationId) => ({ organizationId, weight: 1 }))) // 34, 33, 33 cents
 */
export function sharesOf(totalCents: number, establishments: readonly WeightedEstablishment[]): SharesResult {
  const problem = problemOf(totalCents, establishments);
  if (problem !== null) return { ok: false, ...problem };
  const weights = inOneUnit(establishments.map(({ weight }) => weight));
  const denominator = weights.reduce((sum, weight) => sum + weight, 0n);
  if (denominator === 0n) return { ok: false, problem: 'no-weight', organizationId: null };
  const cut = establishments.map((establishment, index) => {
    const numerator = BigInt(totalCents) * (weights[index] ?? 0n);
    return { establishment, numerator, whole: numerator / denominator, lost: numerator % denominator };
  });
  const spare = BigInt(totalCents) - cut.reduce((sum, { whole }) => sum + whole, 0n);
  const byLoss = [...cut].sort(
    (a, b) => compared(b.lost, a.lost) || compared(a.establishment.organizationId, b.establishment.organizationId),
  );
  const raised = new Set(byLoss.slice(0, Number(spare)));
  return {
    ok: true,
    shares: cut.map((part) => ({
      organizationId: part.establishment.organizationId,
      weight: part.establishment.weight,
      cents: Number(part.whole) + (raised.has(part) ? 1 : 0),
      exact: { numerator: part.numerator, denominator },
    })),
  };
}

/** Digits that an exact value is shown with, beyond the cent. */
const SHOWN_BEYOND_CENT = 4;

/** An exact value in cents as a number to show, cut after four digits beyond the cent. */
export function exactInCents({ numerator, denominator }: ExactCents): number {
  const scale = 10 ** SHOWN_BEYOND_CENT;
  return Number((numerator * BigInt(scale)) / denominator) / scale;
}

function problemOf(
  totalCents: number,
  establishments: readonly WeightedEstablishment[],
): { readonly problem: ShareProblem; readonly organizationId: string | null } | null {
  if (!Number.isSafeInteger(totalCents) || totalCents < 0) return { problem: 'bad-total', organizationId: null };
  if (establishments.length === 0) return { problem: 'no-establishments', organizationId: null };
  const seen = new Set<string>();
  for (const { organizationId, weight } of establishments) {
    if (seen.has(organizationId)) return { problem: 'repeated-establishment', organizationId };
    if (!Number.isFinite(weight) || weight < 0) return { problem: 'bad-weight', organizationId };
    seen.add(organizationId);
  }
  return null;
}

/** The weights as whole multiples of one unit, small enough for all of them: a number is a whole multiple of a power of two. */
function inOneUnit(weights: readonly number[]): readonly bigint[] {
  if (weights.every(Number.isSafeInteger)) return weights.map(BigInt);
  const parts = weights.map(binaryOf);
  const least = Math.min(...parts.map(({ exponent }) => exponent));
  return parts.map(({ mantissa, exponent }) => mantissa << BigInt(exponent - least));
}

/** The whole number and the power of two that a double is made of (IEEE 754, binary64). */
function binaryOf(value: number): { readonly mantissa: bigint; readonly exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & ((1n << 52n) - 1n);
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

function compared<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
