import type { JobProgress } from '../contract/admin-page';
import { DAY, MINUTE, type EpochMillis, type Millis } from '../core/time/instant';
import { BusyError, type JobRun, type JobState, type JobTask, type Ports } from './ports';

/** A step's event is delivered again for a quarter of an hour at most (forge facts §5); silent longer, a job has died. */
export const SILENCE: Millis = 20 * MINUTE;

/** How long a job that ended is kept to be looked at. */
const KEPT: Millis = 30 * DAY;

type Needs = Pick<Ports, 'now' | 'jobs' | 'queue'>;

/** What a step did. Its work may be done twice and then changes nothing more; its count is kept once. */
export interface StepDone {
  readonly task: JobTask;
  /** Where the listing goes on; null at the beginning of a phase. */
  readonly page: string | null;
  readonly done: number;
  readonly points: number;
  readonly total: number | null;
  readonly state: 'more' | 'finished' | 'stopped';
  /** How long the store wants to rest before the next step; absent where it does not matter. */
  readonly rest?: Millis;
}

/** A job that begins now, before its first step. */
export function newRun(runId: string, task: JobTask, now: EpochMillis): JobRun {
  return {
    runId,
    state: 'running',
    startedAt: now,
    rev: 1,
    step: 0,
    dueAt: now,
    page: null,
    leg: { steps: 0, points: 0 },
    points: 0,
    done: 0,
    total: null,
    task,
  };
}

/** Starts a job under an id; false when one of that id was started before, whatever became of it. */
export async function startRun(ports: Needs, runId: string, task: JobTask): Promise<boolean> {
  const run = newRun(runId, task, ports.now());
  if ((await ports.jobs.save(run)) === 'conflict') return false;
  await pushOrLeave(ports, run);
  return true;
}

/**
 * Has a recorded job's next step done. A queue that takes nothing leaves it silent: whoever looks at the job next takes it up
 * again, the sweep within the hour. Gives the run as it is then recorded.
 */
export async function pushOrLeave(ports: Needs, run: JobRun, wait: Millis = 0): Promise<JobRun> {
  try {
    await ports.queue.job({ runId: run.runId, step: run.step }, wait);
    return run;
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    const silent: JobRun = { ...run, rev: run.rev + 1, dueAt: ports.now() - SILENCE - 1 };
    return (await ports.jobs.save(silent)) === 'saved' ? silent : run;
  }
}

/**
 * Has a job that died or paused (or was stopped, where `from` says so) go on with a new share. Only one of several that
 * try at once does so; the others see the revision taken.
 */
export async function takeUp(
  ports: Needs,
  run: JobRun,
  from: readonly JobState[] = ['running', 'paused'],
): Promise<JobRun> {
  const now = ports.now();
  if (!from.includes(run.state) || (run.state === 'running' && now - run.dueAt <= SILENCE)) return run;
  const next: JobRun = { ...run, state: 'running', rev: run.rev + 1, dueAt: now, leg: { steps: 0, points: 0 } };
  if ((await ports.jobs.save(next)) === 'conflict') return (await ports.jobs.get(run.runId)) ?? run;
  return pushOrLeave(ports, next);
}

/** Ends a job before its time. A step under way meanwhile finds its revision taken and ends it there. */
export async function stopRun(ports: Pick<Ports, 'jobs'>, runId: string): Promise<JobRun | null> {
  for (;;) {
    const run = await ports.jobs.get(runId);
    if (run === null || (run.state !== 'running' && run.state !== 'paused')) return run;
    const stopped: JobRun = { ...run, state: 'stopped', rev: run.rev + 1 };
    if ((await ports.jobs.save(stopped)) === 'saved') return stopped;
  }
}

/** Deletes jobs that ended long ago, but for those whose record still says that they need not run again. */
export async function deleteOldRuns(ports: Pick<Ports, 'now' | 'jobs'>, kept: readonly string[]): Promise<void> {
  const ended = [...(await ports.jobs.inState('finished')), ...(await ports.jobs.inState('stopped'))];
  for (const { runId, startedAt } of ended) {
    if (!kept.includes(runId) && startedAt < ports.now() - KEPT) await ports.jobs.remove(runId);
  }
}

/** What people are told of a job. */
export function progressOf({ runId, state, startedAt, done, total }: JobRun): JobProgress {
  return { runId, state, startedAt, done, total };
}

/** The day of an instant, for ids of jobs that run once a day. */
export function dayOf(at: EpochMillis): string {
  return new Date(at).toISOString().slice(0, 10);
}
