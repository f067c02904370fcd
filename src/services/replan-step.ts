import { startRun, type StepDone } from './job-runs';
import { POINTS_A_LOOK } from './job-share';
import type { JobRun, JobTask, Ports } from './ports';

type Replan = Extract<JobTask, { readonly kind: 'replan' }>;

/** Pages of rows that a step reads at most, and looks after which it ends: the queue takes 500 events a minute. */
const PAGES_A_STEP = 10;
const LOOKS_A_STEP = 100;

/**
 * Has the open tickets of an organization looked at, since its plans have changed and with them what their rows forecast.
 * Nothing on the tickets themselves has, so no event would tell.
 */
export async function startReplan(ports: Pick<Ports, 'now' | 'jobs' | 'queue'>, organizationId: string): Promise<void> {
  await startRun(ports, `replan:${organizationId}:${ports.now()}`, { kind: 'replan', organizationId });
}

/** Some pages of open rows: those whose plan may come from the organization are asked to be looked at. */
export async function replanStep(
  ports: Pick<Ports, 'tickets' | 'queue'>,
  run: JobRun,
  task: Replan,
): Promise<StepDone> {
  const looks: string[] = [];
  let page = run.page;
  let pages = 0;
  do {
    const read = await ports.tickets.open(page);
    const concerned = read.rows.filter((row) => row.organizationIds.includes(task.organizationId));
    looks.push(...concerned.map(({ issueId }) => issueId));
    page = read.next;
    pages += 1;
  } while (page !== null && pages < PAGES_A_STEP && looks.length < LOOKS_A_STEP);
  if (looks.length > 0) await ports.queue.track(looks);
  return {
    task,
    page,
    done: looks.length,
    points: POINTS_A_LOOK * looks.length,
    total: run.total,
    state: page === null ? 'finished' : 'more',
  };
}
