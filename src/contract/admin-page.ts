import type { Finding } from '../core/policy/check-policy';
import type { Assumption } from '../core/policy/assumptions';
import type { LedgerEntry } from '../core/clock/ledger';
import type { PlanAssignment, PolicyDocument, SlaMetric } from '../core/policy/document';
import type { EpochMillis, Millis } from '../core/time/instant';
import type { CalendarApi } from './calendars';

/** What the site offers to choose from, read as the admin. */
export interface SiteChoices {
  readonly priorities: readonly { readonly id: string; readonly name: string }[];
  readonly projects: readonly {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly service: boolean;
  }[];
  readonly statuses: readonly {
    readonly id: string;
    readonly name: string;
    readonly category: 'new' | 'indeterminate' | 'done';
  }[];
}

export interface OrganizationView {
  readonly id: string;
  readonly name: string;
  /** All on record, oldest first. */
  readonly assignments: readonly PlanAssignment[];
  /** What a ticket created today would get; `ended` is out of subscription, `none` was never assigned. */
  readonly today:
    { readonly kind: 'plan'; readonly plan: string } | { readonly kind: 'ended' } | { readonly kind: 'none' };
}

export interface AdminPageView {
  readonly at: EpochMillis;
  /** The version in force, or null before the first publication. */
  readonly published: { readonly version: number; readonly publishedAt: EpochMillis } | null;
  /** The document in force; before the first publication the preset, its priorities and statuses matched to the site. */
  readonly document: PolicyDocument;
  readonly findings: readonly Finding[];
  readonly assumptions: readonly Assumption[];
  readonly site: SiteChoices;
}

/** How far a long job has come. `paused` goes on by itself within a day, or when somebody asks how far it is. */
export interface JobProgress {
  readonly runId: string;
  readonly state: 'running' | 'paused' | 'finished' | 'stopped';
  readonly startedAt: EpochMillis;
  /** Tickets looked at. */
  readonly done: number;
  /** About how many there are; null where nobody counted. */
  readonly total: number | null;
}

/** A due time that a publication would move. A clock that is paused has none: `move` is then that of the time left. */
export interface DeadlineMove {
  readonly issueId: string;
  readonly issueKey: string;
  readonly metric: SlaMetric;
  readonly before: EpochMillis | null;
  readonly after: EpochMillis | null;
  /** Negative: earlier. */
  readonly move: Millis;
  /** The line of the ledger that would say why. */
  readonly why: LedgerEntry | null;
}

/** What a publication would do to the tickets that are open now. */
export interface PublicationPreview {
  /** Tickets whose promise changes in any way. */
  readonly ticketsChanged: number;
  /** Due times of open clocks. */
  readonly earlier: number;
  readonly later: number;
  /** Tickets that come to be tracked, and that cease to be. */
  readonly gained: number;
  readonly lost: number;
  /** Tickets that would be late at the instant of publication and are not now. */
  readonly lateAtOnce: number;
  /** The ten largest moves, largest first. */
  readonly largest: readonly DeadlineMove[];
}

export interface PreviewView {
  readonly progress: JobProgress;
  /** Of the tickets looked at so far. */
  readonly preview: PublicationPreview;
}

export type AdminPageApi = {
  view: { request: Record<string, never>; response: AdminPageView };
  /** Checks a draft without keeping it. */
  check: {
    request: { readonly document: PolicyDocument };
    response: { readonly findings: readonly Finding[]; readonly assumptions: readonly Assumption[] };
  };
  /** Publishes a draft made from `baseVersion`; refused with `conflict` when another version came meanwhile. */
  publish: {
    request: {
      readonly document: PolicyDocument;
      readonly baseVersion: number | null;
      /** Only asked at the first publication (rules.md §1). */
      readonly adopt: 'new-tickets' | 'open-tickets';
    };
    response: AdminPageView;
  };
  /**
   * Begins to work out what publishing a draft would do; answers with all of it where there are few tickets, else with the
   * first ones while the rest goes on in the background. Refused as `publish` is for a draft with errors.
   */
  startPreview: {
    request: { readonly document: PolicyDocument; readonly adopt: 'new-tickets' | 'open-tickets' };
    response: PreviewView;
  };
  /** How far a preview has come; null when it is not known any more. */
  previewStatus: { request: { readonly runId: string }; response: PreviewView | null };
  /**
   * How far the recomputation of open tickets after the newest publication has come; null before the first. One that died
   * or paused is taken up by asking.
   */
  recomputeStatus: { request: Record<string, never>; response: JobProgress | null };
  /** Stops it; tickets not reached yet follow the new policy from their next event, threshold or reconciliation on. */
  stopRecompute: { request: Record<string, never>; response: JobProgress | null };
  /** Goes on with a recomputation that was stopped. */
  startRecompute: { request: Record<string, never>; response: JobProgress | null };
  organizations: {
    request: { readonly search: string; readonly start: number };
    response: { readonly organizations: readonly OrganizationView[]; readonly next: number | null };
  };
  assignPlan: {
    request: {
      readonly organizationId: string;
      readonly plan: string;
      readonly from: string;
      readonly to: string | null;
      readonly calendar: string | null;
    };
    response: OrganizationView;
  };
  removeAssignment: { request: { readonly organizationId: string; readonly from: string }; response: OrganizationView };
} & CalendarApi;
