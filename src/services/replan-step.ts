import { newRun, pushOrLeave, type StepDone } from './job-runs';
import { POINTS_A_LOOK } from './job-share';
import { looksAtRows } from './looks-at-rows';
import type { AssignmentRow, JobRun, JobTask, Ports } from './ports';

type Replan = Extract<JobTask, { readonly kind: 'replan' }>;

/**
 * Records that the open tickets of an organization are to be looked at, since its plans change and with them what their rows
 * forecast; nothing on the tickets themselves does, so no event would tell. Recorded before the change: a death in between
 * has them looked at for nothing, never not at all. Gives what begins it once the change is written.
 */
export async function prepareReplan(
  ports: Pick<Ports, 'now' | 'jobs' | 'queue'>,
  { organizationId, from, rev }: AssignmentRow,
): Promise<() => Promise<unknown>> {
  const runId = `replan:${organizationId}:${from}:${String(rev)}`;
  const run = newRun(runId, { kind: 'replan', organizationId }, ports.now());
  await ports.jobs.save(run);
  return () => pushOrLeave(ports, run);
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
