import type { SlaClock, SlaGoal } from '../core/clock/clock';
import type { AgentAction } from '../core/clock/history';
import type { LedgerEntry } from '../core/clock/ledger';
import type { PriorityOutcome, SlaStatus } from '../core/clock/ticket-fold';
import type { PolicyDocument, PriorityMatrix, SlaMetric } from '../core/policy/document';
import type { PlanChoice } from '../core/policy/plan-choice';
import type { Bilingual, Language } from '../core/policy/text';
import type { EpochMillis, Millis } from '../core/time/instant';
import type { LevelView, MeasureTexts } from './level';
import type {
  FeatureRequestView,
  NamedOrganization,
  ProposalFormView,
  ProposeRequest,
  ProposeResponse,
} from './proposal';

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
  /** Whether the ticket's status waits for the customer. */
  readonly awaitsCustomer: boolean;
}

/** What the ticket's plan promises for one priority. The target is null for business days, which depend on their start. */
export type PromiseView = Readonly<
  Partial<Record<SlaMetric, Pick<SlaGoal, 'calendar' | 'duration'> & { readonly target: Millis | null }>>
>;

/** The action that *Undo* takes back; for an undo, the kind of what it undid. */
export interface LastActionView {
  readonly commentId: string;
  readonly at: EpochMillis;
  readonly kind: Exclude<AgentAction['kind'], 'undo'>;
  readonly undone: boolean;
}

/** Whether this user may record actions here: they may comment, and are not on the customer's side of the ticket. */
export type MayAct = 'yes' | 'no-comment-permission' | 'customer-side';

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
  /** The organization named is the one that the plan came from, else the request's own. */
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
  /** What each priority would promise on the ticket's plan, so that a change can be weighed before it is made. */
  readonly promises: Readonly<Record<string, PromiseView>>;
  readonly retarget: PolicyDocument['modes']['retarget'];
  readonly dutyMode: PolicyDocument['modes']['duty'];
  /** The policy's own definitions of impact, urgency and priority. */
  readonly measures: MeasureTexts;
  readonly lastAction: LastActionView | null;
  /** Whether this user may change the levels; the panel shows the matrix either way. */
  readonly mayEdit: boolean;
  readonly mayAct: MayAct;
}

/** The most characters of an agent's own words. */
export const MAX_NOTE = 2_000;

/** What an agent asks for; `note` is free words that go into the agent's own comment and nowhere else. */
export interface ActionRequest {
  readonly action: AgentAction;
  readonly note: string;
}

export type AgentPanelView =
  /** No policy is published yet. */
  | { readonly state: 'not-configured' }
  /** The policy's scope leaves this ticket out, or it is older than the adoption. */
  | { readonly state: 'out-of-scope' }
  | FeatureRequestView
  | TrackedTicketView;

export type AgentPanelApi = {
  view: { request: Record<string, never>; response: AgentPanelView };
  /** Sets both levels in one edit, as the user (null clears one); answers with the folded result. */
  setLevels: { request: { readonly impact: string | null; readonly urgency: string | null }; response: AgentPanelView };
  /** Takes an action as the user's own internal comment; answers with the folded result. The same again changes nothing. */
  act: { request: ActionRequest; response: AgentPanelView };
  /** Has the ticket looked at again, its fields and flags brought up to date; answers with the folded result. */
  recompute: { request: Record<string, never>; response: AgentPanelView };
  /** Sends a prepared reply, as the agent has read and changed it: public, and as the user. */
  sendReply: { request: { readonly text: string }; response: AgentPanelView };
  /** What a cost can be proposed to. */
  proposalForm: { request: Record<string, never>; response: ProposalFormView };
  findOrganizations: {
    request: { readonly search: string; readonly start: number };
    response: { readonly organizations: readonly NamedOrganization[]; readonly next: number | null };
  };
  /** Proposes a cost, or another in its place; announced as the user's own comment on the request. */
  propose: { request: ProposeRequest; response: ProposeResponse };
  /** Takes an open proposal back. */
  withdraw: { request: { readonly version: number }; response: FeatureRequestView };
};
