import type { PreviewView } from '../contract/admin-page';
import type { Problem } from '../contract/answer';
import type { PolicyDocument } from '../core/policy/document';
import { SECOND, type Millis } from '../core/time/instant';
import { NOTHING_CHANGES } from './compare-looks';
import { newRun, progressOf, takeUp } from './job-runs';
import { BusyError, type JobRun, type Ports } from './ports';
import { draftProblems, withStatuses } from './publish-policy';
import { advance, pushNext } from './run-job';

export type PreviewResult =
  | { readonly kind: 'started'; readonly view: PreviewView }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/** A resolver has 25 s; a page of reading takes a few. What is not done by then goes on in the background. */
const AT_ONCE: Millis = 8 * SECOND;

/**
 * Begins to work out what publishing a draft would do to the open tickets, and answers with what is known within a few
 * seconds: everything on a small site. Nothing that anyone else sees is written.
 * Where Jira is busy the rest comes later. Errors: BusyError of the store and the queue.
 */
export async function previewPublication(
  ports: Ports,
  draft: PolicyDocument,
  adopt: 'new-tickets' | 'open-tickets',
): Promise<PreviewResult> {
  const startedAt = ports.now();
  const problems = draftProblems(draft, startedAt);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const [complete, current] = await Promise.all([withStatuses(ports, draft), ports.policies.tracking()]);
  let run = await newPreview(ports, complete, current?.version ?? null, adopt);
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
  if (run.state === 'running') await pushNext(ports, run, wait);
  return { kind: 'started', view: viewOf(run) };
}

/** How far a preview has come, taken up where it died or paused; null for an id that is no preview's. */
export async function previewStatus(ports: Ports, runId: string): Promise<PreviewView | null> {
  const run = await ports.jobs.get(runId);
  return run?.task.kind === 'preview' ? viewOf(await takeUp(ports, run)) : null;
}

/** The run takes the id, so that two admins in one millisecond get one each; a run without its draft ends itself. */
async function newPreview(
  ports: Ports,
  draft: PolicyDocument,
  baseVersion: number | null,
  adopt: 'new-tickets' | 'open-tickets',
): Promise<JobRun> {
  const now = ports.now();
  for (let attempt = 0; ; attempt += 1) {
    const runId = `preview:${now}.${attempt}`;
    const run = newRun(runId, { kind: 'preview', baseVersion, adopt, preview: NOTHING_CHANGES }, now);
    if ((await ports.jobs.save(run)) === 'conflict') continue;
    await ports.jobs.saveDraft(runId, draft);
    return run;
  }
}

function viewOf(run: JobRun): PreviewView {
  return { progress: progressOf(run), preview: run.task.kind === 'preview' ? run.task.preview : NOTHING_CHANGES };
}
