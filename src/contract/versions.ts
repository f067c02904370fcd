import type { PolicyDocument } from '../core/policy/document';
import type { EpochMillis } from '../core/time/instant';

/** One publication: when, never who (Jira's own audit log knows that). */
export interface VersionView {
  readonly version: number;
  readonly publishedAt: EpochMillis;
}

/** What the admin page asks of earlier publications. */
export type VersionsApi = {
  /** All publications, the newest first. */
  versions: { request: Record<string, never>; response: { readonly versions: readonly VersionView[] } };
  /** The document of one; null where there is no such version. */
  versionDocument: {
    request: { readonly version: number };
    response: { readonly document: PolicyDocument } | null;
  };
};
