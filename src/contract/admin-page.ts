import type { Finding } from '../core/policy/check-policy';
import type { Assumption } from '../core/policy/assumptions';
import type { PlanAssignment, PolicyDocument } from '../core/policy/document';
import type { EpochMillis } from '../core/time/instant';

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
};
