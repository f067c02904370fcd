import type {
  EstablishmentView,
  FeatureRequestView,
  OfferView,
  OrderingBody,
  ProposalFormView,
  ProposalLine,
  ProposalView,
} from '../contract/proposal';
import type { PolicyDocument } from '../core/policy/document';
import { foldProposal, REQUESTER, type OfferStanding, type ProposalEntry } from '../core/proposal/proposal';
import { acceptancesOf } from '../core/proposal/steps';
import { lookAtTicket, type UntrackedLook } from './look-at-ticket';
import { named, organizationNames } from './organization-names';
import type { Ports, ProposalWords } from './ports';

/** A feature request looked at, with the policy in force. */
export interface FeatureLook {
  readonly look: UntrackedLook;
  readonly document: PolicyDocument;
}

type LookNeeds = Pick<Ports, 'now' | 'jira' | 'policies' | 'assignments' | 'tickets'>;
type ViewNeeds = Pick<Ports, 'now' | 'site' | 'proposals'>;

/** Reads a ticket that has to be a feature request; null for any other. Errors: RefusedError, BusyError of the ports. */
export async function lookAtFeature(ports: LookNeeds, issueId: string): Promise<FeatureLook | null> {
  const look = await lookAtTicket(ports, issueId);
  return look.kind === 'feature' ? featureOf(ports, look) : null;
}

/** A look at a feature request with the policy in force. */
export async function featureOf({ policies }: Pick<Ports, 'policies'>, look: UntrackedLook): Promise<FeatureLook> {
  return { look, document: (await policies.version(look.tracking.version)).document };
}

/** A feature request as its agents see it: the proposal with every share. */
export async function viewFeatureRequest(
  ports: ViewNeeds,
  { look, document }: FeatureLook,
  mayEdit: boolean,
): Promise<FeatureRequestView> {
  const { issueId, issueKey, history, organizationNames: known, proposalWords } = look.reading;
  const row = await ports.proposals.get(issueId);
  return {
    state: 'feature-request',
    at: ports.now(),
    issueKey,
    mayEdit,
    onRequest: history.current.organizationIds,
    proposal: row === null ? null : await proposalView(ports, row.entries, document, proposalWords, known),
  };
}

/** What an agent chooses from: bodies, the request's organizations, groups, figures on record; null where no cost goes. */
export async function viewProposalForm(
  ports: LookNeeds & Pick<Ports, 'site' | 'establishments'>,
  issueId: string,
): Promise<ProposalFormView | null> {
  const feature = await lookAtFeature(ports, issueId);
  if (feature === null) return null;
  const { look, document } = feature;
  const { history, organizationNames: known } = look.reading;
  const [records, groups] = await Promise.all([ports.establishments.records(), ports.establishments.groups()]);
  const onRequest = history.current.organizationIds;
  const ids = new Set([...onRequest, ...groups.flatMap(({ organizationIds }) => organizationIds)]);
  const names = await organizationNames(ports, ids, known);
  return {
    bodies: document.orderingBodies,
    onRequest: named(onRequest, names),
    records,
    groups: groups.map(({ code, organizationIds }) => ({ code, organizations: named(organizationIds, names) })),
  };
}

/** A proposal with every share and its ledger; null for a ledger without an offer. */
export async function proposalView(
  ports: Pick<Ports, 'site'>,
  entries: readonly ProposalEntry[],
  document: Pick<PolicyDocument, 'orderingBodies'>,
  words: readonly ProposalWords[],
  known: Readonly<Record<string, string>> = {},
): Promise<ProposalView | null> {
  const proposal = foldProposal(entries);
  if (proposal === null) return null;
  const { state, current, inForce } = proposal;
  const names = await organizationNames(ports, organizationsOf(entries), known);
  const offerOf = (standing: OfferStanding): OfferView => offerView(standing, document, words, names);
  return {
    state,
    current: offerOf(current),
    inForce: inForce === null || inForce.offer.version === current.offer.version ? null : offerOf(inForce),
    accepted: acceptancesOf(proposal),
    ledger: entries.map((entry) => lineOf(entry, document, names)),
  };
}

function organizationsOf(entries: readonly ProposalEntry[]): ReadonlySet<string> {
  const ids = entries.flatMap((entry) => {
    if (entry.kind === 'proposed') return entry.offer.establishments.map(({ organizationId }) => organizationId);
    return entry.kind === 'withdrawn' ? [] : [entry.organizationId];
  });
  return new Set(ids.filter((id) => id !== REQUESTER));
}

function offerView(
  { offer, state, answers, closedAt }: OfferStanding,
  document: Pick<PolicyDocument, 'orderingBodies'>,
  words: readonly ProposalWords[],
  names: ReadonlyMap<string, string>,
): OfferView {
  const { version, at, total, orderedBy, basis } = offer;
  return {
    version,
    at,
    state,
    closedAt,
    total,
    orderedBy: bodyOf(document, orderedBy),
    basis,
    establishments: offer.establishments.map(({ organizationId, weight, cents }): EstablishmentView => {
      const answer = answers.get(organizationId);
      return {
        organizationId,
        name: names.get(organizationId) ?? null,
        weight,
        cents,
        answer: answer?.kind ?? 'waiting',
        answeredAt: answer?.at ?? null,
      };
    }),
    words: wordsOf(words, version),
  };
}

function lineOf(
  entry: ProposalEntry,
  document: Pick<PolicyDocument, 'orderingBodies'>,
  names: ReadonlyMap<string, string>,
): ProposalLine {
  switch (entry.kind) {
    case 'proposed': {
      const { version, total, orderedBy, establishments } = entry.offer;
      return {
        kind: 'proposed',
        at: entry.at,
        version,
        total,
        establishments: establishments.length,
        orderedBy: bodyOf(document, orderedBy),
      };
    }
    case 'accepted':
    case 'declined': {
      const { kind, at, version, organizationId } = entry;
      return { kind, at, version, organizationId, name: names.get(organizationId) ?? null };
    }
    case 'withdrawn':
      return entry;
  }
}

/** The newest words on a version: an announcement whose proposal was lost to another's may have come before. */
export function wordsOf(words: readonly ProposalWords[], version: number): ProposalWords['words'] | null {
  return words.findLast((one) => one.version === version)?.words ?? null;
}

/** A body as the policy names it; its key where the policy no longer does. */
export function bodyOf(document: Pick<PolicyDocument, 'orderingBodies'>, key: string | null): OrderingBody | null {
  if (key === null) return null;
  return document.orderingBodies.find((body) => body.key === key) ?? { key, label: { en: key, fr: key } };
}
