import { SECOND, type Millis } from '../core/time/instant';
import { NOTHING_CHANGES } from './compare-looks';
import { SILENCE, type StepDone } from './job-runs';
import { shareLeft } from './job-share';
import { BusyError, type JobRun, type JobStep, type JobTask, type Ports } from './ports';
import { flagPreviewStep } from './flag-preview-step';
import { previewStep } from './preview-step';
import { recomputeStep } from './recompute-step';
import { reconcileStep } from './reconcile-step';
import { importStep } from './import-step';
import { replanStep } from './replan-step';
import { reportStep } from './report-step';
import { resultsStep } from './results-step';

/** Delivered again before the next step was due: no sign yet that its event was lost. */
const LONGEST_WAIT: Millis = 900 * SECOND;

/**
 * One step of a long job: its work, then its record under the run's revision, then the next step's event. A step that
 * dies in its work is done again; one that dies after its record is found by whoever delivers or takes it up next. Of two
 * at once one keeps its record and goes on, the other ends.
 * Errors: BusyError; the event is to be delivered again.
 */
export async function runJobStep(ports: Ports, { runId, step }: JobStep): Promise<void> {
  const run = await ports.jobs.get(runId);
  if (run?.state !== 'running') return;
  if (step !== run.step) return pushAgain(ports, run, step);
  const after = await advance(ports, run);
  if (after?.state === 'running') await pushNext(ports, after);
}

/** The step's work and its record, without the next step's event; null where another took the step meanwhile. */
export async function advance(ports: Ports, run: JobRun): Promise<JobRun | null> {
  const { from, step } = await workFrom(ports, run);
  const after = afterStep(from, step, ports.now());
  if ((await ports.jobs.save(after)) === 'conflict') return null;
  const { state, task, done, points } = after;
  if (state !== 'running') ports.log.info('job-ended', { kind: task.kind, state, done, points });
  return after;
}

/** How long until a job's next step is due, at the earliest after a wait that Jira asked for. */
export function waitOf(ports: Pick<Ports, 'now'>, run: JobRun, asked: Millis = 0): Millis {
  return Math.max(asked, run.dueAt - ports.now());
}

/** Errors: BusyError of the queue; the step before is then delivered again. */
async function pushNext(ports: Pick<Ports, 'now' | 'queue'>, run: JobRun): Promise<void> {
  await ports.queue.job({ runId: run.runId, step: run.step }, waitOf(ports, run));
}

/**
 * The place of a listing that a job kept over a pause may not be known any more: Jira's page tokens and the store's cursors
 * are made for at once. The listing then begins anew.
 */
async function workFrom(ports: Ports, run: JobRun): Promise<{ readonly from: JobRun; readonly step: StepDone }> {
  try {
    return { from: run, step: await work(ports, run) };
  } catch (error) {
    if (error instanceof BusyError || run.page === null || run.leg.steps > 0) throw error;
    ports.log.warn('listed-anew', { kind: run.task.kind });
    const from = fromTheStart(run);
    return { from, step: await work(ports, from) };
  }
}

function fromTheStart(run: JobRun): JobRun {
  // An import counts lines; what is listed anew are the tickets after them.
  return { ...run, page: null, done: run.task.kind === 'import' ? run.done : 0, task: nothingDone(run.task) };
}

function nothingDone(task: JobTask): JobTask {
  switch (task.kind) {
    case 'preview':
      return { ...task, preview: NOTHING_CHANGES };
    case 'report':
      return { ...task, pages: 0, parts: [], reached: task.from };
    case 'flag-preview':
      return { ...task, phase: 'touched', counts: [] };
    case 'reconcile':
    case 'recompute':
    case 'replan':
    case 'import':
    case 'results':
      return task;
  }
}

function work(ports: Ports, run: JobRun): Promise<StepDone> {
  switch (run.task.kind) {
    case 'reconcile':
      return reconcileStep(ports, run, run.task);
    case 'recompute':
      return recomputeStep(ports, run, run.task);
    case 'replan':
      return replanStep(ports, run, run.task);
    case 'results':
      return resultsStep(ports, run, run.task);
    case 'report':
      return reportStep(ports, run, run.task);
    case 'import':
      return importStep(ports, run, run.task);
    case 'preview':
      return previewStep(ports, run, run.task);
    case 'flag-preview':
      return flagPreviewStep(ports, run, run.task);
  }
}

function afterStep(run: JobRun, step: StepDone, now: number): JobRun {
  const leg = { steps: run.leg.steps + 1, points: run.leg.points + step.points };
  const share = shareLeft(step.task, leg, step.points);
  const goesOn = step.state === 'more' ? (share.kind === 'pause' ? 'paused' : 'running') : step.state;
  return {
    ...run,
    state: goesOn,
    rev: run.rev + 1,
    step: run.step + 1,
    dueAt: share.kind === 'go-on' ? now + Math.max(share.wait, step.rest ?? 0) : now,
    page: step.page,
    leg,
    points: run.points + step.points,
    done: run.done + step.done,
    total: step.total,
    task: step.task,
  };
}

/** The last step's event, delivered again: the function died before it pushed the next, or it is a mere double. */
async function pushAgain(ports: Pick<Ports, 'now' | 'queue'>, run: JobRun, step: number): Promise<void> {
  if (step !== run.step - 1) return;
  const silentAt = run.dueAt + SILENCE;
  if (ports.now() > silentAt) await pushNext(ports, run);
  else throw new BusyError('job-step', Math.min(LONGEST_WAIT, silentAt - ports.now() + SECOND));
}
