import type { SlaCalendar } from '../time/calendar';
import type { Duration } from '../time/duration';
import type { EpochMillis } from '../time/instant';
import type { Bilingual, PolicyText } from './text';

/** Keys name things across languages; labels are data and never names. */
export type LevelKey = string;
export type PriorityKey = string;
export type PlanKey = string;
export type CalendarKey = string;
export type ReasonKey = string;

/** What a clock measures. A list, so that a next-response metric can join. */
export const SLA_METRICS = ['response', 'resolution'] as const;
export type SlaMetric = (typeof SLA_METRICS)[number];

export interface Level {
  readonly key: LevelKey;
  readonly label: PolicyText;
  readonly description: PolicyText;
  /** The matrix's own wording for this level, where the published matrix names it otherwise than the table. */
  readonly matrixLabel?: PolicyText;
}

export interface PriorityDefinition {
  readonly key: PriorityKey;
  readonly label: Bilingual;
  /** The id of the Jira priority it maps to; null until an admin chose one. */
  readonly jiraPriorityId: string | null;
}

/** impact key -> urgency key -> priority key. Every pair has an entry in a valid policy. */
export type PriorityMatrix = Readonly<Record<LevelKey, Readonly<Record<LevelKey, PriorityKey>>>>;

/** The target one plan promises for one priority and metric. */
export interface GoalSetting {
  readonly target: Duration;
  readonly calendar: CalendarKey;
  /** The cell as published in each language, verbatim; null where the policy was not published as a document. */
  readonly published: { readonly en: string | null; readonly fr: string | null };
}

export type Inclusion = 'included' | 'not-included' | 'not-stated';

export interface Entitlement {
  readonly key: string;
  readonly label: PolicyText;
  readonly inclusion: Inclusion;
}

/** What customers of a plan see of their request's clocks on the portal. */
export type PortalVisibility = 'state-and-times' | 'state' | 'nothing';

export interface Plan {
  readonly key: PlanKey;
  readonly label: PolicyText;
  /** The plan of highest rank wins where several apply. */
  readonly rank: number;
  readonly goals: Readonly<Record<PriorityKey, Readonly<Partial<Record<SlaMetric, GoalSetting>>>>>;
  readonly entitlements: readonly Entitlement[];
  readonly portalVisibility: PortalVisibility;
  readonly price:
    { readonly kind: 'included' } | { readonly kind: 'percent-of-subscription'; readonly percent: number };
}

export interface NamedCalendar {
  readonly label: Bilingual;
  readonly calendar: SlaCalendar;
  /** Where the holidays come from, so that they can be refreshed; null for a calendar without a source. */
  readonly holidaySource: { readonly country: string; readonly region: string | null } | null;
}

/** Warns before a target is used up: at a percentage of it, or when so much working time is left. */
export type Threshold =
  { readonly kind: 'percent'; readonly percent: number } | { readonly kind: 'remaining'; readonly remaining: Duration };

export type ScopeKind = 'incident' | 'feature' | 'none';

/** Which tickets count. `requestTypeId` in service projects, `issueTypeId` elsewhere; neither means the whole project. */
export interface ScopeEntry {
  readonly projectId: string;
  readonly requestTypeId: string | null;
  readonly issueTypeId: string | null;
  readonly kind: ScopeKind;
}

export interface Reason {
  readonly key: ReasonKey;
  readonly label: Bilingual;
}

/** Jira's own select field standing for one of Cadran's level fields, option by option. */
export interface LevelFieldMapping {
  readonly fieldId: string;
  readonly options: Readonly<Record<string, LevelKey>>;
}

export type StatusCategory = 'new' | 'indeterminate' | 'done';

