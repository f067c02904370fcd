import type { PolicyDocument, PriorityKey, Threshold } from '../core/policy/document';
import type { LocalDate } from '../core/time/local-date';
import type { JobProgress } from './admin-page';
import type { SiteChoice } from './site-choices';

/** Flags of one day, priority and warning, as a setting would have told them. */
export interface FlagCount {
  /** In the zone of the default calendar. */
  readonly date: LocalDate;
  readonly priority: PriorityKey;
  readonly threshold: Threshold | { readonly kind: 'breach' };
  /** What the fields showed. */
  readonly flags: number;
  readonly comments: number;
  /** By who is responsible today: the past ones are not on record. */
  readonly mails: number;
}

/** The last seven days, today included, under a draft's alerts: of the tickets looked at so far. */
export interface FlagPreviewView {
  readonly progress: JobProgress;
  /** Oldest first; counts have no other. */
  readonly dates: readonly LocalDate[];
  readonly counts: readonly FlagCount[];
}

/** What the admin page asks while alerts are set. */
export type AlertsApi = {
  /** Groups of the site whose names contain the text, the first twenty, read as the admin. */
  searchGroups: { request: { readonly search: string }; response: { readonly groups: readonly SiteChoice[] } };
  /**
   * Begins to work out which flags the draft's warnings and alerts would have told in the last seven days; answers with all
   * of it where there are few tickets, else the rest goes on in the background. Refused as `publish` is for a draft with errors.
   */
  startFlagPreview: { request: { readonly document: PolicyDocument }; response: FlagPreviewView };
  /** How far it has come; null when it is not known any more. */
  flagPreviewStatus: { request: { readonly runId: string }; response: FlagPreviewView | null };
};
