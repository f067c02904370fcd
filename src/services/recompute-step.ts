import type { StepDone } from './job-runs';
import { pointsOfPage, POINTS_A_LOOK } from './job-share';
import type { JobRun, JobTask, Ports, TrackingSettings } from './ports';
import { projectsInScope, scopeOf } from './scope';

type Needs = Pick<Ports, 'policies' | 'jira' | 'tickets' | 'queue'>;
type Recompute = Extract<JobTask, { readonly kind: 'recompute' }>;

const PAGE = 100;

/**
 * A page of the recomputation after a publication. First the open issues of the projects in scope; then the rows of
 * projects that left it, whose fields are to go empty. A newer publication ends it: that one's own looks at them all.
 */
export async function recomputeStep(ports: Needs, run: JobRun, task: Recompute): Promise<StepDone> {
  const tracking = await ports.policies.tracking();
  if (tracking?.version !== task.version)
    return { task, page: null, done: 0, points: 0, total: run.total, state: 'stopped' };
  return task.phase === 'issues' ? issuesPage(ports, run, task, tracking) : rowsPage(ports, run, task, tracking);
}

async function issuesPage(ports: Needs, run: JobRun, task: Recompute, tracking: TrackingSettings): Promise<StepDone> {
  const projectIds = projectsInScope(tracking.scope);
  const rows: Recompute = { ...task, phase: 'rows' };
  if (projectIds.length === 0) return { task: rows, page: null, done: 0, points: 0, total: 0, state: 'more' };
  const total = run.total ?? (await ports.jira.countIssues(projectIds, { open: true }));
  const found = await ports.jira.findIssues(projectIds, { open: true }, tracking.fields, {
    after: run.page,
    size: PAGE,
  });
  const wanted = await Promise.all(
    found.issues.map(async (issue) => {
      const counts = scopeOf(tracking.scope, issue) === 'incident' && issue.createdAt >= tracking.trackedFrom;
      return counts || (await ports.tickets.get(issue.issueId)) !== null ? [issue.issueId] : [];
    }),
  );
  const looks = wanted.flat();
  if (looks.length > 0) await ports.queue.track(looks);
  return {
    task: found.next === null ? rows : task,
    page: found.next,
    done: found.issues.length,
    points: pointsOfPage(found.issues.length) + POINTS_A_LOOK * looks.length + (run.total === null ? 1 : 0),
    total,
    state: 'more',
  };
}

async function rowsPage(ports: Needs, run: JobRun, task: Recompute, tracking: TrackingSettings): Promise<StepDone> {
  const inScope = new Set(projectsInScope(tracking.scope));
  const { rows, next } = await ports.tickets.open(run.page);
  const left = rows.filter((row) => !inScope.has(row.projectId)).map((row) => row.issueId);
  if (left.length > 0) await ports.queue.track(left);
  return {
    task,
    page: next,
    done: left.length,
    points: POINTS_A_LOOK * left.length,
    total: run.total,
    state: next === null ? 'finished' : 'more',
  };
}
