import type { Problem } from '../contract/answer';
import { checkPolicy, publishable } from '../core/policy/check-policy';
import type { PolicyDocument, PolicyVersion } from '../core/policy/document';
import type { Ports, TrackingSettings } from './ports';
import { startBackfill } from './run-job';

export interface PublishRequest {
  readonly document: PolicyDocument;
  /** The version the draft was made from; null for the first. */
  readonly baseVersion: number | null;
  readonly adopt: 'new-tickets' | 'open-tickets';
}

export type PublishResult =
  | { readonly kind: 'published'; readonly version: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

type Needs = Pick<Ports, 'now' | 'site' | 'policies' | 'queue' | 'log'>;

/**
 * Publishes a draft as the next version. Refused whole when a finding is an error, or when another version came since the
 * draft was begun; nothing is then written. The site's status categories are snapshotted (rules.md §4), field ids found
 * anew, and open tickets looked at again in the background.
 */
export async function publishPolicy(ports: Needs, request: PublishRequest): Promise<PublishResult> {
  const now = ports.now();
  const current = await ports.policies.tracking();
  if ((current?.version ?? null) !== request.baseVersion) return { kind: 'conflict' };
  const findings = checkPolicy(request.document, now);
  if (!publishable(findings)) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    return { kind: 'invalid', problems: errors.map(({ code, id }) => ({ code: `finding.${code}`, path: id })) };
  }

  const [statuses, fields] = await Promise.all([ports.site.statuses(), ports.site.fieldIds()]);
  const trackedFrom = current?.trackedFrom ?? (request.adopt === 'open-tickets' ? 0 : now);
  const version: PolicyVersion = {
    version: (current?.version ?? 0) + 1,
    publishedAt: now,
    trackedFrom,
    document: {
      ...request.document,
      statusCategories: Object.fromEntries(statuses.map(({ id, category }) => [id, category])),
    },
  };
  const tracking: TrackingSettings = {
    version: version.version,
    trackedFrom,
    scope: version.document.scope,
    fields,
    versions: [...(current?.versions ?? []), { version: version.version, publishedAt: now }],
  };
  if ((await ports.policies.publish(version, tracking)) === 'taken') return { kind: 'conflict' };
  await startBackfill(ports);
  ports.log.info('policy-published', { version: version.version });
  return { kind: 'published', version: version.version };
}
