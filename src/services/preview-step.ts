import type { PolicyVersion } from '../core/policy/document';
import { addTicket } from './compare-looks';
import type { StepDone } from './job-runs';
import { pointsOfPage, POINTS_A_LOOK } from './job-share';
import { lookAtTicket, type TicketLook } from './look-at-ticket';
import type { JobRun, JobTask, JiraTickets, Ports, TrackingSettings } from './ports';
import { projectsInScope, scopeOf } from './scope';
import { sideBySide } from './side-by-side';
import { versionToPublish } from './version-to-publish';

type Preview = Extract<JobTask, { readonly kind: 'preview' }>;

/** Each issue of a page is read in full, so a step holds fewer than those that only push. */
const PAGE = 10;

/**
 * A page of a preview: each open ticket that the policy in force or the draft tracks is read once and folded twice, as it
 * is and as it would be if the draft were published this very instant. Writes nothing but the run. Ends where another
 * version is published meanwhile: the draft was made from a policy that is no more.
 */
export async function previewStep(ports: Ports, run: JobRun, task: Preview): Promise<StepDone> {
  const current = await ports.policies.tracking();
  const draft = await ports.jobs.draft(run.runId);
  if (draft === null || (current?.version ?? null) !== task.baseVersion) {
    return { task, page: null, done: 0, points: 0, total: run.total, state: 'stopped' };
  }
  const fields = current?.fields ?? (await ports.site.fieldIds());
  const at = ports.now();
  const next = versionToPublish(draft, current, fields, task.adopt, at);
  const scopes = [current?.scope ?? [], draft.scope];
  const projectIds = [...new Set(scopes.flatMap(projectsInScope))];
  if (projectIds.length === 0) return { task, page: null, done: 0, points: 0, total: 0, state: 'finished' };
  const total = run.total ?? (await ports.jira.countIssues(projectIds, { open: true }));
  const found = await ports.jira.findIssues(projectIds, { open: true }, fields, { after: run.page, size: PAGE });
  const issues = found.issues.filter((issue) => scopes.some((scope) => scopeOf(scope, issue) === 'incident'));

  let { preview } = task;
  const pairs = await sideBySide(issues, ({ issueId }) => looksAt({ ...ports, now: () => at }, issueId, next));
  for (const { before, after } of pairs) preview = addTicket(preview, before, after);
  return {
    task: { ...task, preview },
    page: found.next,
    done: found.issues.length,
    points: pointsOfPage(found.issues.length) + POINTS_A_LOOK * issues.length + (run.total === null ? 1 : 0),
    total,
    state: found.next === null ? 'finished' : 'more',
  };
}

/** A ticket as it is, and as it would be. */
async function looksAt(
  ports: Ports,
  issueId: string,
  next: { readonly version: PolicyVersion; readonly tracking: TrackingSettings },
): Promise<{ readonly before: TicketLook; readonly after: TicketLook }> {
  const once = { ...ports, jira: readingOnce(ports.jira) };
  const before = await lookAtTicket(once, issueId);
  const after = await lookAtTicket(asIfPublished(once, next), issueId);
  return { before, after };
}

/** The same ports, where a version that is not published yet is the one in force. */
function asIfPublished(
  ports: Ports,
  { version, tracking }: { readonly version: PolicyVersion; readonly tracking: TrackingSettings },
): Ports {
  const policies: Ports['policies'] = {
    ...ports.policies,
    tracking: () => Promise.resolve(tracking),
    version: (number) => (number === version.version ? Promise.resolve(version) : ports.policies.version(number)),
  };
  return { ...ports, policies };
}

/** Jira asked once for both folds of a ticket; twice only where the draft maps the level fields otherwise. */
function readingOnce(jira: JiraTickets): JiraTickets {
  const readings = new Map<string, ReturnType<JiraTickets['readTicket']>>();
  const organizations = new Map<string, ReturnType<JiraTickets['reporterOrganizations']>>();
  return {
    ...jira,
    readTicket: (issueId, fields, mapping) =>
      kept(readings, JSON.stringify([issueId, mapping]), () => jira.readTicket(issueId, fields, mapping)),
    reporterOrganizations: (accountId) => kept(organizations, accountId, () => jira.reporterOrganizations(accountId)),
  };
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
