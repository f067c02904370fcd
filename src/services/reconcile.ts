import { DAY, HOUR, type EpochMillis, type Millis } from '../core/time/instant';
import { dayOf, deleteOldRuns, startRun, stopRun, takeUp } from './job-runs';
import { BusyError, type JobRun, type Ports } from './ports';
import { recomputeId, startRecompute } from './recompute';
import { RESULTS_RUN, startResults } from './results-step';

/** Events may be three minutes late and Jira's search a little behind: an hour of overlap loses nothing. */
const OVERLAP: Millis = HOUR;

type Needs = Pick<Ports, 'now' | 'policies' | 'site' | 'jobs' | 'queue' | 'log'>;

/**
 * The daily reconciliation's trigger. Field ids are found anew; jobs that died or used up their share go on; old ones are
 * deleted; a publication that died before its recomputation gets it, and tickets that stopped before results were kept
 * their look; and unless a reconciliation is under way, today's
 * begins where the last one began. Run twice, it does so once.
 */
export async function reconcile(ports: Needs): Promise<'started' | 'under-way' | 'not-configured'> {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return 'not-configured';
  await refreshFieldIds(ports);
  const open = [...(await ports.jobs.inState('running')), ...(await ports.jobs.inState('paused'))];
  for (const run of open) await (isForgotten(run, ports.now()) ? stopRun(ports, run.runId) : takeUp(ports, run));
  await deleteOldRuns(ports, [recomputeId(tracking.version), RESULTS_RUN]);
  await startRecompute(ports);
  await startResults(ports);
  if (open.some(({ task }) => task.kind === 'reconcile')) return 'under-way';
  const since = await lastCovered(ports);
  const task = { kind: 'reconcile', phase: 'touched', since, missed: 0, gone: 0 } as const;
  return (await startRun(ports, `reconcile:${dayOf(ports.now())}`, task)) ? 'started' : 'under-way';
}

/** Nobody waits any more for a preview or a report that was begun the day before. */
function isForgotten({ task, startedAt }: JobRun, now: EpochMillis): boolean {
  return (task.kind === 'preview' || task.kind === 'flag-preview' || task.kind === 'report') && startedAt < now - DAY;
}

/** A trigger that fails is not run again before tomorrow: a busy Jira leaves the ids as they are. */
async function refreshFieldIds(ports: Pick<Ports, 'policies' | 'site' | 'log'>): Promise<void> {
  const fields = await ports.site.fieldIds().catch((error: unknown) => {
    if (!(error instanceof BusyError)) throw error;
    ports.log.warn('field-ids-kept', { wait: error.retryAfter });
    return null;
  });
  if (fields === null) return;
  // Read after Jira answered, so that a publication of this very minute is not written over.
  const tracking = await ports.policies.tracking();
  if (tracking === null || JSON.stringify(fields) === JSON.stringify(tracking.fields)) return;
  await ports.policies.saveTracking({ ...tracking, fields });
}

/** Issues changed before this instant were compared by an earlier reconciliation. */
async function lastCovered(ports: Pick<Ports, 'now' | 'jobs'>): Promise<EpochMillis> {
  const finished = await ports.jobs.inState('finished');
  const last = finished.filter(({ task }) => task.kind === 'reconcile').at(-1);
  return (last?.startedAt ?? ports.now() - DAY) - OVERLAP;
}
