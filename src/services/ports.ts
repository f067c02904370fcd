/**
 * What the services need of the world. Adapters implement these with Forge; tests with memory.
 * A port says nothing of routes, keys or limits: those are the adapter's.
 */
import type { TicketHistory } from '../core/clock/history';
import type { SlaStatus } from '../core/clock/ticket-fold';
import type { PlanAssignment, PolicyVersion, ScopeEntry, StatusCategory } from '../core/policy/document';
import type { EpochMillis, Millis } from '../core/time/instant';

/** The ids this site gave the app's custom fields, and the fields of Jira's that Cadran reads, found by their type. */
export interface FieldIds {
  readonly impact: string | null;
  readonly urgency: string | null;
  readonly slaStatus: string | null;
  readonly slaNextDue: string | null;
  readonly responseDue: string | null;
  readonly resolutionDue: string | null;
  readonly customerPlan: string | null;
  readonly handlingOrder: string | null;
  readonly organizations: string | null;
  readonly requestType: string | null;
  readonly participants: string | null;
}

/** What every event reads first: small, and enough to know that a ticket does not concern Cadran. */
export interface TrackingSettings {
  readonly version: number;
  readonly trackedFrom: EpochMillis;
  readonly scope: readonly ScopeEntry[];
  readonly fields: FieldIds;
  /** All published versions, oldest first. */
  readonly versions: readonly { readonly version: number; readonly publishedAt: EpochMillis }[];
}

/** The read-only fields as Cadran wants them, or as the issue has them. Instants are EpochMillis. */
export interface SlaFieldValues {
  readonly slaStatus: SlaStatus | null;
  readonly slaNextDue: EpochMillis | null;
  readonly responseDue: EpochMillis | null;
  readonly resolutionDue: EpochMillis | null;
  readonly customerPlan: string | null;
  readonly handlingOrder: number | null;
}

/** One look at an issue: everything the fold needs of Jira. Names in it are for this request's answer, never stored. */
export interface TicketReading {
  readonly issueId: string;
  readonly issueKey: string;
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly requestTypeId: string | null;
  readonly updatedAt: EpochMillis;
  readonly reporterAccountId: string | null;
  /** Without the reporter's organizations, which the row keeps. */
  readonly history: Omit<TicketHistory, 'reporterOrganizationIds'>;
  readonly slaFields: SlaFieldValues;
  readonly statusNames: Readonly<Record<string, string>>;
  readonly organizationNames: Readonly<Record<string, string>>;
}

export interface JiraTickets {
  /** Null when the issue is gone or the app may not see it. */
  readTicket(issueId: string, fields: FieldIds, mapping: LevelMappings): Promise<TicketReading | null>;
  reporterOrganizations(accountId: string): Promise<readonly string[]>;
  writePriority(issueId: string, priorityId: string): Promise<void>;
  writeSlaFields(issueId: string, fields: FieldIds, changed: Partial<SlaFieldValues>): Promise<void>;
  /** As the user who asked: both levels in one edit. */
  writeLevelsAsUser(issueId: string, levels: LevelEdit): Promise<void>;
  /** Ids of issues of these projects, a page at a time. */
  findIssues(projectIds: readonly string[], which: IssueFilter, page: string | null): Promise<IssuePage>;
  /** Which of these issues still exist, with when they were last updated (at most 100). */
  lookUp(issueIds: readonly string[]): Promise<ReadonlyMap<string, EpochMillis>>;
}

/** Those changed since an instant, or those still open. */
export type IssueFilter = { readonly touchedSince: EpochMillis } | { readonly open: true };

export interface IssuePage {
  readonly issueIds: readonly string[];
  readonly next: string | null;
}

/** How JSM's own select fields stand for levels, where an admin mapped them: field id and option id -> level key. */
export interface LevelMappings {
  readonly impact: { readonly fieldId: string; readonly options: Readonly<Record<string, string>> } | null;
  readonly urgency: { readonly fieldId: string; readonly options: Readonly<Record<string, string>> } | null;
}

/** The two field values of one edit, as Jira's edit takes them. */
export interface LevelEdit {
  readonly impact: { readonly fieldId: string; readonly value: unknown };
  readonly urgency: { readonly fieldId: string; readonly value: unknown };
}

/** What the asking user may do with an issue; all false when Jira does not say so in so many words. */
export interface IssuePermissions {
  readonly browse: boolean;
  readonly edit: boolean;
  readonly serviceDeskAgent: boolean;
}

export interface JiraPermissions {
  /** Of the user who asked, on one issue. */
  ofUserOnIssue(issueId: string): Promise<IssuePermissions>;
  /** Whether the user who asked has Administer Jira. */
  userAdministers(): Promise<boolean>;
  /** Whether the user who asked may see the request (an asUser read; only 200 says yes). Gives the issue's id. */
  requestSeenByUser(requestKey: string): Promise<{ issueId: string } | null>;
  /** The request's reporter and participants, read as the app; for unlicensed users, who cannot be asked for. */
  requestPeople(requestKey: string): Promise<{ issueId: string; accountIds: readonly string[] } | null>;
}

