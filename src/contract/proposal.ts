import type { Bilingual } from '../core/policy/text';
import type { Money } from '../core/proposal/money';
import type { OfferState, WeightBasis } from '../core/proposal/proposal';
import type { EstablishmentRecord } from '../core/proposal/register';
import type { EpochMillis } from '../core/time/instant';

/** One that pays, as the full statement shows it. Agents and admins only. */
export interface EstablishmentView {
  readonly organizationId: string;
  /** Null for somebody without organization, and for one that Jira no longer knows. */
  readonly name: string | null;
  readonly weight: number;
  readonly cents: number;
  readonly answer: 'waiting' | 'accepted' | 'declined';
  readonly answeredAt: EpochMillis | null;
}

export interface OfferView {
  readonly version: number;
  readonly at: EpochMillis;
  readonly state: OfferState;
  readonly closedAt: EpochMillis | null;
  readonly total: Money;
  readonly orderedBy: OrderingBody | null;
  readonly basis: WeightBasis;
  readonly establishments: readonly EstablishmentView[];
  /** The agent's own words to the customer, from the comment that announced the offer. */
  readonly words: Bilingual | null;
}

/** A body of the policy; one it no longer names has its key for a label. */
export interface OrderingBody {
  readonly key: string;
  readonly label: Bilingual;
}

/** A line of the proposal's ledger. */
export type ProposalLine =
  | {
      readonly kind: 'proposed';
      readonly at: EpochMillis;
      readonly version: number;
      readonly total: Money;
      readonly establishments: number;
      readonly orderedBy: OrderingBody | null;
    }
  | {
      readonly kind: 'accepted' | 'declined';
      readonly at: EpochMillis;
      readonly version: number;
      readonly organizationId: string;
      readonly name: string | null;
    }
  | { readonly kind: 'withdrawn'; readonly at: EpochMillis; readonly version: number };

export interface ProposalView {
  readonly state: OfferState;
  readonly current: OfferView;
  /** What everybody accepted, where it is not the current offer: it stands until another is accepted. */
  readonly inForce: OfferView | null;
  /** How many acceptances a change would set aside. */
  readonly accepted: number;
  readonly ledger: readonly ProposalLine[];
}

/** A feature request as its agents see it: no clocks, the proposal. */
export interface FeatureRequestView {
  readonly state: 'feature-request';
  readonly at: EpochMillis;
  readonly issueKey: string;
  readonly mayEdit: boolean;
  /** Ids of the organizations on the request: their customers see it. */
  readonly onRequest: readonly string[];
  readonly proposal: ProposalView | null;
}

export interface NamedOrganization {
  readonly organizationId: string;
  readonly name: string;
}

/** What an agent chooses from when proposing. */
export interface ProposalFormView {
  readonly bodies: readonly OrderingBody[];
  /** The organizations on the request: their customers see it. */
  readonly onRequest: readonly NamedOrganization[];
  readonly records: readonly EstablishmentRecord[];
  readonly groups: readonly GroupView[];
}

export interface GroupView {
  readonly code: string;
  readonly organizations: readonly NamedOrganization[];
}

export interface ProposeRequest {
  readonly total: Money;
  readonly orderedBy: string | null;
  readonly basis: WeightBasis;
  readonly organizationIds: readonly string[];
  readonly words: Bilingual | null;
  /** The version that the agent saw; 0 where there was none. */
  readonly baseVersion: number;
  /** Whether the agent knows that those who accepted are asked again. */
  readonly asksAgain: boolean;
}

export type ProposeResponse =
  | { readonly outcome: 'proposed'; readonly view: FeatureRequestView }
  /** Nothing was done: so many have accepted, and would be asked again. */
  | { readonly outcome: 'asks-again'; readonly accepted: number };
