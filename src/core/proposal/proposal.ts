import type { EpochMillis } from '../time/instant';
import type { Money } from './money';

/** How an order's establishments are weighed: all alike, by the fee they pay, by the users they have. */
export type WeightBasis = 'equal' | 'fee' | 'users';

/** Stands for an organization where the request is of somebody without one: its reporter answers for themself. */
export const REQUESTER = 'requester';

/** One that pays: an organization's id, or REQUESTER, with its share as it was proposed. */
export interface Establishment {
  readonly organizationId: string;
  readonly weight: number;
  readonly cents: number;
}

/** What one proposal says. A change of anything in it is another offer, with the next version. */
export interface Offer {
  readonly version: number;
  readonly at: EpochMillis;
  readonly total: Money;
  /** The policy's key of the body by whose order the effort is shared; null where one customer asks for itself. */
  readonly orderedBy: string | null;
  readonly basis: WeightBasis;
  readonly establishments: readonly Establishment[];
}

/** The proposal's ledger, oldest first: all that is stored of it (ids, times, keys, amounts; rules.md §11). */
export type ProposalEntry =
  | { readonly kind: 'proposed'; readonly at: EpochMillis; readonly offer: Offer }
  | AnswerEntry
  | { readonly kind: 'withdrawn'; readonly at: EpochMillis; readonly version: number };

export interface AnswerEntry {
  readonly kind: 'accepted' | 'declined';
  readonly at: EpochMillis;
  readonly version: number;
  /** For whom a customer answered. */
  readonly organizationId: string;
}

/** `withdrawn`: taken back before everybody had accepted. */
export type OfferState = 'proposed' | 'accepted' | 'declined' | 'withdrawn';

export interface OfferStanding {
  readonly offer: Offer;
  readonly state: OfferState;
  /** The newest answer of each establishment that gave one. */
  readonly answers: ReadonlyMap<string, AnswerEntry>;
  /** When it ceased to be open; null while it is. */
  readonly closedAt: EpochMillis | null;
}

export interface Proposal {
  /** Of the newest offer; but `accepted` where that one failed and an earlier one still stands. */
  readonly state: OfferState;
  readonly current: OfferStanding;
  /** The newest offer that everybody accepted: frozen, and in force until another is accepted. */
  readonly inForce: OfferStanding | null;
}

/**
 * Where a proposal stands, from its ledger alone; null for one never made.
 *
 * An offer is open until every establishment has answered: then it is accepted if all accepted, else declined. Until then
 * one that declined may still accept. A newer offer takes the place of an open one; an accepted one stands until the newer
 * is accepted too.
 */
export function foldProposal(entries: readonly ProposalEntry[]): Proposal | null {
  const standings = entries.filter((entry) => entry.kind === 'proposed').map(({ offer }) => standingOf(offer, entries));
  const current = standings.at(-1);
  if (current === undefined) return null;
  const inForce = standings.findLast(({ state }) => state === 'accepted') ?? null;
  const hasFailed = current.state === 'declined' || current.state === 'withdrawn';
  return { state: hasFailed && inForce !== null ? 'accepted' : current.state, current, inForce };
}

function standingOf(offer: Offer, entries: readonly ProposalEntry[]): OfferStanding {
  const answers = new Map<string, AnswerEntry>();
  for (const entry of entries) {
    if (entry.kind === 'proposed' || entry.version !== offer.version) continue;
    if (entry.kind === 'withdrawn') return { offer, state: 'withdrawn', answers, closedAt: entry.at };
    answers.set(entry.organizationId, entry);
    if (answers.size < offer.establishments.length) continue;
    const all = [...answers.values()].every(({ kind }) => kind === 'accepted');
    return { offer, state: all ? 'accepted' : 'declined', answers, closedAt: entry.at };
  }
  return { offer, state: 'proposed', answers, closedAt: null };
}
