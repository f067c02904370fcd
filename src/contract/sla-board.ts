import type { SlaMetric } from '../core/policy/document';
import type { Bilingual } from '../core/policy/text';
import type { EpochMillis, Millis } from '../core/time/instant';
import type { LevelView } from './level';
import type { ReportApi } from './report';

/** State of an open incident: its worst open clock; `none` where nothing is promised (rules.md §8). */
export const BOARD_STATES = ['breached', 'near-breach', 'running', 'paused', 'none'] as const;
export type BoardState = (typeof BOARD_STATES)[number];

/** `handling` is the policy's order: priority, impact, urgency, then the next due time. `breach` is by the next due time alone. */
export const BOARD_ORDERS = ['handling', 'breach'] as const;
export type BoardOrder = (typeof BOARD_ORDERS)[number];

/** What of the open incidents is shown; null leaves a question open. */
export interface BoardFilter {
  readonly state: BoardState | null;
  readonly priority: string | null;
  readonly plan: string | null;
  readonly organizationId: string | null;
  /** An account id, `me`, or `nobody`. */
  readonly assignee: string | null;
  /** Words of the ticket, or its key. */
  readonly search: string;
}

/** The clock of an incident that falls due next. Counted on in the browser from the instant of the answer. */
export interface BoardClock {
  readonly metric: SlaMetric;
  readonly due: EpochMillis;
  /** Working time left until due, negative once late, as of the answer. */
  readonly remaining: Millis;
  /** The whole target in working time; null where it has no fixed length (business days) or is no longer promised. */
  readonly target: Millis | null;
  /** Used time at which the first threshold warns; null without one. */
  readonly warnsAt: Millis | null;
  /** Key into the answer's working times. */
  readonly calendar: string;
}

export interface BoardIncident {
  readonly issueId: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly priority: string | null;
  /** By Jira's own name, for a ticket whose priority means nothing to the policy. */
  readonly jiraPriority: string | null;
  readonly impact: string | null;
  readonly urgency: string | null;
  readonly plan: string | null;
  readonly organizations: readonly string[];
  readonly assignee: string | null;
  readonly statusName: string;
  readonly state: BoardState;
  readonly responseDue: EpochMillis | null;
  readonly resolutionDue: EpochMillis | null;
  /** Null while every open clock is paused, and without a promise. */
  readonly clock: BoardClock | null;
}

export interface BoardPage {
  readonly at: EpochMillis;
  readonly incidents: readonly BoardIncident[];
  /** Compiled working time (what workingTimeFromJson reads) by calendar key, from the answer's instant on. */
  readonly workingTimes: Readonly<Record<string, unknown>>;
  /** The page that follows; null at the end. */
  readonly next: string | null;
}

/** What falls due in the day ahead, and how many incidents there are. */
export interface BoardOutlook {
  readonly at: EpochMillis;
  readonly counts: Readonly<Record<BoardState, number>>;
  readonly deadlines: readonly BoardDeadline[];
  /** Up to when the deadlines are all there: a day ahead, or earlier where there are too many to draw. */
  readonly completeUntil: EpochMillis;
  /** Open hours of the policy's default calendar in the day ahead. */
  readonly hours: readonly { readonly start: EpochMillis; readonly end: EpochMillis }[];
}

export interface BoardDeadline {
  readonly issueKey: string;
  readonly summary: string;
  readonly priority: string | null;
  readonly metric: SlaMetric;
  readonly due: EpochMillis;
  readonly state: BoardState;
}

export interface ReadyBoardView {
  readonly state: 'ready';
  readonly at: EpochMillis;
  readonly projectId: string;
  readonly projectKey: string;
  readonly priorities: readonly { readonly key: string; readonly label: Bilingual }[];
  readonly impacts: readonly LevelView[];
  readonly urgencies: readonly LevelView[];
  readonly plans: readonly { readonly key: string; readonly label: Bilingual }[];
  /** Whether this user may see figures over all tickets of the project. */
  readonly mayReport: boolean;
  /** Shares of a target at which thresholds in percent warn. */
  readonly marks: readonly number[];
}

export type BoardView =
  /** No policy is published yet, or Jira had not made Cadran's fields when it was. */
  | { readonly state: 'not-configured' }
  /** The policy tracks no incidents in this project. */
  | { readonly state: 'out-of-scope' }
  | ReadyBoardView;

/** What the filters by organization and assignee offer. */
export interface BoardChoices {
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly assignees: readonly { readonly accountId: string; readonly name: string }[];
}

/** The board's own calls; the reports' come with them, since both stand on one page. */
export type SlaBoardApi = ReportApi & BoardApi;

export type BoardApi = {
  view: { request: Record<string, never>; response: BoardView };
  incidents: {
    request: { readonly filter: BoardFilter; readonly order: BoardOrder; readonly page: string | null };
    response: BoardPage;
  };
  outlook: { request: { readonly filter: BoardFilter }; response: BoardOutlook };
  choices: { request: Record<string, never>; response: BoardChoices };
};
