/**
 * What the services need of the world. Adapters implement these with Forge; tests with memory.
 * A port says nothing of routes, keys or limits: those are the adapter's. One long file, since it is the one table of
 * everything that services may ask for.
 */
import type { ImportCounts, PublicationPreview, RefusedLine } from '../contract/admin-page';
import type { FlagCount } from '../contract/alerts';
import type { AppPermission } from '../contract/health';
import type { BoardFilter, BoardOrder, BoardState } from '../contract/sla-board';
import type { AgentAction, TicketHistory } from '../core/clock/history';
import type { SlaStatus } from '../core/clock/ticket-fold';
import type { LatenessCounts } from '../core/report/lateness';
import type { WantedAssignment } from '../core/policy/assignments';
import type {
  NamedCalendar,
  PlanAssignment,
  PolicyDocument,
  PolicyVersion,
  ScopeEntry,
  SlaMetric,
  StatusCategory,
} from '../core/policy/document';
import type { StoredResult } from '../core/report/stored-result';
import type { Holiday } from '../core/time/calendar';
import type {
  HolidayAnswer,
  HolidayPlace,
  HolidayQuestion,
  IcsAnswer,
  IcsQuestion,
} from '../core/time/holiday-sources';
import type { Bilingual } from '../core/policy/text';
import type { OfferState, ProposalEntry } from '../core/proposal/proposal';
import type { EstablishmentGroup, EstablishmentRecord } from '../core/proposal/register';
import type { EpochMillis, Millis } from '../core/time/instant';
import type { LocalDate } from '../core/time/local-date';

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
  readonly requestLanguage: string | null;
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
  /** The reporter and the participants: never the ticket's agents. */
  readonly customerAccountIds: readonly string[];
  readonly isAssigned: boolean;
  /** What the customer answered in the form's own panel (request-form); null where nothing was. */
  readonly formAnswers: FormAnswers | null;
  /** Jira's fix versions of the issue, archived ones left out. */
  readonly fixVersions: readonly FixVersion[];
  /** Of JSM's request language field, as it stands there (`fr`, `en-US`); null where there is none. */
  readonly requestLanguage: string | null;
  /** Keys of the flags that Cadran's own comments on the issue are about. */
  readonly commentedFlags: readonly string[];
  /** What agents wrote with the costs they proposed, oldest first. */
  readonly proposalWords: readonly ProposalWords[];
  /** Prints of the announcements of agents' steps. */
  readonly announced: readonly string[];
  /** Without the reporter's organizations, which the row keeps. */
  readonly history: Omit<TicketHistory, 'reporterOrganizationIds'>;
  readonly slaFields: SlaFieldValues;
  readonly statusNames: Readonly<Record<string, string>>;
  readonly organizationNames: Readonly<Record<string, string>>;
}

/** Levels that a customer chose on the portal's form; not checked against any policy. */
export interface FormAnswers {
  readonly impact: string | null;
  readonly urgency: string | null;
}

/** A version of the product in which the issue is planned to be corrected. */
export interface FixVersion {
  readonly name: string;
  /** `YYYY-MM-DD`, or null while nobody set one. */
  readonly releaseDate: string | null;
  readonly released: boolean;
}

/** An agent's own words on a version of a proposal. They stay in Jira, as property of the comment that announced it. */
export interface ProposalWords {
  readonly version: number;
  readonly words: Bilingual;
}

/** What people are told of a flag, in the site's language. */
export interface FlagText {
  readonly subject: string;
  readonly lines: readonly string[];
}

export interface JiraAlerts {
  /** An internal comment as the app, marked with the flag it is about. Errors: RefusedError, BusyError. */
  comment(issueId: string, text: FlagText, flagKey: string): Promise<void>;
  /** Mail that Jira sends about the issue. Errors: RefusedError (nobody to send it to), BusyError. */
  notify(issueId: string, text: FlagText, to: 'assignee' | { readonly group: string }): Promise<void>;
}

