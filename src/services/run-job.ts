import { DAY, HOUR } from '../core/time/instant';
import type { IssueFilter, JobStep, Ports } from './ports';
import { projectsInScope } from './scope';

/** Events may be three minutes late and a daily run may start late: an hour of overlap loses nothing. */
const LOOK_BACK = DAY + HOUR;

type Needs = Pick<Ports, 'now' | 'policies' | 'jira' | 'site' | 'tickets' | 'queue' | 'log'>;

/**
 * Starts the daily reconciliation: field ids are found anew, then every issue in scope that changed since yesterday is
 * looked at (events that never came, transitions that fire none), then rows whose ticket is gone or changed unseen.
 */
export async function reconcile(ports: Needs): Promise<'started' | 'not-configured'> {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return 'not-configured';
  const fields = await ports.site.fieldIds();
  if (JSON.stringify(fields) !== JSON.stringify(tracking.fields))
    await ports.policies.saveTracking({ ...tracking, fields });
  await ports.queue.job({ job: 'reconcile-touched', since: ports.now() - LOOK_BACK, page: null });
  return 'started';
}

/** Starts looking at every open issue in scope, after a publication. */
export async function startBackfill(ports: Pick<Ports, 'queue'>): Promise<void> {
  await ports.queue.job({ job: 'backfill', page: null });
}

/**
 * One step of a long job: a page of work, then the next step is pushed. A step that dies is delivered again, and looking
 * twice at a ticket changes nothing.
 */
export async function runJobStep(ports: Needs, step: JobStep): Promise<void> {
  switch (step.job) {
    case 'backfill': {
      const next = await lookAt(ports, { open: true }, step.page);
      if (next !== null) await ports.queue.job({ ...step, page: next });
      return;
    }
    case 'reconcile-touched': {
      const next = await lookAt(ports, { touchedSince: step.since }, step.page);
      await ports.queue.job(next === null ? { job: 'reconcile-rows', page: null } : { ...step, page: next });
      return;
    }
    case 'reconcile-rows': {
      const next = await checkRows(ports, step.page);
      if (next !== null) await ports.queue.job({ ...step, page: next });
      return;
    }
  }
}

async function lookAt(ports: Needs, which: IssueFilter, page: string | null): Promise<string | null> {
  const tracking = await ports.policies.tracking();
  const projectIds = tracking === null ? [] : projectsInScope(tracking.scope);
  if (projectIds.length === 0) return null;
  const found = await ports.jira.findIssues(projectIds, which, page);
  if (found.issueIds.length > 0) await ports.queue.track(found.issueIds);
  ports.log.info('job-page', { issues: found.issueIds.length, last: found.next === null });
  return found.next;
}

async function checkRows(ports: Needs, page: string | null): Promise<string | null> {
  const { rows, next } = await ports.tickets.open(page);
  const present = await ports.jira.lookUp(rows.map((row) => row.issueId));
  const stale: string[] = [];
  for (const row of rows) {
    const updatedAt = present.get(row.issueId);
    if (updatedAt === undefined) await ports.tickets.remove(row.issueId);
    else if (updatedAt > row.seenUpdatedAt) stale.push(row.issueId);
  }
  if (stale.length > 0) await ports.queue.track(stale);
  return next;
}
