import type { LocalDate } from '../core/time/local-date';
import type { EpochMillis, Millis } from '../core/time/instant';
import type { JobProgress } from './admin-page';
import type { ScreenField } from './set-up';

/** What the page asks by itself, so that a slow or failing part leaves the others alone. */
export const HEALTH_PARTS = ['engine', 'policy', 'fields', 'permissions', 'priorities', 'organizations'] as const;
export type HealthPart = (typeof HEALTH_PARTS)[number];

/** What the app needs in a project: to see its tickets, write their priority, and comment. */
export const APP_PERMISSIONS = ['browse', 'edit', 'comment'] as const;
export type AppPermission = (typeof APP_PERMISSIONS)[number];

/** Each code with the facts that its words need. The words are i18n's. */
export interface HealthFacts {
  'never-swept': Readonly<Record<string, never>>;
  'sweep-silent': { readonly at: EpochMillis };
  'flags-late': { readonly p99: Millis };
  /** Tickets whose threshold passed and that nobody has flagged. */
  'left-behind': { readonly count: number; readonly more: boolean; readonly since: EpochMillis };
  held: { readonly until: EpochMillis };
  'job-silent': { readonly job: string; readonly dueAt: EpochMillis };
  'points-high': { readonly points: number; readonly budget: number };
  failure: { readonly failure: string; readonly count: number; readonly last: EpochMillis };

  'not-published': Readonly<Record<string, never>>;
  'no-scope': Readonly<Record<string, never>>;
  'no-pause-status': Readonly<Record<string, never>>;
  'holidays-run-out': { readonly calendar: string; readonly lastCovered: LocalDate };
  'group-unknown': { readonly group: string };
  /** Told, not tested: no app can read how it is distributed. */
  distribution: Readonly<Record<string, never>>;

  /** The site has not made them. */
  'fields-not-made': { readonly fields: readonly ScreenField[] };
  'fields-off-screen': {
    readonly projectId: string;
    readonly screen: string;
    readonly fields: readonly ScreenField[];
  };
  /** A team-managed project whose create forms Jira does not show this admin. */
  'fields-by-hand': { readonly projectId: string };
  /** Work types in scope of a team-managed project, by name. */
  'work-types-without-fields': { readonly projectId: string; readonly workTypes: readonly string[] };
  'request-types-without-fields': { readonly projectId: string; readonly requestTypes: readonly string[] };

  'app-not-permitted': { readonly projectId: string; readonly missing: readonly AppPermission[] };
  'priorities-off-scheme': { readonly projectId: string; readonly priorities: readonly string[] };
  /** Organizations with a plan that no service desk in scope knows; the first of them by name. */
  'organizations-not-attached': { readonly count: number; readonly names: readonly string[] };
  /** Only so many projects in scope are looked at. */
  'projects-not-looked-at': { readonly count: number };
}
export type HealthCode = keyof HealthFacts;

export type HealthFinding = {
  readonly [Code in HealthCode]: {
    readonly code: Code;
    /** An `error` keeps promises from being kept; a `warning` will, or keeps them from being shown; a `note` only tells. */
    readonly severity: 'error' | 'warning' | 'note';
    readonly facts: HealthFacts[Code];
  };
}[HealthCode];

/** How the engine runs, from what its functions noted. */
export interface EngineFigures {
  /** The newest sweep on record; one that found nothing is noted every quarter of an hour. */
  readonly lastSweepAt: EpochMillis | null;
  /** Of the flags of the last day: how late half of them, and all but one in a hundred, were at most. */
  readonly lateness: { readonly count: number; readonly p50: Millis; readonly p99: Millis } | null;
  /** Tickets whose threshold is within reach of the next sweep, and of them those that are past. */
  readonly queue: { readonly waiting: number; readonly past: number; readonly more: boolean };
  readonly heldUntil: EpochMillis | null;
  readonly jobs: readonly (JobProgress & { readonly kind: string })[];
  /** Of this hour, as this site's functions counted their calls. */
  readonly points: { readonly used: number; readonly budget: number };
}

export interface HealthView {
  readonly at: EpochMillis;
  readonly findings: readonly HealthFinding[];
  /** Of the part `engine` alone. */
  readonly figures: EngineFigures | null;
}

/** What the health tab asks. */
export type HealthApi = {
  health: { request: { readonly part: HealthPart }; response: HealthView };
};
