import type { LevelKey, ReasonKey } from '../policy/document';
import type { EpochMillis } from '../time/instant';

/** The values of a ticket that clocks depend on, at one instant. */
export interface TicketValues {
  readonly impact: LevelKey | null;
  readonly urgency: LevelKey | null;
  readonly priorityId: string | null;
  readonly statusId: string;
  readonly resolutionId: string | null;
  readonly organizationIds: readonly string[];
}

/** One entry of the changelog: everything set by one edit at one instant. */
export interface HistoryEdit {
  readonly id: string;
  readonly at: EpochMillis;
  /** `cadran` is an edit that Cadran itself wrote (historyMetadata.type). */
  readonly author: 'cadran' | 'other';
  /** The values after the edit, for those it changed. */
  readonly set: Partial<TicketValues>;
}

/** An edit with the values before it, for those it changed, so that unwinding needs no guess. */
export interface RecordedEdit extends HistoryEdit {
  readonly was: Partial<TicketValues>;
}

/** Who wrote a comment, as the response clock sees it. A reporter, a participant and a portal account are `customer`. */
export type CommentAuthor = 'agent' | 'customer' | 'app';

/** An agent's action, written as the agent's own internal comment (rules.md §4). */
export type AgentAction =
  | { readonly kind: 'downgrade'; readonly levels: number; readonly reasonCode: ReasonKey }
  | { readonly kind: 'lift-downgrade' }
  | { readonly kind: 'unavailable'; readonly reasonCode: ReasonKey }
  | { readonly kind: 'available' }
  | { readonly kind: 'return-to-matrix' }
  | { readonly kind: 'undo'; readonly commentId: string };

export interface HistoryComment {
  readonly id: string;
  readonly at: EpochMillis;
  readonly author: CommentAuthor;
  readonly isPublic: boolean;
  readonly action: AgentAction | null;
}

/** What the fold knows of a ticket. Lists may come in any order and hold doubles: the fold sorts and drops them. */
export interface TicketHistory {
  readonly issueId: string;
  readonly createdAt: EpochMillis;
  /** The values as they are now; the fold unwinds `edits` to find those at creation. */
  readonly current: TicketValues;
  readonly edits: readonly RecordedEdit[];
  readonly comments: readonly HistoryComment[];
  /** The reporter's organizations, captured once at first look; used only while the ticket has none of its own. */
  readonly reporterOrganizationIds: readonly string[];
}
