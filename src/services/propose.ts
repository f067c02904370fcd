import type { Problem } from '../contract/answer';
import type { FeatureRequestView, ProposeRequest } from '../contract/proposal';
import { foldProposal, REQUESTER, type ProposalEntry } from '../core/proposal/proposal';
import { weightOf, type EstablishmentRecord } from '../core/proposal/register';
import type { WeightedEstablishment } from '../core/proposal/shares';
import { takeStep, type Step } from '../core/proposal/steps';
import { fingerprint } from '../core/time/fingerprint';
import type { Terms } from '../core/proposal/terms';
import { organizationNames } from './organization-names';
import type { Ports, ProposalRow } from './ports';
import { proposedLines, withdrawnLines } from './proposal-words';
import { bodyOf, lookAtFeature, viewFeatureRequest, type FeatureLook } from './view-proposal';

export type ProposeResult =
  | { readonly kind: 'done'; readonly view: FeatureRequestView }
  | { readonly kind: 'asks-again'; readonly accepted: number }
  /** Another step came in between. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/** Said of a ticket that the policy's scope makes no feature request. */
const NO_FEATURE: ProposeResult = { kind: 'invalid', problems: [{ code: 'not-a-feature-request', path: '' }] };

/** An agent of the ticket, made sure of by the handler. */
interface Agent {
  readonly issueId: string;
  readonly mayEdit: boolean;
}

/**
 * Proposes a cost for a feature request, or another in the place of the one before. The agent's own public comment comes
 * first, so that no customer finds a proposal that nobody told them of; the ledger's row second.
 * Errors: RefusedError when Jira refuses the comment; BusyError.
 */
export async function propose(ports: Ports, agent: Agent, request: ProposeRequest): Promise<ProposeResult> {
  const feature = await lookAtFeature(ports, agent.issueId);
  if (feature === null) return NO_FEATURE;
  const row = await ports.proposals.get(agent.issueId);
  const weighed = await termsOf(ports, feature, request);
  if (!weighed.ok) return { kind: 'invalid', problems: weighed.problems };
  const { baseVersion, asksAgain } = request;
  const step: Step = { kind: 'propose', terms: weighed.terms, baseVersion, asksAgain };
  return takeAsAgent(ports, agent, feature, row, step, request.words);
}

/** Takes an open offer back, told as the agent's own comment. Errors as propose. */
export async function withdrawProposal(ports: Ports, agent: Agent, version: number): Promise<ProposeResult> {
  const feature = await lookAtFeature(ports, agent.issueId);
  if (feature === null) return NO_FEATURE;
  const row = await ports.proposals.get(agent.issueId);
  return takeAsAgent(ports, agent, feature, row, { kind: 'withdraw', version }, null);
}

async function takeAsAgent(
  ports: Ports,
  { issueId, mayEdit }: Agent,
  feature: FeatureLook,
  row: ProposalRow | null,
  step: Step,
  words: ProposeRequest['words'],
): Promise<ProposeResult> {
  const before = row?.entries ?? [];
  const result = takeStep(before, step, { role: 'agent', mayEdit }, ports.now());
  switch (result.kind) {
    case 'asks-again':
      return result;
    case 'invalid':
      return { kind: 'invalid', problems: [problemOf(result.problem)] };
    case 'already':
    case 'outdated':
    case 'refused':
      return { kind: 'conflict' };
    case 'taken': {
      const entries = [...before, result.entry];
      await announce(ports, feature, entries, result.entry, words);
      if ((await ports.proposals.save(rowAfter(issueId, row, entries))) === 'conflict') return { kind: 'conflict' };
      ports.log.info('proposal-step', { issueId, kind: result.entry.kind });
      // Read anew: the words stand in the comment that was just written.
      const anew = await lookAtFeature(ports, issueId);
      return { kind: 'done', view: await viewFeatureRequest(ports, anew ?? feature, mayEdit) };
    }
  }
}

/** The row that a ledger makes. */
export function rowAfter(issueId: string, row: ProposalRow | null, entries: readonly ProposalEntry[]): ProposalRow {
  return {
    issueId,
    state: foldProposal(entries)?.state ?? 'proposed',
    updatedAt: entries.at(-1)?.at ?? 0,
    rev: (row?.rev ?? 0) + 1,
    entries,
  };
}

/** A step whose row was never written, since the function died, was told already: it is not told again. */
async function announce(
  ports: Pick<Ports, 'proposalComments'>,
  { look, document }: FeatureLook,
  entries: readonly ProposalEntry[],
  { kind }: ProposalEntry,
  words: ProposeRequest['words'],
): Promise<void> {
  const offer = foldProposal(entries)?.current.offer;
  if (offer === undefined || (kind !== 'proposed' && kind !== 'withdrawn')) return;
  const announced = {
    version: offer.version,
    total: offer.total,
    orderedBy: bodyOf(document, offer.orderedBy),
    establishments: offer.establishments.length,
  };
  const own = words === null || `${words.en}${words.fr}`.trim() === '' ? null : words;
  const lines = kind === 'proposed' ? proposedLines(announced, own) : withdrawnLines(announced);
  const print = fingerprint(lines.join('\n'));
  const { issueId, announced: known } = look.reading;
  if (known.includes(print)) return;
  await ports.proposalComments.announce(issueId, lines, { kind, version: offer.version, words: own, print });
}

type Weighed =
  { readonly ok: true; readonly terms: Terms } | { readonly ok: false; readonly problems: readonly Problem[] };

/** The terms with each establishment's weight on record. */
async function termsOf(ports: Ports, { look, document }: FeatureLook, request: ProposeRequest): Promise<Weighed> {
  const { total, orderedBy, organizationIds } = request;
  const basis = orderedBy === null ? 'equal' : request.basis;
  const problems: Problem[] = [];
  if (orderedBy !== null && !document.orderingBodies.some(({ key }) => key === orderedBy)) {
    problems.push({ code: 'unknown-body', path: 'orderedBy' });
  }
  const ids = organizationIds.filter((id) => id !== REQUESTER);
  const names = await organizationNames(ports, ids, look.reading.organizationNames);
  const records = new Map<string, EstablishmentRecord>();
  if (basis !== 'equal') {
    for (const record of await ports.establishments.records()) records.set(record.organizationId, record);
  }
  const establishments = organizationIds.map((organizationId): WeightedEstablishment => {
    const place = { path: `organizationIds.${organizationId}` };
    const name = names.get(organizationId);
    if (name === undefined && organizationId !== REQUESTER) problems.push({ code: 'unknown-organization', ...place });
    const weight = weightOf(basis, records.get(organizationId));
    if (weight === null) {
      problems.push({ code: `no-${basis}-on-record`, ...place, values: { organization: name ?? organizationId } });
    }
    return { organizationId, weight: weight ?? 0 };
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, terms: { total, orderedBy, basis, establishments } };
}

function problemOf(problem: { readonly code: string; readonly organizationId?: string | null }): Problem {
  const id = problem.organizationId ?? null;
  return { code: problem.code, path: id === null ? '' : `organizationIds.${id}` };
}
