import type { ProposalStatement, ProposalSummary } from '../contract/proposals';
import type { PolicyDocument } from '../core/policy/document';
import { foldProposal, type OfferState } from '../core/proposal/proposal';
import type { Ports, ProposalRow } from './ports';
import { bodyOf, proposalView } from './view-proposal';

type Needs = Pick<Ports, 'jira' | 'policies' | 'proposals' | 'site'>;

/** Proposals in a state, the newest change first, with how many have answered. */
export async function listProposals(
  ports: Needs,
  state: OfferState,
  page: string | null,
): Promise<{ readonly proposals: readonly ProposalSummary[]; readonly next: string | null }> {
  const { rows, next } = await ports.proposals.inState(state, page);
  const [document, keys] = await Promise.all([
    documentInForce(ports),
    ports.jira.issueKeys(rows.map(({ issueId }) => issueId)),
  ]);
  return { proposals: rows.flatMap((row) => summaryOf(row, keys.get(row.issueId) ?? null, document)), next };
}

/** One proposal with every share; null where the ticket has none. */
export async function viewStatement(ports: Needs, issueId: string): Promise<ProposalStatement | null> {
  const row = await ports.proposals.get(issueId);
  if (row === null) return null;
  const [document, keys] = await Promise.all([documentInForce(ports), ports.jira.issueKeys([issueId])]);
  // The agent's words are the ticket's: who may read the ticket finds them there.
  const proposal = await proposalView(ports, row.entries, document, []);
  return proposal === null ? null : { issueId, issueKey: keys.get(issueId) ?? null, proposal };
}

function summaryOf(
  { issueId, updatedAt, entries }: ProposalRow,
  issueKey: string | null,
  document: Pick<PolicyDocument, 'orderingBodies'>,
): readonly ProposalSummary[] {
  const proposal = foldProposal(entries);
  if (proposal === null) return [];
  const { offer, answers } = proposal.current;
  const given = [...answers.values()].map(({ kind }) => kind);
  return [
    {
      issueId,
      issueKey,
      state: proposal.state,
      updatedAt,
      total: offer.total,
      orderedBy: bodyOf(document, offer.orderedBy),
      establishments: offer.establishments.length,
      accepted: given.filter((kind) => kind === 'accepted').length,
      declined: given.filter((kind) => kind === 'declined').length,
    },
  ];
}

async function documentInForce({ policies }: Pick<Ports, 'policies'>): Promise<Pick<PolicyDocument, 'orderingBodies'>> {
  const tracking = await policies.tracking();
  return tracking === null ? { orderingBodies: [] } : (await policies.version(tracking.version)).document;
}
