import { isProposable, type Money } from './money';
import { REQUESTER, type Establishment, type WeightBasis } from './proposal';
import { sharesOf, type ShareProblem, type WeightedEstablishment } from './shares';

/** An order may concern every establishment of a country; more than this is a list gone wrong. */
export const MOST_ESTABLISHMENTS = 500;

/** What an agent proposes, before it is shared out. */
export interface Terms {
  readonly total: Money;
  readonly orderedBy: string | null;
  readonly basis: WeightBasis;
  readonly establishments: readonly WeightedEstablishment[];
}

export type TermsProblem =
  | { readonly code: ShareProblem; readonly organizationId: string | null }
  | {
      readonly code:
        | 'amount-out-of-range'
        | 'too-many-establishments'
        /** Without an order one customer asks, and pays. */
        | 'one-establishment'
        /** An order concerns organizations; somebody without one cannot be among them. */
        | 'requester-in-order';
      readonly organizationId: null;
    };

export type SharedTerms =
  | { readonly ok: true; readonly establishments: readonly Establishment[] }
  | { readonly ok: false; readonly problem: TermsProblem };

/** The shares that terms come to, or the first thing that is wrong with them. */
export function shareTerms({ total, orderedBy, establishments }: Terms): SharedTerms {
  const wrong = (code: Exclude<TermsProblem['code'], ShareProblem>): SharedTerms => ({
    ok: false,
    problem: { code, organizationId: null },
  });
  if (!isProposable(total.cents)) return wrong('amount-out-of-range');
  if (establishments.length > MOST_ESTABLISHMENTS) return wrong('too-many-establishments');
  if (orderedBy === null && establishments.length > 1) return wrong('one-establishment');
  if (orderedBy !== null && establishments.some(({ organizationId }) => organizationId === REQUESTER)) {
    return wrong('requester-in-order');
  }
  const result = sharesOf(total.cents, establishments);
  if (!result.ok) return { ok: false, problem: { code: result.problem, organizationId: result.organizationId } };
  return {
    ok: true,
    establishments: result.shares.map(({ organizationId, weight, cents }) => ({ organizationId, weight, cents })),
  };
}
