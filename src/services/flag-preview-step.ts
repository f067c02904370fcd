import type { FlagCount } from '../contract/alerts';
import type { PolicyDocument } from '../core/policy/document';
import { localDateAt } from '../core/time/zone';
import type { StepDone } from './job-runs';
import { pointsOfPage, POINTS_A_LOOK } from './job-share';
import { lookAtTicket, type TrackedLook } from './look-at-ticket';
import { pastFlags } from './past-flags';
import type { JobRun, JobTask, Ports } from './ports';
import { projectsInScope, scopeOf } from './scope';
import { sideBySide } from './side-by-side';
import { versionToPublish } from './version-to-publish';

type FlagPreview = Extract<JobTask, { readonly kind: 'flag-preview' }>;

/** Each issue of a page is read in full, so a step holds fewer than those that only push; where Jira is slow one fits a call. */
const PAGE = 10;

/**
 * A page of a preview of flags: tickets touched in the last week first, then open ones that nobody touched, since it is idle
 * tickets that flag. Each is read and folded once, as though the draft's warnings and alerts had been in force all along.
 * Writes nothing but the run.
 */
export async function flagPreviewStep(ports: Ports, run: JobRun, task: FlagPreview): Promise<StepDone> {
  const draft = await ports.jobs.draft(run.runId);
  if (draft === null) return { task, page: null, done: 0, points: 0, total: run.total, state: 'stopped' };
  const asIf = await asIfInForce(ports, draft);
  const projectIds = projectsInScope(asIf.scope);
  if (projectIds.length === 0) return { task, page: null, done: 0, points: 0, total: 0, state: 'finished' };
  const filter = task.phase === 'touched' ? { touchedSince: task.from } : ({ open: true } as const);
  const total = run.total ?? (await ports.jira.countIssues(projectIds, filter));
  const found = await ports.jira.findIssues(projectIds, filter, asIf.fields, { after: run.page, size: PAGE });
  const issues = found.issues
    .filter((issue) => scopeOf(asIf.scope, issue) === 'incident')
    .filter(({ updatedAt }) => task.phase === 'touched' || updatedAt < task.from);
  let { counts } = task;
  for (const look of await sideBySide(issues, ({ issueId }) => lookAtTicket(asIf.ports, issueId))) {
    if (look.kind === 'tracked') counts = withFlags(counts, look, task.from);
  }
  const isLast = found.next === null && task.phase === 'idle';
  return {
    task: { ...task, counts, phase: found.next === null ? 'idle' : task.phase },
    page: found.next,
    done: issues.length,
    points: pointsOfPage(found.issues.length) + POINTS_A_LOOK * issues.length + (run.total === null ? 1 : 0),
    total,
    state: isLast ? 'finished' : 'more',
  };
}

function withFlags(counts: readonly FlagCount[], look: TrackedLook, from: number): readonly FlagCount[] {
  const { alerts, calendars, defaultCalendar } = look.document;
  const zone = calendars[defaultCalendar]?.calendar.timeZone ?? 'UTC';
  const isMailed = alerts.notify && (look.reading.isAssigned || alerts.unassignedGroup !== null);
  return pastFlags(look, from).reduce<readonly FlagCount[]>((all, { threshold, priority, at, told }) => {
    const date = localDateAt(zone, at);
    const isSame = (count: FlagCount): boolean =>
      count.date === date &&
      count.priority === priority &&
      JSON.stringify(count.threshold) === JSON.stringify(threshold);
    const before = all.find(isSame) ?? { date, priority, threshold, flags: 0, comments: 0, mails: 0 };
    const after: FlagCount = {
      ...before,
      flags: before.flags + 1,
      comments: before.comments + (told && alerts.comment ? 1 : 0),
      mails: before.mails + (told && isMailed ? 1 : 0),
    };
    return [...all.filter((count) => !isSame(count)), after];
  }, counts);
}

/** The same ports, where every version tells as the draft does; before the first publication, the draft as though always in force. */
async function asIfInForce(
  ports: Ports,
  draft: PolicyDocument,
): Promise<{
  readonly ports: Ports;
  readonly scope: PolicyDocument['scope'];
  readonly fields: Awaited<ReturnType<Ports['site']['fieldIds']>>;
}> {
  const current = await ports.policies.tracking();
  const fields = current?.fields ?? (await ports.site.fieldIds());
  const first = versionToPublish(draft, null, fields, 'open-tickets', 0);
  const tracking = current ?? first.tracking;
  const policies: Ports['policies'] = {
    ...ports.policies,
    tracking: () => Promise.resolve(tracking),
    version: async (number) => {
      const version = current === null ? first.version : await ports.policies.version(number);
      const { thresholds, alerts } = draft;
      return { ...version, document: { ...version.document, thresholds, alerts } };
    },
  };
  const at = ports.now();
  return { ports: { ...ports, policies, now: () => at }, scope: tracking.scope, fields };
}
