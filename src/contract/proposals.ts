import type { Money } from '../core/proposal/money';
import type { OfferState } from '../core/proposal/proposal';
import type { EpochMillis } from '../core/time/instant';
import type { GroupView, NamedOrganization, OrderingBody, ProposalView } from './proposal';

/** An organization with its figures on record, for administrators. */
export interface EstablishmentRow extends NamedOrganization {
  readonly fee: number | null;
  readonly users: number | null;
}

/** A proposal in a list: what it is about and how far it is. */
export interface ProposalSummary {
  readonly issueId: string;
  /** Null when the ticket is gone. */
  readonly issueKey: string | null;
  readonly state: OfferState;
  readonly updatedAt: EpochMillis;
  readonly total: Money;
  readonly orderedBy: OrderingBody | null;
  readonly establishments: number;
  readonly accepted: number;
  readonly declined: number;
}

export interface ProposalStatement {
  readonly issueId: string;
  readonly issueKey: string | null;
  readonly proposal: ProposalView;
}

/** What the admin page asks of proposals, and of what establishments count in orders. */
export type ProposalsApi = {
  /** Proposals in a state, the newest change first, a page at a time. */
  proposals: {
    request: { readonly state: OfferState; readonly page: string | null };
    response: { readonly proposals: readonly ProposalSummary[]; readonly next: string | null };
  };
  /** One proposal with every share. */
  proposalStatement: { request: { readonly issueId: string }; response: ProposalStatement };
  /** Organizations with what they count in an order. */
  establishments: {
    request: { readonly search: string; readonly start: number };
    response: { readonly establishments: readonly EstablishmentRow[]; readonly next: number | null };
  };
  /** Records an organization's fee (cents) and users; null takes a figure off the record. */
  saveEstablishment: {
    request: { readonly organizationId: string; readonly fee: number | null; readonly users: number | null };
    response: EstablishmentRow;
  };
  establishmentGroups: { request: Record<string, never>; response: readonly GroupView[] };
  /** Saves a group under its code, in the place of one of the same code. */
  saveEstablishmentGroup: {
    request: { readonly code: string; readonly organizationIds: readonly string[] };
    response: readonly GroupView[];
  };
  removeEstablishmentGroup: { request: { readonly code: string }; response: readonly GroupView[] };
};
