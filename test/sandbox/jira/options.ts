/** The switches of the stand-in: what differs between sites, and what a test wants to see go wrong. */
import type { ProductEvent } from '../seam';
import type { SiteLanguage } from './fields/system-fields';

export interface LimitOptions {
  /** Points an hour for all calls of the app, or null for none. */
  quotaPerHour: number | null;
  burst: boolean;
  perIssueWrites: boolean;
  /** Milliseconds by which bursts and writes per issue are measured; by default the site's clock. */
  now: (() => number) | null;
}

export interface EventOptions {
  /** `minimal`: no fields, no changelog id, no associated users or statuses, items with ids alone (shared/events). */
  shape: 'full' | 'minimal';
  /** An event for which this answers true is never delivered, as the cloud loses some. */
  drop: ((event: ProductEvent) => boolean) | null;
}

export interface JiraOptions {
  baseUrl: string;
  siteLanguage: SiteLanguage;
  /** Account id of the app's system user, made with the site. */
  appAccountId: string;
  appDisplayName: string;
  /** Keys of projects that the app's user may not browse. */
  projectsHiddenFromApp: readonly string[];
  /** Issue security keeps the app's user out too. */
  securityHidesFromApp: boolean;
  limits: LimitOptions;
  events: EventOptions;
  /** Leaves `jsdPublic` out of comments, as some sites do; the property sd.public.comment remains. */
  omitJsdPublic: boolean;
  /** Changelog items without fieldtype and strings, as one live sample shows them. */
  minimalChangelog: boolean;
  /** A write by `app/field/value` with generateChangelog=false moves `updated` all the same. */
  silentValuesTouchUpdated: boolean;
}

/** Parts of the options; what is left out keeps its default. */
export type JiraOptionsInput = Partial<Omit<JiraOptions, 'limits' | 'events'>> & {
  limits?: Partial<LimitOptions>;
  events?: Partial<EventOptions>;
};

const DEFAULTS: JiraOptions = {
  baseUrl: 'https://example.atlassian.net',
  siteLanguage: 'en',
  appAccountId: '712020:00000000-0000-4000-8000-00000000cad0',
  appDisplayName: 'Cadran',
  projectsHiddenFromApp: [],
  securityHidesFromApp: false,
  limits: { quotaPerHour: 65_000, burst: true, perIssueWrites: true, now: null },
  events: { shape: 'full', drop: null },
  omitJsdPublic: false,
  minimalChangelog: false,
  silentValuesTouchUpdated: false,
};

/** The options given over those in force (by default the stand-in's own). */
export function mergeOptions(given: JiraOptionsInput, base: JiraOptions = DEFAULTS): JiraOptions {
  return {
    ...base,
    ...given,
    limits: { ...base.limits, ...given.limits },
    events: { ...base.events, ...given.events },
  };
}
