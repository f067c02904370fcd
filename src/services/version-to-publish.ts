import type { PolicyDocument, PolicyVersion } from '../core/policy/document';
import type { EpochMillis } from '../core/time/instant';
import type { FieldIds, TrackingSettings } from './ports';

/**
 * The version that a draft becomes when it is published at an instant, and what events then read. Which tickets are new is
 * for Jira's own clock to say, which dates them.
 */
export function versionToPublish(
  draft: PolicyDocument,
  current: TrackingSettings | null,
  fields: FieldIds,
  adopt: 'new-tickets' | 'open-tickets',
  now: EpochMillis,
  jiraNow: EpochMillis = now,
): { readonly version: PolicyVersion; readonly tracking: TrackingSettings } {
  const number = (current?.version ?? 0) + 1;
  // Asked at the first publication only (rules.md §1): later versions keep its choice.
  const trackedFrom = current?.trackedFrom ?? (adopt === 'open-tickets' ? 0 : jiraNow);
  return {
    version: { version: number, publishedAt: now, trackedFrom, document: draft },
    tracking: {
      version: number,
      trackedFrom,
      scope: draft.scope,
      fields,
      versions: [...(current?.versions ?? []), { version: number, publishedAt: now }],
    },
  };
}
