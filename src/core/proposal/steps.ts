import type { EpochMillis } from '../time/instant';
import { foldProposal, REQUESTER, type OfferStanding, type Proposal, type ProposalEntry } from './proposal';
import { shareTerms, type Terms, type TermsProblem } from './terms';

/** Who takes a step, as the caller of these rules has made sure of. */
export type Actor =
  | { readonly role: 'agent'; readonly mayEdit: boolean }
  | {
      readonly role: 'customer';
      /** The organizations that the customer belongs to. */
      readonly organizationIds: readonly string[];
      /** Whether the request is their own. */
      readonly isReporter: boolean;
    };

export type Step =
  | {
      readonly kind: 'propose';
      readonly terms: Terms;
      /** The version on which the agent's terms were made; 0 where there was none. */
      readonly baseVersion: number;
      /** Whether the agent knows that establishments which accepted are asked again. */
      readonly asksAgain: boolean;
    }
  | { readonly kind: 'withdraw'; readonly version: number }
  | { readonly kind: 'accept' | 'decline'; readonly version: number; readonly organizationId: string };

export type StepResult =
  | { readonly kind: 'taken'; readonly entry: ProposalEntry }
  /** The same answer is on record already. */
  | { readonly kind: 'already' }
  /** Not this actor's to take. */
  | { readonly kind: 'refused' }
  /** The proposal has moved on since the actor saw it. */
  | { readonly kind: 'outdated' }
  /** So many establishments have accepted what the step would change: the agent has to say that they are asked again. */
  | { readonly kind: 'asks-again'; readonly accepted: number }
  | { readonly kind: 'invalid'; readonly problem: TermsProblem | { readonly code: 'ledger-full' } };

/** What a stored ledger may hold in all, in establishments proposed and answers: some 100 KB of the store's 240. */
const MOST_LINES = 4000;

/**
 * One step of a proposal by the one entitled to it: agents who may edit the ticket propose, amend and withdraw; a customer
 * answers for an organization of their own, or for themself on a request of their own. Before anybody has accepted, a
 * change recomputes the shares; afterwards it has to be asked for knowingly, and everybody answers anew.
 */
export function takeStep(entries: readonly ProposalEntry[], step: Step, actor: Actor, now: EpochMillis): StepResult {
  const last = entries.at(-1)?.at ?? now;
  const at = Math.max(now, last);
  const proposal = foldProposal(entries);
  const current = proposal?.current ?? null;
  switch (step.kind) {
    case 'propose':
      if (actor.role !== 'agent' || !actor.mayEdit) return { kind: 'refused' };
      return propose(entries, proposal, step, at);
    case 'withdraw':
      if (actor.role !== 'agent' || !actor.mayEdit) return { kind: 'refused' };
      if (current?.offer.version !== step.version || current.state !== 'proposed') return { kind: 'outdated' };
      return { kind: 'taken', entry: { kind: 'withdrawn', at, version: step.version } };
    case 'accept':
    case 'decline':
      if (actor.role !== 'customer' || !mayAnswerFor(actor, step.organizationId)) return { kind: 'refused' };
      return answer(current, step, at);
  }
}

/** Whether a customer may answer for one that pays. */
export function mayAnswerFor(
  { organizationIds, isReporter }: { readonly organizationIds: readonly string[]; readonly isReporter: boolean },
  organizationId: string,
): boolean {
  return organizationId === REQUESTER ? isReporter : organizationIds.includes(organizationId);
}

function propose(
  entries: readonly ProposalEntry[],
  proposal: Proposal | null,
  { terms, baseVersion, asksAgain }: Extract<Step, { kind: 'propose' }>,
  at: EpochMillis,
): StepResult {
  if ((proposal?.current.offer.version ?? 0) !== baseVersion) return { kind: 'outdated' };
  const shared = shareTerms(terms);
  if (!shared.ok) return { kind: 'invalid', problem: shared.problem };
  if (linesOf(entries) + 2 * shared.establishments.length > MOST_LINES) {
    return { kind: 'invalid', problem: { code: 'ledger-full' } };
  }
  const accepted = acceptancesOf(proposal);
  if (accepted > 0 && !asksAgain) return { kind: 'asks-again', accepted };
  const { total, orderedBy, basis } = terms;
  const { establishments } = shared;
  return {
    kind: 'taken',
    entry: { kind: 'proposed', at, offer: { version: baseVersion + 1, at, total, orderedBy, basis, establishments } },
  };
}

/** How many establishments accepted what a newer offer would change: the open offer, else the one in force. */
export function acceptancesOf(proposal: Proposal | null): number {
  const standing = proposal?.current.state === 'proposed' ? proposal.current : (proposal?.inForce ?? null);
  return [...(standing?.answers.values() ?? [])].filter(({ kind }) => kind === 'accepted').length;
}

function answer(
  current: OfferStanding | null,
  { kind, version, organizationId }: Extract<Step, { kind: 'accept' | 'decline' }>,
  at: EpochMillis,
): StepResult {
  if (current === null) return { kind: 'outdated' };
  const concerned = current.offer.establishments.some((one) => one.organizationId === organizationId);
  if (!concerned) return { kind: 'refused' };
  const given = kind === 'accept' ? 'accepted' : 'declined';
  const before = current.answers.get(organizationId)?.kind;
  if (current.offer.version === version && before === given) return { kind: 'already' };
  // What was accepted is frozen; what was declined may still be accepted while others are to answer.
  if (current.offer.version !== version || current.state !== 'proposed' || before === 'accepted') {
    return { kind: 'outdated' };
  }
  return { kind: 'taken', entry: { kind: given, at, version, organizationId } };
}

function linesOf(entries: readonly ProposalEntry[]): number {
  return entries.reduce((sum, entry) => sum + (entry.kind === 'proposed' ? entry.offer.establishments.length : 1), 0);
}