/** The whole support policy: one versioned document, everything a clock needs besides the ticket's own history. */
export interface PolicyDocument {
  readonly schemaVersion: 1;
  readonly key: string;
  readonly title: PolicyText;
  readonly updated: { readonly date: string; readonly text: PolicyText } | null;
  /** The clauses that are prose, in the order of the document; people read them in *About your plan*. */
  readonly clauses: readonly { readonly key: string; readonly text: PolicyText }[];
  readonly impacts: readonly Level[];
  readonly urgencies: readonly Level[];
  readonly matrix: PriorityMatrix;
  /** From the most to the least urgent. */
  readonly priorities: readonly PriorityDefinition[];
  readonly plans: readonly Plan[];
  readonly defaultPlan: PlanKey;
  readonly calendars: Readonly<Record<CalendarKey, NamedCalendar>>;
  /** Its zone gives plan assignments their days. */
  readonly defaultCalendar: CalendarKey;
  readonly thresholds: readonly Threshold[];
  readonly scope: readonly ScopeEntry[];
  readonly pauseStatusIds: readonly string[];
  /** Statuses that stop the resolution clock besides those of the category Done. */
  readonly extraDoneStatusIds: readonly string[];
  /** Snapshot of the site's statuses at publication (rules.md §4). */
  readonly statusCategories: Readonly<Record<string, StatusCategory>>;
  /** Resolutions (duplicate …) that reports list apart. */
  readonly resolutionIdsApart: readonly string[];
  readonly modes: {
    readonly retarget: 'carry' | 'restart' | 'retroactive';
    readonly reopen: 'continue' | 'new-cycle';
    readonly duty: 'exempt' | 'pause';
    readonly outOfSubscription: 'default-plan' | 'no-promise';
    readonly laterPlanReachesOpenTickets: boolean;
  };
  readonly duty: { readonly priorities: readonly PriorityKey[]; readonly text: PolicyText };
  readonly reasons: readonly Reason[];
  /** Bodies by whose order a feature request is shared (rules.md §9). */
  readonly orderingBodies: readonly { readonly key: string; readonly label: Bilingual }[];
  readonly levelFields: { readonly impact: LevelFieldMapping | null; readonly urgency: LevelFieldMapping | null };
  readonly alerts: {
    readonly comment: boolean;
    readonly notify: boolean;
    readonly unassignedGroup: string | null;
    readonly language: 'en' | 'fr';
    readonly quietOutsideHours: boolean;
    /** Priorities that comments and mails tell of, null for all; the fields show every flag. */
    readonly priorities: readonly PriorityKey[] | null;
  };
  /** What customers and their agents are offered beyond the request itself; all off unless an admin allows it. */
  readonly portal: {
    /** Customers read what the other plans would promise. */
    readonly showOtherPlans: boolean;
    /** Agents are offered prepared public replies, to read and send as their own. */
    readonly preparedReplies: boolean;
    /** Pause statuses in which somebody other than the customer is awaited, so that nobody asks the customer; none if absent. */
    readonly pausesForOthers?: readonly string[];
  };
  /** Findings an admin has decided to live with, by finding id. */
  readonly accepted: readonly string[];
}

/** A published document. A version holds from its publication until the next one's. */
export interface PolicyVersion {
  readonly version: number;
  readonly publishedAt: EpochMillis;
  /** Tickets created before this instant are not tracked (rules.md §1, adoption); the first version's choice holds. */
  readonly trackedFrom: EpochMillis;
  readonly document: PolicyDocument;
}

/** An organization's plan for whole days in the default calendar's zone, both ends included. */
export interface PlanAssignment {
  readonly organizationId: string;
  readonly plan: PlanKey;
  /** `YYYY-MM-DD` */
  readonly from: string;
  /** `YYYY-MM-DD`, or null while it has no end. */
  readonly to: string | null;
  /** Replaces the business-hours calendar of the plan's goals; null for none. */
  readonly calendar: CalendarKey | null;
  readonly recordedAt: EpochMillis;
  /** When it was taken off the record or replaced: it counts until then and stays a fact. Absent while it stands. */
  readonly removedAt?: EpochMillis;
}
