import type { Problem } from '../contract/answer';
import { checkPolicy, publishable } from '../core/policy/check-policy';
import type { PolicyDocument } from '../core/policy/document';
import type { Ports } from './ports';
import { startRecompute } from './recompute';
import { versionToPublish } from './version-to-publish';

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

type Needs = Pick<Ports, 'now' | 'site' | 'policies' | 'jobs' | 'queue' | 'log'>;

/**
 * Publishes a draft as the next version. Refused whole when a finding is an error, or when another version came since the
 * draft was begun; nothing is then written. The site's status categories are snapshotted (rules.md §4), field ids found
 * anew, and open tickets looked at again in the background.
 */
export async function publishPolicy(ports: Needs, request: PublishRequest): Promise<PublishResult> {
  const now = ports.now();
  const current = await ports.policies.tracking();
  if ((current?.version ?? null) !== request.baseVersion) return { kind: 'conflict' };
  const problems = await draftProblems(ports, request.document);
  if (problems.length > 0) return { kind: 'invalid', problems };

  const [draft, fields, jiraNow] = await Promise.all([
    withStatuses(ports, request.document),
    ports.site.fieldIds(),
    current === null ? ports.site.now() : now,
  ]);
  const { version, tracking } = versionToPublish(draft, current, fields, request.adopt, now, jiraNow);
  if ((await ports.policies.publish(version, tracking)) === 'taken') return { kind: 'conflict' };
  await startRecompute(ports);
  ports.log.info('policy-published', { version: version.version });
  return { kind: 'published', version: version.version };
}

/**
 * Why a draft cannot be published: its findings that are errors. The site is asked for its priorities, as the admin: one that
 * is gone since the draft was begun could be set on no ticket.
 */
export async function draftProblems(
  ports: Pick<Ports, 'now' | 'site'>,
  draft: PolicyDocument,
): Promise<readonly Problem[]> {
  const priorities = await ports.site.priorities();
  const findings = checkPolicy(
    draft,
    ports.now(),
    priorities.map(({ id }) => id),
  );
  if (publishable(findings)) return [];
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.map(({ code, id }) => ({ code: `finding.${code}`, path: id }));
}

/** The draft with the site's status categories as they are now, read as the admin. */
export async function withStatuses(ports: Pick<Ports, 'site'>, draft: PolicyDocument): Promise<PolicyDocument> {
  const statuses = await ports.site.statuses();
  return { ...draft, statusCategories: Object.fromEntries(statuses.map(({ id, category }) => [id, category])) };
}
