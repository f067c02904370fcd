import type { CustomerFeatureView } from '../contract/customer-panel';
import type { Language } from '../core/policy/text';
import { foldProposal, type ProposalEntry } from '../core/proposal/proposal';
import { takeStep, type StepResult } from '../core/proposal/steps';
import type { Caller } from './authorize';
import { organizationNames } from './organization-names';
import type { Ports, ProposalRow } from './ports';
import { answerText } from './proposal-words';
import { rowAfter } from './propose';
import { bodyOf, lookAtFeature, type FeatureLook } from './view-proposal';
import { customerOnRequest, viewRequestProposal } from './view-request-proposal';

/** Writes of one answer that others wrote into at once, before the customer is asked to look again. */
const ATTEMPTS = 5;

export interface CustomerAnswer {
  readonly answer: 'accept' | 'decline';
  readonly version: number;
  readonly organizationId: string;
  readonly language: Language;
}

/** A customer whom Jira lets see the request, made sure of by the handler. */
export interface AnsweringCustomer {
  readonly issueId: string;
  readonly requestKey: string;
  readonly accountId: string;
  readonly accountType: Caller['accountType'];
}

export type AnswerResult =
  | { readonly kind: 'answered'; readonly view: CustomerFeatureView }
  /** Not for an organization of the customer's own. */
  | { readonly kind: 'refused' }
  /** The proposal has moved on, or the ticket is no feature request any more. */
  | { readonly kind: 'conflict' };

/**
 * A customer's answer for an organization of their own. Their own comment comes first and names who answered, which
 * storage never does (rules.md §11); then the ledger. An answer on record already is neither told nor written again.
 * Errors: RefusedError when Jira refuses the comment; BusyError.
 */
export async function answerProposal(
  ports: Ports,
  customer: AnsweringCustomer,
  given: CustomerAnswer,
): Promise<AnswerResult> {
  const feature = await lookAtFeature(ports, customer.issueId);
  if (feature === null) return { kind: 'conflict' };
  const belongs = await customerOnRequest(ports, feature, customer.accountId);
  const take = (entries: readonly ProposalEntry[]): StepResult =>
    takeStep(
      entries,
      { kind: given.answer, version: given.version, organizationId: given.organizationId },
      { role: 'customer', ...belongs },
      ports.now(),
    );
  let isTold = false;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const row = await ports.proposals.get(customer.issueId);
    const entries = row?.entries ?? [];
    const result = take(entries);
    if (result.kind === 'already') {
      return { kind: 'answered', view: await viewRequestProposal(ports, feature, belongs, entries) };
    }
    if (result.kind === 'refused') return { kind: 'refused' };
    if (result.kind !== 'taken') return { kind: 'conflict' };
    if (!isTold) await tell(ports, customer, feature, row, given);
    isTold = true;
    const after = [...entries, result.entry];
    if ((await ports.proposals.save(rowAfter(customer.issueId, row, after))) === 'conflict') continue;
    ports.log.info('proposal-step', { issueId: customer.issueId, kind: result.entry.kind });
    return { kind: 'answered', view: await viewRequestProposal(ports, feature, belongs, after) };
  }
  return { kind: 'conflict' };
}

async function tell(
  ports: Pick<Ports, 'proposalComments' | 'site'>,
  { issueId, requestKey, accountId, accountType }: AnsweringCustomer,
  { look, document }: FeatureLook,
  row: ProposalRow | null,
  { answer, organizationId, language }: CustomerAnswer,
): Promise<void> {
  const offer = foldProposal(row?.entries ?? [])?.current.offer;
  if (offer === undefined) return;
  const names = await organizationNames(ports, [organizationId], look.reading.organizationNames);
  const { version, total } = offer;
  const orderedBy = bodyOf(document, offer.orderedBy);
  const announced = { version, total, orderedBy, establishments: offer.establishments.length };
  const text = answerText(announced, answer, names.get(organizationId) ?? null, language);
  if (accountType === 'customer') await ports.proposalComments.answerAsCustomer(requestKey, text);
  else await ports.proposalComments.answerFor(issueId, accountId, text);
}