export interface OrganizationName {
  readonly id: string;
  readonly name: string;
}

export interface JiraSite {
  priorities(): Promise<readonly { id: string; name: string }[]>;
  projects(): Promise<readonly { id: string; key: string; name: string; service: boolean }[]>;
  statuses(): Promise<readonly { id: string; name: string; category: StatusCategory }[]>;
  fieldIds(): Promise<FieldIds>;
  /** One page of the site's organizations, in Jira's order. */
  organizations(start: number): Promise<{ organizations: readonly OrganizationName[]; next: number | null }>;
  organization(id: string): Promise<OrganizationName | null>;
}

export interface PolicyStore {
  /** Null before the first publication. */
  tracking(): Promise<TrackingSettings | null>;
  version(version: number): Promise<PolicyVersion>;
  /** Writes the version, then what events read; `taken` when that version number exists already. */
  publish(version: PolicyVersion, tracking: TrackingSettings): Promise<'published' | 'taken'>;
  /** Replaces what events read without a new version (field ids found anew). */
  saveTracking(tracking: TrackingSettings): Promise<void>;
}

export interface AssignmentStore {
  ofOrganizations(organizationIds: readonly string[]): Promise<readonly PlanAssignment[]>;
  /** Replaces an assignment of the same organization that begins on the same day. */
  save(assignment: PlanAssignment): Promise<void>;
  /** Ends the record; false when there was none. */
  remove(organizationId: string, from: string): Promise<boolean>;
}

/** A ticket's row: its next threshold and what was already flagged. No name, no text, no account (rules.md §11). */
export interface TicketRow {
  readonly issueId: string;
  readonly projectId: string;
  /** `open` rows have a clock that may still warn; `stopped` ones do not. */
  readonly state: 'open' | 'stopped';
  /** The earliest threshold not yet handled; null when none is in sight (paused, no goal, all handled). */
  readonly nextAt: EpochMillis | null;
  readonly rev: number;
  /** Flag keys already handled, in the order they were. */
  readonly handled: readonly string[];
  readonly reporterOrganizationIds: readonly string[] | null;
  /** Jira's `updated` at the last look. */
  readonly seenUpdatedAt: EpochMillis;
  /** Rank of the priority at the last look, 0 the most urgent: bursts are flagged in its order. */
  readonly priorityRank: number;
}

export interface TicketStore {
  /** Strictly consistent. */
  get(issueId: string): Promise<TicketRow | null>;
  /** Writes the row if its `rev` is still `row.rev - 1` (or it does not exist yet, for `rev` 1). */
  save(row: TicketRow): Promise<'saved' | 'conflict'>;
  remove(issueId: string): Promise<void>;
  /** Open rows whose threshold is due by an instant, earliest first, a page at a time; eventually consistent. */
  dueBy(until: EpochMillis, page: string | null): Promise<{ rows: readonly TicketRow[]; next: string | null }>;
  /** All open rows, a page at a time. */
  open(page: string | null): Promise<{ rows: readonly TicketRow[]; next: string | null }>;
}

/** A step of a long job; each step pushes the next, so a stopped one is taken up where it was. */
export type JobStep =
  | { readonly job: 'backfill'; readonly page: string | null }
  | { readonly job: 'reconcile-touched'; readonly since: EpochMillis; readonly page: string | null }
  | { readonly job: 'reconcile-rows'; readonly page: string | null };

export interface WorkQueue {
  /** Looks at these issues soon, one look at a time for each. */
  track(issueIds: readonly string[]): Promise<void>;
  /** Fires a threshold of an issue after a delay of at most 15 minutes. */
  fire(thresholds: readonly { readonly issueId: string; readonly delay: Millis }[]): Promise<void>;
  job(step: JobStep): Promise<void>;
}

/** Codes and ids only: no name, no account, no text of a ticket (rules.md §11). */
export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Everything a service may ask for. Services name the part they use: `Pick<Ports, 'now' | 'tickets'>`. */
export interface Ports {
  readonly now: () => EpochMillis;
  readonly jira: JiraTickets;
  readonly permissions: JiraPermissions;
  readonly site: JiraSite;
  readonly policies: PolicyStore;
  readonly assignments: AssignmentStore;
  readonly tickets: TicketStore;
  readonly queue: WorkQueue;
  readonly log: Log;
}

/** A failure that waiting may cure. Adapters throw it for 429, 5xx and refused pushes; handlers retry or say `busy`. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  constructor(
    /** What was tried, such as `read-ticket`. */
    readonly operation: string,
    /** How long to wait, as told by Jira, else a guess. */
    readonly retryAfter: Millis,
  ) {
    super(`${operation} is busy`);
  }
}

/** A request that Jira refused for the user who asked, or an issue that user may not see. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  constructor(readonly operation: string) {
    super(`${operation} was refused`);
  }
}
