import type { Finding } from '../core/policy/check-policy';
import type { Assumption } from '../core/policy/assumptions';
import type { LedgerEntry } from '../core/clock/ledger';
import type { PlanAssignment, PolicyDocument, SlaMetric } from '../core/policy/document';
import type { PlanStanding } from '../core/policy/assignments';
import type { EpochMillis, Millis } from '../core/time/instant';
import type { AlertsApi } from './alerts';
import type { CalendarApi } from './calendars';
import type { HealthApi } from './health';
import type { SiteChoicesApi } from './site-choices';
import type { SetUpApi } from './set-up';
import type { VersionsApi } from './versions';
import type { Problem } from './answer';
import type { ProposalsApi } from './proposals';

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
  /** All that stand, oldest first. */
  readonly assignments: readonly PlanAssignment[];
  /** What a ticket created today would get. */
  readonly today: PlanStanding;
}

/** Lines that one call hands over, and the calls of one import: 50,000 lines in all. */
export const LINES_A_PART = 500;
export const MOST_PARTS = 100;

/** A line of an import that was found good, as it is to be applied. */
export interface ImportLineRequest {
  /** In the file, from 1. */
  readonly line: number;
  readonly organizationId: string;
  readonly plan: string;
  readonly from: string;
  readonly to: string | null;
  readonly calendar: string | null;
}

export interface ImportCounts {
  readonly written: number;
  /** Already so when their turn came. */
  readonly same: number;
  readonly refused: number;
}

/** A line that no longer fitted when its turn came: another admin was at work, or the policy changed. */
export interface RefusedLine {
  readonly line: number;
  readonly organizationId: string;
  readonly problem: Problem;
}

export interface ImportView {
  /** Lines while they are applied; then the tickets of the organizations concerned are looked at. */
  readonly progress: JobProgress;
  readonly phase: 'lines' | 'tickets';
  readonly counts: ImportCounts;
  /** The first of them. */
  readonly refused: readonly RefusedLine[];
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
  /** A page of the site's organizations, 50 in Jira's order, with their assignments. */
  organizations: {
    request: { readonly start: number };
    response: { readonly organizations: readonly OrganizationView[]; readonly next: number | null };
  };
  /** Ten pages of names at once: Jira searches no names, so that the page searches those it has read. */
  organizationNames: {
    request: { readonly start: number };
    response: {
      readonly organizations: readonly { readonly id: string; readonly name: string }[];
      readonly next: number | null;
    };
  };
  /** The assignments of all organizations that stand, some hundreds at a time; `after` is what the last answer gave. */
  assignments: {
    request: { readonly after: string | null };
    response: { readonly assignments: readonly PlanAssignment[]; readonly next: string | null };
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
  /** Hands over a part of an import, at most 500 lines; the first without an id, which the answer gives. */
  uploadImport: {
    request: {
      readonly importId: string | null;
      readonly part: number;
      readonly lines: readonly ImportLineRequest[];
    };
    response: { readonly importId: string };
  };
  /** Applies what was handed over; all of it where it is little, else the rest goes on in the background. */
  startImport: { request: { readonly importId: string; readonly parts: number }; response: ImportView };
  /** How far the newest import has come; null where there was none lately. One that died is taken up by asking. */
  importStatus: { request: Record<string, never>; response: ImportView | null };
  /** Stops the import; what was applied stays. */
  stopImport: { request: { readonly runId: string }; response: ImportView | null };
  /** Goes on with an import that was stopped. */
  resumeImport: { request: { readonly runId: string }; response: ImportView | null };
} & AlertsApi &
  CalendarApi &
  HealthApi &
  ProposalsApi &
  SiteChoicesApi &
  SetUpApi &
  VersionsApi;
