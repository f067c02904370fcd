import type { StepDone } from './job-runs';
import { pointsOfPage, POINTS_A_LOOK } from './job-share';
import type { IssueSighting, JobRun, JobTask, Ports, TrackingSettings } from './ports';
import { projectsInScope, scopeOf } from './scope';

type Needs = Pick<Ports, 'policies' | 'jira' | 'tickets' | 'queue'>;
type Reconcile = Extract<JobTask, { readonly kind: 'reconcile' }>;

const PAGE = 100;

/**
 * A page of the reconciliation. First the issues in scope that changed lately: those whose row has not seen the change are
 * looked at (events that never came, transitions that fire none). Then the open rows: those whose ticket is gone are
 * removed, those that changed unseen are looked at.
 */
export async function reconcileStep(ports: Needs, run: JobRun, task: Reconcile): Promise<StepDone> {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return { task, page: null, done: 0, points: 0, total: run.total, state: 'stopped' };
  return task.phase === 'touched' ? touchedPage(ports, run, task, tracking) : rowsPage(ports, run, task);
}

async function touchedPage(ports: Needs, run: JobRun, task: Reconcile, tracking: TrackingSettings): Promise<StepDone> {
  const projectIds = projectsInScope(tracking.scope);
  const rows: Reconcile = { ...task, phase: 'rows' };
  if (projectIds.length === 0) return { task: rows, page: null, done: 0, points: 0, total: null, state: 'more' };
  const found = await ports.jira.findIssues(projectIds, { touchedSince: task.since }, tracking.fields, {
    after: run.page,
    size: PAGE,
  });
  const missed = await issuesMissed(ports, tracking, found.issues);
  if (missed.length > 0) await ports.queue.track(missed);
  return {
    task: { ...(found.next === null ? rows : task), missed: task.missed + missed.length },
    page: found.next,
    done: found.issues.length,
    points: pointsOfPage(found.issues.length) + POINTS_A_LOOK * missed.length,
    total: null,
    state: 'more',
  };
}

/** Tickets whose row has not seen their last change, and rows of tickets that left the scope. */
async function issuesMissed(
  ports: Needs,
  tracking: TrackingSettings,
  sightings: readonly IssueSighting[],
): Promise<readonly string[]> {
  const seen = await Promise.all(
    sightings.map(async (sighting) => {
      const row = await ports.tickets.get(sighting.issueId);
      const counts = scopeOf(tracking.scope, sighting) === 'incident' && sighting.createdAt >= tracking.trackedFrom;
      return {
        issueId: sighting.issueId,
        missed: counts ? (row?.seenUpdatedAt ?? -1) < sighting.updatedAt : row !== null,
      };
    }),
  );
  return seen.filter(({ missed }) => missed).map(({ issueId }) => issueId);
}

async function rowsPage(ports: Needs, run: JobRun, task: Reconcile): Promise<StepDone> {
  const { rows, next } = await ports.tickets.open(run.page);
  const present =
    rows.length === 0 ? new Map<string, number>() : await ports.jira.lookUp(rows.map((row) => row.issueId));
  const gone = rows.filter((row) => !present.has(row.issueId));
  const missed = rows.filter((row) => (present.get(row.issueId) ?? 0) > row.seenUpdatedAt).map((row) => row.issueId);
  for (const row of gone) await ports.tickets.remove(row.issueId);
  if (missed.length > 0) await ports.queue.track(missed);
  return {
    task: { ...task, missed: task.missed + missed.length, gone: task.gone + gone.length },
    page: next,
    done: rows.length,
    points: (rows.length === 0 ? 0 : pointsOfPage(present.size)) + POINTS_A_LOOK * missed.length,
    total: null,
    state: next === null ? 'finished' : 'more',
  };
}