export interface JiraTickets {
  /** Null when the issue is gone or the app may not see it. */
  readTicket(issueId: string, fields: FieldIds, mapping: LevelMappings): Promise<TicketReading | null>;
  reporterOrganizations(accountId: string): Promise<readonly string[]>;
  /** Gives the issue's `updated` after the write; null where Jira does not say. */
  writePriority(issueId: string, priorityId: string): Promise<EpochMillis | null>;
  writeSlaFields(issueId: string, fields: FieldIds, changed: Partial<SlaFieldValues>): Promise<void>;
  /** The SLA status of many issues in one call, grouped by value. */
  writeSlaStatus(fields: FieldIds, groups: readonly StatusGroup[]): Promise<void>;
  /**
   * As the app, where no user is there to ask as: its own fields without a changelog entry, so that the levels hold from
   * the issue's creation; Jira's own select fields as an edit of Cadran's. Errors: RefusedError where Jira does not take it.
   */
  writeLevelsAsApp(issueId: string, edits: readonly LevelFieldEdit[]): Promise<void>;
  /** As the user who asked: both levels in one edit. */
  writeLevelsAsUser(issueId: string, levels: LevelEdit): Promise<void>;
  /** As the user who asked: a public comment on a request, in plain text. Errors: RefusedError, BusyError. */
  replyAsUser(issueKey: string, text: string): Promise<void>;
  /**
   * As the user who asked: an internal comment that carries an action (rules.md §4), its words in `lines`. Gives the
   * comment's id and instant. Errors: RefusedError, BusyError.
   */
  writeActionAsUser(
    issueId: string,
    lines: readonly string[],
    action: AgentAction & { readonly at: EpochMillis },
  ): Promise<{ readonly id: string; readonly at: EpochMillis }>;
  /** Issues of these projects, oldest first, a page at a time (at most 100). */
  findIssues(
    projectIds: readonly string[],
    which: IssueFilter,
    fields: FieldIds,
    page: PageOfIssues,
  ): Promise<IssuePage>;
  /** About how many there are. */
  countIssues(projectIds: readonly string[], which: IssueFilter): Promise<number>;
  /** These issues as the asking user sees them, without those that the user may not browse (at most 100). */
  seenByUser(issueIds: readonly string[]): Promise<readonly SeenIssue[]>;
  /** Which of these issues still exist, with when they were last updated (at most 100). */
  lookUp(issueIds: readonly string[]): Promise<ReadonlyMap<string, EpochMillis>>;
  /** The keys of those of these issues that still exist (at most 100). */
  issueKeys(issueIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Public comments that a proposal's steps are told in, by the person who took them. */
export interface ProposalComments {
  /**
   * As the agent who asked, with the version and words it is about.
   * Errors: RefusedError when Jira refuses the comment; BusyError.
   */
  announce(issueId: string, lines: readonly string[], about: ProposalAnnouncement): Promise<void>;
  /** As the customer who asked. Errors as announce. */
  answerAsCustomer(requestKey: string, text: string): Promise<void>;
  /** As the app, naming the account whose answer it is; for employees without licence, as whom no app can act. */
  answerFor(issueId: string, accountId: string, text: string): Promise<void>;
}

export interface ProposalAnnouncement {
  readonly kind: 'proposed' | 'withdrawn';
  readonly version: number;
  readonly words: Bilingual | null;
  /** Of the comment's lines: what it is found by before it is written again. */
  readonly print: string;
}

/** An issue's key and words, for this request's answer, never stored. */
export interface SeenIssue {
  readonly issueId: string;
  readonly key: string;
  readonly summary: string;
}

/** Issues that are to show the same SLA status. */
export interface StatusGroup {
  readonly status: SlaStatus;
  readonly issueIds: readonly string[];
}

/** Those changed since an instant, or those still open. */
export type IssueFilter = { readonly touchedSince: EpochMillis } | { readonly open: true };

export interface PageOfIssues {
  /** What the page before gave as `next`; null for the first. */
  readonly after: string | null;
  readonly size: number;
}

/** An issue as a search shows it: enough to know whether it matters and whether it changed. */
export interface IssueSighting {
  readonly issueId: string;
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly requestTypeId: string | null;
  readonly createdAt: EpochMillis;
  readonly updatedAt: EpochMillis;
}

export interface IssuePage {
  readonly issues: readonly IssueSighting[];
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

/** A level's new value in one field: the app's own, or a select field of Jira's. */
export interface LevelFieldEdit {
  readonly fieldId: string;
  readonly value: unknown;
  readonly isOwnField: boolean;
}

/** What the asking user may do with an issue; all false when Jira does not say so in so many words. */
export interface IssuePermissions {
  readonly browse: boolean;
  readonly edit: boolean;
  readonly comment: boolean;
  readonly serviceDeskAgent: boolean;
}

/** What the asking user may do in a project; all false when Jira does not say so in so many words. */
export interface ProjectPermissions {
  readonly browse: boolean;
  readonly serviceDeskAgent: boolean;
  readonly administer: boolean;
}

export interface JiraPermissions {
  /** Of the user who asked, on one issue. */
  ofUserOnIssue(issueId: string): Promise<IssuePermissions>;
  /** Of the user who asked, on one project. */
  ofUserOnProject(projectId: string): Promise<ProjectPermissions>;
  /** Whether the user who asked has Administer Jira. */
  userAdministers(): Promise<boolean>;
  /** Whether the user who asked may see the request (an asUser read; only 200 says yes). Gives the issue's id. */
  requestSeenByUser(requestKey: string): Promise<{ issueId: string } | null>;
  /** The request's reporter and participants, read as the app; for unlicensed users, who cannot be asked for. */
  requestPeople(requestKey: string): Promise<{ issueId: string; accountIds: readonly string[] } | null>;
}

/** A portal's form, before anything is sent. Asked as the user or, for an employee without licence, as the app. */
export interface JiraPortal {
  /** The project behind a portal that the asker may use; null when Jira does not plainly say so. */
  projectOf(portalId: string, as: 'user' | 'app'): Promise<string | null>;
  /** Ids of the fields that a request type asks for or sets, hidden ones too. */
  formFields(portalId: string, requestTypeId: string, as: 'user' | 'app'): Promise<readonly string[]>;
  /** The organizations of the user who asked. */
  ownOrganizations(): Promise<readonly string[]>;
}

export interface OrganizationName {
  readonly id: string;
  readonly name: string;
}

/** Something of the site's that an admin chooses by its name. */
export interface NamedThing {
  readonly id: string;
  readonly name: string;
}

export interface TicketKinds {
  readonly requestTypes: readonly NamedThing[];
  readonly issueTypes: readonly NamedThing[];
}

export interface JiraSite {
  /** What Jira's own clock says, which tickets' instants go by. */
  now(): Promise<EpochMillis>;
  priorities(): Promise<readonly { id: string; name: string }[]>;
  projects(): Promise<readonly { id: string; key: string; name: string; service: boolean }[]>;
  statuses(): Promise<readonly { id: string; name: string; category: StatusCategory }[]>;
  fieldIds(): Promise<FieldIds>;
  resolutions(): Promise<readonly NamedThing[]>;
  /** Select lists of one choice, as JSM's own Impact and Urgency are. */
  selectFields(): Promise<readonly NamedThing[]>;
  /** The options of such a field, of all its contexts; empty where the field is gone. */
  fieldOptions(fieldId: string): Promise<readonly NamedThing[]>;
  /** Groups whose names contain the text, the first twenty; all where it is empty. */
  groupsNamed(text: string): Promise<readonly NamedThing[]>;
  /** What tickets of a project are told apart by; request types in service projects only. */
  ticketKinds(projectId: string): Promise<TicketKinds>;
  /** One page of the site's organizations, in Jira's order. */
  organizations(start: number): Promise<{ organizations: readonly OrganizationName[]; next: number | null }>;
  organization(id: string): Promise<OrganizationName | null>;
}

/** How a board asks, in its contract's own words; adapters have them from here. */
export type { BoardFilter, BoardOrder, BoardState };

/** Which open incidents of a project are asked for. */
export interface IncidentQuery {
  readonly projectId: string;
  readonly filter: BoardFilter;
  /** Ranks of the filter's priority under the policy in force; null for every priority. */
  readonly ranks: { readonly first: number; readonly last: number } | null;
}

/** An open incident as its read-only fields show it. Names are for this request's answer, never stored. */
export interface IncidentSighting {
  readonly issueId: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly createdAt: EpochMillis;
  readonly assignee: string | null;
  readonly jiraPriority: string | null;
  readonly statusName: string;
  readonly organizations: readonly OrganizationName[];
  readonly slaFields: SlaFieldValues;
}

export interface DueQuestion {
  readonly metric: SlaMetric;
  readonly within: Millis;
}

export interface IncidentPage {
  readonly incidents: readonly IncidentSighting[];
  readonly next: string | null;
}

export interface BoardProject {
  readonly projectId: string;
  readonly key: string;
  readonly name: string;
  /** Whether it is a service project, which has agents. */
  readonly service: boolean;
}

/** Lists for a board, all as the user who asks: nobody is shown an issue that they may not browse. */
export interface JiraBoard {
  /** One page in one call. A search for a ticket that is not there, or a page that is gone, gives nothing. */
  incidents(query: IncidentQuery, order: BoardOrder, fields: FieldIds, page: PageOfIssues): Promise<IncidentPage>;
  /** Those whose clock of a metric falls due between now and `within` from now, the earliest first. */
  dueWithin(query: IncidentQuery, due: DueQuestion, fields: FieldIds, page: PageOfIssues): Promise<IncidentPage>;
  /** About how many of them are in a state. */
  count(query: IncidentQuery, state: BoardState, fields: FieldIds): Promise<number>;
  /** The project, as the user sees it; null where the user does not. */
  project(projectId: string): Promise<BoardProject | null>;
  /** The organizations that the project serves; none where it serves no organizations. */
  organizations(projectId: string): Promise<readonly OrganizationName[]>;
  /** Who can be given the project's issues. */
  assignees(projectId: string): Promise<readonly { readonly accountId: string; readonly name: string }[]>;
}

/** A project with the screens of its tickets; none for team-managed ones, which have no screens of their own. */
export interface ProjectScreens {
  readonly projectId: string;
  readonly managed: 'company' | 'team';
  readonly isService: boolean;
  readonly screens: readonly {
    readonly screenId: string;
    readonly name: string;
    readonly uses: readonly ('create' | 'edit' | 'view')[];
  }[];
}

export interface ScreenTab {
  readonly tabId: string;
  readonly fieldIds: readonly string[];
}

/** A form with the fields it asks: of a request type on the portal, or of a work type where a ticket is created. */
export interface FormFields {
  readonly id: string;
  readonly name: string;
  readonly fieldIds: readonly string[];
}

/** Errors: RefusedError where the admin may not, or Jira does not take it. */
export interface JiraScreens {
  projects(projectIds: readonly string[]): Promise<readonly ProjectScreens[]>;
  /** In their order on the screen. */
  tabs(screenId: string): Promise<readonly ScreenTab[]>;
  addField(screenId: string, tabId: string, fieldId: string): Promise<void>;
  requestTypes(projectId: string): Promise<readonly FormFields[]>;
  /** By work type; null where Jira does not show the admin what is asked, which takes the permission to create tickets there. */
  createForms(projectId: string): Promise<readonly FormFields[] | null>;
}

/** What only the health page asks of Jira. Errors: BusyError, RefusedError. */
export interface JiraHealth {
  /** What the app itself may do in a project. */
  ofAppOnProject(projectId: string): Promise<Readonly<Record<AppPermission, boolean>>>;
  /** Ids of the priorities that the project's scheme has. */
  prioritiesOf(projectId: string): Promise<readonly string[]>;
  /** Ids of the organizations that a service project serves, so many pages of them at most. */
  organizationsOf(projectId: string, mostPages: number): Promise<readonly string[]>;
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

/**
 * What was ever recorded for an organization and a first day, oldest first; at most the last one stands. What was removed
 * or replaced stays, since tickets had it until then (rules.md §6).
 */
export interface AssignmentRow {
  readonly organizationId: string;
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly rev: number;
  readonly facts: readonly PlanAssignment[];
}

export interface AssignmentStore {
  /** Strictly consistent; null where nothing was ever recorded. */
  get(organizationId: string, from: string): Promise<AssignmentRow | null>;
  /** All that was ever recorded for these organizations; eventually consistent, as every listing. */
  ofOrganizations(organizationIds: readonly string[]): Promise<readonly PlanAssignment[]>;
  /** The same as rows, to be written again. */
  rowsOf(organizationIds: readonly string[]): Promise<readonly AssignmentRow[]>;
  /** The assignments of all organizations that stand, a page at a time; eventually consistent. */
  standing(page: string | null): Promise<{ assignments: readonly PlanAssignment[]; next: string | null }>;
  /**
   * Writes each row if its `rev` is still `row.rev - 1` (or it does not exist yet, for `rev` 1), in as few writes as the store
   * allows. Gives those in conflict.
   */
  saveAll(rows: readonly AssignmentRow[]): Promise<ReadonlySet<AssignmentRow>>;
}

/** A line of an import that was found good, as the job applies it. */
export interface ImportedLine extends WantedAssignment {
  /** In the file, from 1. */
  readonly line: number;
}

/** Lines on their way into the store; kept a week at most. */
export interface ImportStore {
  savePart(importId: string, part: number, lines: readonly ImportedLine[]): Promise<void>;
  part(importId: string, part: number): Promise<readonly ImportedLine[]>;
  remove(importId: string, parts: number): Promise<void>;
}

/** A ticket's row: its next threshold and what was already flagged. No name, no text, no account (rules.md §11). */
export interface TicketRow {
  readonly issueId: string;
  readonly projectId: string;
  /** `open` rows have a clock that may still warn; `stopped` ones do not. */
  readonly state: 'open' | 'stopped';
  /**
   * When the row is next looked at: the earliest threshold ahead, or later where Jira refused the last look; null when none
   * is in sight (paused, no goal, all handled).
   */
  readonly nextAt: EpochMillis | null;
  readonly rev: number;
  /** Flag keys already handled, in the order they were. */
  readonly handled: readonly string[];
  readonly reporterOrganizationIds: readonly string[] | null;
  /** Every organization that the last fold could draw a plan from. */
  readonly organizationIds: readonly string[];
  /** Thresholds ahead, earliest first, as the last fold forecast them: they hold while the issue and the policy do. */
  readonly ahead: readonly AheadThreshold[];
  /** The SLA status as of the last look or flag. */
  readonly status: SlaStatus;
  /** The policy version in force at the last look: a forecast holds under no other. */
  readonly policyVersion: number;
  /** Jira's `updated` at the last look. */
  readonly seenUpdatedAt: EpochMillis;
  /** Flags handled but not told yet; absent where there are none. */
  readonly pending?: readonly PendingFlag[];
  /** Rank of the priority at the last look, 0 the most urgent: bursts are flagged in its order. */
  readonly priorityRank: number;
  /** The results stored with the row; absent in a row that was last looked at before results were kept. */
  readonly results?: readonly ResultPrint[];
}

/** A stored result as its ticket's row remembers it: enough to know whether it changed. */
export interface ResultPrint {
  /** `metric:cycle` */
  readonly name: string;
  readonly month: string;
  /** Fingerprint of the whole result. */
  readonly print: string;
}

/** What becomes of a ticket's results with a write of its row. */
export interface ResultChange {
  readonly put: readonly StoredResult[];
  readonly remove: readonly ResultPrint[];
  /** Months that results in `put` were in until now. */
  readonly moved: readonly string[];
}

/** A flag that people are still to be told of. */
export interface PendingFlag {
  readonly key: string;
  /** Until then it is another look's: it waits for opening hours, or somebody is telling it right now. */
  readonly from: EpochMillis;
}

/** A threshold to come: its flag key, its instant, and the SLA status of the ticket from then on. */
export interface AheadThreshold {
  readonly key: string;
  readonly at: EpochMillis;
  readonly status: SlaStatus;
}

export interface TicketStore {
  /** Strictly consistent. */
  get(issueId: string): Promise<TicketRow | null>;
  /**
   * Writes the row if its `rev` is still `row.rev - 1` (or it does not exist yet, for `rev` 1), and with it what becomes of its
   * results: all or nothing, at most 20 results at once.
   */
  save(row: TicketRow, results?: ResultChange): Promise<'saved' | 'conflict'>;
  /** As `save` for many rows that exist, in as few writes as the store allows. Gives the ids of those in conflict. */
  saveAll(rows: readonly TicketRow[]): Promise<ReadonlySet<string>>;
  /** The row and the results stored with it. */
  remove(issueId: string): Promise<void>;
  /** Open rows whose threshold is due by an instant, earliest first, a page at a time; eventually consistent. */
  dueBy(until: EpochMillis, page: string | null): Promise<{ rows: readonly TicketRow[]; next: string | null }>;
  /** All open rows, a page at a time. */
  open(page: string | null): Promise<{ rows: readonly TicketRow[]; next: string | null }>;
  /** All rows whose clocks have stopped, a page at a time. */
  stopped(page: string | null): Promise<{ rows: readonly TicketRow[]; next: string | null }>;
}

/** The results of stopped clocks, written with their tickets' rows (TicketStore.save). */
export interface ResultStore {
  /** A page of a month's results in the order their clocks stopped; eventually consistent. */
  ofMonth(
    month: string,
    page: string | null,
  ): Promise<{ readonly results: readonly StoredResult[]; readonly next: string | null }>;
  /** Another one before each change of a month's results; null for a month that never had any. */
  changeMark(month: string): Promise<ChangeMark | null>;
  /** The months that ever had results, oldest first; eventually consistent. */
  months(): Promise<readonly string[]>;
}

export interface ChangeMark {
  readonly mark: string;
  /** The change itself is written soon after. */
  readonly at: EpochMillis;
}

/** A month's results, read by a job and kept together, so that any report of the month reads them at once. */
export interface MonthDigest {
  readonly month: string;
  /** The run that made it. */
  readonly runId: string;
  readonly startedAt: EpochMillis;
  /** The month's change mark when the run began. */
  readonly mark: string;
  /** Pages of results that the run read. */
  readonly pages: number;
  /** Names of the parts that hold the results, in order. */
  readonly parts: readonly string[];
}

/** Digests, kept for a month; after that they are made anew when somebody asks. */
export interface DigestStore {
  digest(month: string): Promise<MonthDigest | null>;
  saveDigest(digest: MonthDigest): Promise<void>;
  /** Null for a part that is no more. */
  part(name: string): Promise<readonly StoredResult[] | null>;
  savePart(name: string, month: string, results: readonly StoredResult[]): Promise<void>;
  removePart(name: string): Promise<void>;
}

/** A feature request's proposal: its ledger, and what it is listed by. */
export interface ProposalRow {
  readonly issueId: string;
  readonly state: OfferState;
  readonly updatedAt: EpochMillis;
  readonly rev: number;
  readonly entries: readonly ProposalEntry[];
}

export interface ProposalStore {
  /** Strictly consistent. */
  get(issueId: string): Promise<ProposalRow | null>;
  /** Writes the row if its `rev` is still `row.rev - 1` (or it does not exist yet, for `rev` 1). */
  save(row: ProposalRow): Promise<'saved' | 'conflict'>;
  /** Those in a state, the newest change first, a page at a time; eventually consistent. */
  inState(
    state: OfferState,
    page: string | null,
  ): Promise<{ readonly rows: readonly ProposalRow[]; readonly next: string | null }>;
}

/** What organizations count in orders, and the groups they are chosen by. */
export interface EstablishmentStore {
  records(): Promise<readonly EstablishmentRecord[]>;
  saveRecord(record: EstablishmentRecord): Promise<void>;
  /** By code. */
  groups(): Promise<readonly EstablishmentGroup[]>;
  saveGroup(group: EstablishmentGroup): Promise<void>;
  removeGroup(code: string): Promise<void>;
}

/** A long job and what it is about. Ids, times and keys only (rules.md §11). */
export type JobTask =
  | {
      readonly kind: 'reconcile';
      readonly phase: 'touched' | 'rows';
      /** Issues updated since are looked for. */
      readonly since: EpochMillis;
      /** Looks that were due and had not come; rows whose ticket was gone. */
      readonly missed: number;
      readonly gone: number;
    }
  | { readonly kind: 'replan'; readonly organizationId: string }
  | {
      /** First the lines, part by part; then the open tickets of the organizations that got another plan. */
      readonly kind: 'import';
      readonly phase: 'lines' | 'tickets';
      readonly importId: string;
      readonly parts: number;
      readonly counts: ImportCounts;
      /** Lines that no longer fitted when their turn came. */
      readonly refused: readonly RefusedLine[];
    }
  | { readonly kind: 'recompute'; readonly phase: 'issues' | 'rows'; readonly version: number }
  /** Has the tickets looked at that stopped before results were kept. */
  | { readonly kind: 'results'; readonly phase: 'stopped' | 'open' }
  | {
      readonly kind: 'report';
      readonly month: string;
      /** The month's first instant, and its last or that of the run's start where that is earlier: for how far it has come. */
      readonly from: EpochMillis;
      readonly to: EpochMillis;
      readonly mark: string;
      readonly pages: number;
      readonly parts: readonly string[];
      /** Of the latest result read. */
      readonly reached: EpochMillis;
    }
  | {
      readonly kind: 'preview';
      readonly baseVersion: number | null;
      readonly adopt: 'new-tickets' | 'open-tickets';
      readonly preview: PublicationPreview;
    }
  | {
      /** First tickets touched since `from`, then open ones that were not. */
      readonly kind: 'flag-preview';
      readonly phase: 'touched' | 'idle';
      readonly from: EpochMillis;
      readonly dates: readonly LocalDate[];
      readonly counts: readonly FlagCount[];
    };

/** `paused` jobs used up their share and go on when they are taken up; `stopped` ones were ended by a person or a newer one. */
export type JobState = 'running' | 'paused' | 'finished' | 'stopped';

/** Where a long job stands. */
export interface JobRun {
  readonly runId: string;
  readonly state: JobState;
  readonly startedAt: EpochMillis;
  readonly rev: number;
  /** Steps done; the queue's event names the step it is for. */
  readonly step: number;
  /** When the next step is due. A running job that is silent for long after it has died. */
  readonly dueAt: EpochMillis;
  /** Where in its listing the job is; null at the beginning of a phase. */
  readonly page: string | null;
  /** Since it was last taken up. */
  readonly leg: { readonly steps: number; readonly points: number };
  /** Jira points spent in all, as reckoned before each call. */
  readonly points: number;
  readonly done: number;
  /** About how many there are to do; null where nobody counted. */
  readonly total: number | null;
  readonly task: JobTask;
}

export interface JobStore {
  /** Strictly consistent. */
  get(runId: string): Promise<JobRun | null>;
  /** Writes the run if its `rev` is still `run.rev - 1` (or it does not exist yet, for `rev` 1). */
  save(run: JobRun): Promise<'saved' | 'conflict'>;
  /** All runs in a state, earliest first; eventually consistent. */
  inState(state: JobState): Promise<readonly JobRun[]>;
  /** The run and the draft it kept. */
  remove(runId: string): Promise<void>;
  /** The draft that a preview is of, kept beside the run. */
  saveDraft(runId: string, draft: PolicyDocument): Promise<void>;
  draft(runId: string): Promise<PolicyDocument | null>;
}

/** One step of a job, as the queue carries it. */
export interface JobStep {
  readonly runId: string;
  readonly step: number;
}

export interface WorkQueue {
  /** Looks at these issues soon, one look at a time for each. */
  track(issueIds: readonly string[]): Promise<void>;
  /** Fires a threshold of an issue after a delay of at most 15 minutes. */
  fire(thresholds: readonly { readonly issueId: string; readonly delay: Millis }[]): Promise<void>;
  /** Takes a job's step after a delay of at most 15 minutes. */
  job(step: JobStep, delay: Millis): Promise<void>;
}

/** What the last sweep with more flags than a minute takes has pushed, so that the next does not push it again. */
export interface BurstNote {
  /** Rows due by then were pushed. */
  readonly pushedTo: EpochMillis;
  /** When the last of them fires. */
  readonly drainedAt: EpochMillis;
}

/** Small notes that functions leave each other. */
export interface PipelineNotes {
  burst(): Promise<BurstNote | null>;
  saveBurst(note: BurstNote): Promise<void>;
  /** Until when Jira wants no call of the app at all (a quota is used up); null when it may be asked. */
  heldUntil(): Promise<EpochMillis | null>;
  hold(until: EpochMillis): Promise<void>;
}

/** What one function noted in one hour: times, counts and codes. */
export interface DiaryPage {
  /** Its first instant. */
  readonly hour: EpochMillis;
  /** Jira points of its calls, as reckoned from the answers. */
  readonly points: number;
  readonly lastSweepAt: EpochMillis | null;
  readonly lateness: LatenessCounts;
  /** By the code that the log has. */
  readonly failures: Readonly<Record<string, { readonly count: number; readonly last: EpochMillis }>>;
}

/** What functions note of their work, for the health page. */
export interface Diary {
  /** Flags that were written, by how late they were. */
  flagged(late: readonly Millis[]): void;
  swept(at: EpochMillis): void;
  /** At the end of a function's work: stores what was noted, unless that was done a moment ago. Never throws. */
  keep(): Promise<void>;
  /** The pages of all functions since an instant. */
  pages(since: EpochMillis): Promise<readonly DiaryPage[]>;
}

/** Codes and ids only: no name, no account, no text of a ticket (rules.md §11). */
export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** What looking after one calendar's holidays comes to. */
export type RefreshResult =
  /** The calendar is 24x7, observes no holidays, has no source, or reaches far enough. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refreshed'; readonly calendar: NamedCalendar; readonly added: readonly Holiday[] }
  | { readonly kind: 'unknown-source'; readonly code: Extract<HolidayAnswer, { ok: false }>['code'] };

/** The holidays of the world, and calendar files. Heavy tables: no part of Ports, which events and sweeps load. */
export interface HolidaySources {
  /** In the order of their English names. */
  countries(): readonly HolidayPlace[];
  /** None for a country that is not known or has no regions of its own. */
  regionsOf(country: string): readonly HolidayPlace[];
  holidaysFor(question: HolidayQuestion): HolidayAnswer;
  /** The calendar with its source's holidays some years ahead of an instant. */
  refreshed(calendar: NamedCalendar, at: EpochMillis): RefreshResult;
  importIcs(file: string, question: IcsQuestion): IcsAnswer;
}

/** Everything a service may ask for. Services name the part they use: `Pick<Ports, 'now' | 'tickets'>`. */
export interface Ports {
  readonly now: () => EpochMillis;
  readonly jira: JiraTickets;
  readonly alerts: JiraAlerts;
  readonly proposalComments: ProposalComments;
  readonly permissions: JiraPermissions;
  readonly portal: JiraPortal;
  readonly site: JiraSite;
  readonly screens: JiraScreens;
  readonly health: JiraHealth;
  readonly board: JiraBoard;
  readonly policies: PolicyStore;
  readonly assignments: AssignmentStore;
  readonly imports: ImportStore;
  readonly tickets: TicketStore;
  readonly results: ResultStore;
  readonly digests: DigestStore;
  readonly proposals: ProposalStore;
  readonly establishments: EstablishmentStore;
  readonly jobs: JobStore;
  readonly queue: WorkQueue;
  readonly notes: PipelineNotes;
  readonly diary: Diary;
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
    /** What has to wait: this one operation, or every call of the app to Jira (a quota is used up). */
    readonly holds: 'operation' | 'app' = 'operation',
  ) {
    super(`${operation} is busy`);
  }
}

/** Something stored that a newer release of Cadran wrote: neither read nor written over. */
export class NewerDataError extends Error {
  override readonly name = 'NewerDataError';
  constructor(readonly operation: string) {
    super(`${operation} met data of a newer release`);
  }
}

/** A request that Jira refused for the user who asked, or an issue that user may not see. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  constructor(readonly operation: string) {
    super(`${operation} was refused`);
  }
}
