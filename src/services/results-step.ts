import { startRun, type StepDone } from './job-runs';
import { POINTS_A_LOOK } from './job-share';
import { looksAtRows } from './looks-at-rows';
import type { JobRun, JobTask, Ports } from './ports';

type Results = Extract<JobTask, { readonly kind: 'results' }>;

/** One a site, whatever became of it. */
export const RESULTS_RUN = 'results:1';

/**
 * Has the tickets looked at whose clocks stopped before Cadran kept results: once for a site. Where it never ran without, the
 * job finds nothing.
 */
export async function startResults(ports: Pick<Ports, 'now' | 'jobs' | 'queue'>): Promise<void> {
  if ((await ports.jobs.get(RESULTS_RUN)) !== null) return;
  await startRun(ports, RESULTS_RUN, { kind: 'results', phase: 'stopped' });
}

/** Some pages of rows, those that stopped first, then the open ones: those that know of no results are to be looked at. */
export async function resultsStep(
  ports: Pick<Ports, 'tickets' | 'queue'>,
  run: JobRun,
  task: Results,
): Promise<StepDone> {
  const { looks, next } = await looksAtRows(
    ports,
    (page) => (task.phase === 'stopped' ? ports.tickets.stopped(page) : ports.tickets.open(page)),
    run.page,
    ({ results }) => results === undefined,
  );
  const isPhaseDone = next === null;
  return {
    task: isPhaseDone ? { ...task, phase: 'open' } : task,
    page: next,
    done: looks,
    points: POINTS_A_LOOK * looks,
    total: run.total,
    state: isPhaseDone && task.phase === 'open' ? 'finished' : 'more',
  };
}
