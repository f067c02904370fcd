import type { PreviewView } from '../contract/admin-page';
import type { Problem } from '../contract/answer';
import type { PolicyDocument } from '../core/policy/document';
import { NOTHING_CHANGES } from './compare-looks';
import { progressOf, takeUp } from './job-runs';
import type { JobRun, Ports } from './ports';
import { draftProblems, withStatuses } from './publish-policy';
import { runAtOnce } from './run-at-once';

export type PreviewResult =
  | { readonly kind: 'started'; readonly view: PreviewView }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/**
 * Begins to work out what publishing a draft would do to the open tickets, and answers with what is known within a few
 * seconds. Nothing that anyone else sees is written.
 * Errors: BusyError of the store and the queue.
 */
export async function previewPublication(
  ports: Ports,
  draft: PolicyDocument,
  adopt: 'new-tickets' | 'open-tickets',
): Promise<PreviewResult> {
  const problems = await draftProblems(ports, draft);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const [complete, current] = await Promise.all([withStatuses(ports, draft), ports.policies.tracking()]);
  const baseVersion = current?.version ?? null;
  const task = { kind: 'preview', baseVersion, adopt, preview: NOTHING_CHANGES } as const;
  return { kind: 'started', view: viewOf(await runAtOnce(ports, 'preview', task, complete)) };
}

/** How far a preview has come, taken up where it died or paused; null for an id that is no preview's. */
export async function previewStatus(ports: Ports, runId: string): Promise<PreviewView | null> {
  const run = await ports.jobs.get(runId);
  return run?.task.kind === 'preview' ? viewOf(await takeUp(ports, run)) : null;
}

function viewOf(run: JobRun): PreviewView {
  return { progress: progressOf(run), preview: run.task.kind === 'preview' ? run.task.preview : NOTHING_CHANGES };
}
