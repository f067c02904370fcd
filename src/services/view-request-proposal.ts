import type { CustomerFeatureView, CustomerProposal, CustomerShare } from '../contract/customer-panel';
import { foldProposal, REQUESTER, type OfferStanding, type ProposalEntry } from '../core/proposal/proposal';
import { mayAnswerFor } from '../core/proposal/steps';
import { organizationNames } from './organization-names';
import type { Ports } from './ports';
import { bodyOf, wordsOf, type FeatureLook } from './view-proposal';

/** A customer on one request: whom they may answer for. */
export interface CustomerOnRequest {
  readonly organizationIds: readonly string[];
  readonly isReporter: boolean;
}

/** The organizations of a customer, and whether the request is theirs; read as the app. */
export async function customerOnRequest(
  { jira }: Pick<Ports, 'jira'>,
  { look }: FeatureLook,
  accountId: string,
): Promise<CustomerOnRequest> {
  return {
    organizationIds: await jira.reporterOrganizations(accountId),
    isReporter: look.reading.reporterAccountId === accountId,
  };
}

/**
 * The proposal as one customer may see it: the total, how many pay, and the shares of their own organizations alone. Every
 * key is chosen here by hand; no other establishment, weight or answer can leave.
 */
export async function viewRequestProposal(
  ports: Pick<Ports, 'now' | 'site'>,
  feature: FeatureLook,
  customer: CustomerOnRequest,
  entries: readonly ProposalEntry[],
): Promise<CustomerFeatureView> {
  const proposal = foldProposal(entries);
  if (proposal === null) return { state: 'feature-request', at: ports.now(), proposal: null };
  const { current, inForce } = proposal;
  const stands = inForce === null || inForce.offer.version === current.offer.version ? null : inForce;
  const { look, document } = feature;
  const view: CustomerProposal = {
    version: current.offer.version,
    state: current.state,
    proposedAt: current.offer.at,
    closedAt: current.closedAt,
    total: current.offer.total,
    orderedBy: bodyOf(document, current.offer.orderedBy)?.label ?? null,
    establishments: current.offer.establishments.length,
    own: await ownShares(ports, feature, customer, current),
    words: wordsOf(look.reading.proposalWords, current.offer.version),
    stands:
      stands === null
        ? null
        : {
            total: stands.offer.total,
            acceptedAt: stands.closedAt,
            cents: ownOf(stands, customer).reduce((sum, { cents }) => sum + cents, 0),
          },
  };
  return { state: 'feature-request', at: ports.now(), proposal: view };
}

async function ownShares(
  ports: Pick<Ports, 'site'>,
  { look }: FeatureLook,
  customer: CustomerOnRequest,
  standing: OfferStanding,
): Promise<readonly CustomerShare[]> {
  const own = ownOf(standing, customer);
  const ids = own.map(({ organizationId }) => organizationId).filter((id) => id !== REQUESTER);
  const names = await organizationNames(ports, ids, look.reading.organizationNames);
  return own.map(({ organizationId, cents }): CustomerShare => {
    const answer = standing.answers.get(organizationId);
    const isOpen = standing.state === 'proposed';
    return {
      organizationId,
      name: names.get(organizationId) ?? null,
      cents,
      answer: answer?.kind ?? 'waiting',
      answeredAt: answer?.at ?? null,
      mayAccept: isOpen && answer?.kind !== 'accepted',
      mayDecline: isOpen && answer === undefined,
    };
  });
}

function ownOf({ offer }: OfferStanding, customer: CustomerOnRequest): OfferStanding['offer']['establishments'] {
  return offer.establishments.filter(({ organizationId }) => mayAnswerFor(customer, organizationId));
}
