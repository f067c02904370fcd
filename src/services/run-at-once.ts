import type { PolicyDocument } from '../core/policy/document';
import { SECOND, type Millis } from '../core/time/instant';
import { newRun, pushOrLeave } from './job-runs';
import { BusyError, type JobRun, type JobTask, type Ports } from './ports';
import { advance, waitOf } from './run-job';

/** A resolver has 25 s; a page of reading takes a few, of a slow Jira a dozen. What is not done by then goes on in the background. */
const AT_ONCE: Millis = 4 * SECOND;

/**
 * Begins a job that is about a draft and does what a few seconds allow: everything on a small site. Where Jira is busy the rest
 * comes later. Errors: BusyError of the store.
 */
export async function runAtOnce(ports: Ports, name: string, task: JobTask, draft: PolicyDocument): Promise<JobRun> {
  const startedAt = ports.now();
  let run = await begun(ports, name, task, draft);
  let wait: Millis = 0;
  while (run.state === 'running' && run.dueAt <= ports.now() && ports.now() - startedAt < AT_ONCE) {
    try {
      run = (await advance(ports, run)) ?? run;
    } catch (error) {
      if (!(error instanceof BusyError)) throw error;
      wait = error.retryAfter;
      break;
    }
  }
  return run.state === 'running' ? pushOrLeave(ports, run, waitOf(ports, run, wait)) : run;
}

/** The run takes the id, so that two admins in one millisecond get one each; a run without its draft ends itself. */
async function begun(ports: Ports, name: string, task: JobTask, draft: PolicyDocument): Promise<JobRun> {
  const now = ports.now();
  for (let attempt = 0; ; attempt += 1) {
    const runId = `${name}:${now}.${attempt}`;
    const run = newRun(runId, task, now);
    if ((await ports.jobs.save(run)) === 'conflict') continue;
    await ports.jobs.saveDraft(runId, draft);
    return run;
  }
}
