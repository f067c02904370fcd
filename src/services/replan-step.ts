import { startRun, type StepDone } from './job-runs';
import { POINTS_A_LOOK } from './job-share';
import { looksAtRows } from './looks-at-rows';
import type { JobRun, JobTask, Ports } from './ports';

type Replan = Extract<JobTask, { readonly kind: 'replan' }>;

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
  const { looks, next } = await looksAtRows(
    ports,
    (page) => ports.tickets.open(page),
    run.page,
    ({ organizationIds }) => organizationIds.includes(task.organizationId),
  );
  const state = next === null ? 'finished' : 'more';
  return { task, page: next, done: looks, points: POINTS_A_LOOK * looks, total: run.total, state };
}
