import type { SlaClock } from '../core/clock/clock';
import type { LedgerEntry } from '../core/clock/ledger';
import type { PriorityOutcome, SlaStatus } from '../core/clock/ticket-fold';
import type { PriorityMatrix } from '../core/policy/document';
import type { PlanChoice } from '../core/policy/plan-choice';
import type { Bilingual, Language } from '../core/policy/text';
import type { EpochMillis } from '../core/time/instant';
import type { LevelView } from './level';

/** A calendar as the browser needs it: its name, its zone, and its working time compiled (no zone rules in browsers). */
export interface CalendarView {
  readonly label: Bilingual;
  readonly timeZone: string;
  readonly always: boolean;
  /** What workingTimeFromJson reads. */
  readonly workingTime: unknown;
}

/** In which language replies to the customer are prepared, and whether that is the request's own or the site's. */
export interface PreparedReplies {
  readonly language: Language;
  readonly source: 'request' | 'site';
}

export interface TrackedTicketView {
  readonly state: 'tracked';
  readonly issueId: string;
  readonly issueKey: string;
  /** The server's instant of this view; the browser counts on from it. */
  readonly at: EpochMillis;
  readonly policyTitle: Bilingual;
  readonly impacts: readonly LevelView[];
  readonly urgencies: readonly LevelView[];
  readonly priorities: readonly { readonly key: string; readonly label: Bilingual }[];
  readonly matrix: PriorityMatrix;
  readonly impact: string | null;
  readonly urgency: string | null;
  readonly priority: PriorityOutcome;
  readonly plan: PlanChoice & { readonly label: Bilingual | null; readonly organizationName: string | null };
  readonly status: SlaStatus;
  readonly clocks: readonly SlaClock[];
  readonly calendars: Readonly<Record<string, CalendarView>>;
  readonly ledger: readonly LedgerEntry[];
  /** Names of the statuses that the ledger mentions, as the site shows them. */
  readonly statusNames: Readonly<Record<string, string>>;
  readonly reasons: readonly { readonly key: string; readonly label: Bilingual }[];
  readonly duty: { readonly applies: boolean; readonly text: Bilingual };
  readonly unavailable: { readonly since: EpochMillis; readonly reasonCode: string } | null;
  /** Null unless an admin allows prepared replies, and for issues that are no requests. */
  readonly replies: PreparedReplies | null;
  /** Whether this user may change the levels; the panel shows the matrix either way. */
  readonly mayEdit: boolean;
}

export type AgentPanelView =
  /** No policy is published yet. */
  | { readonly state: 'not-configured' }
  /** The policy's scope leaves this ticket out, or it is older than the adoption. */
  | { readonly state: 'out-of-scope' }
  | { readonly state: 'feature-request' }
  | TrackedTicketView;

export type AgentPanelApi = {
  view: { request: Record<string, never>; response: AgentPanelView };
  /** Sets both levels in one edit, as the user; answers with the folded result. */
  setLevels: { request: { readonly impact: string; readonly urgency: string }; response: AgentPanelView };
  /** Sends a prepared reply, as the agent has read and changed it: public, and as the user. */
  sendReply: { request: { readonly text: string }; response: AgentPanelView };
};
