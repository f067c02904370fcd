import type { FlagPreviewView } from '../contract/alerts';
import type { Problem } from '../contract/answer';
import type { PolicyDocument } from '../core/policy/document';
import { epochDayOf, localDateOf, type LocalDate } from '../core/time/local-date';
import { instantOfLocal, localDateAt } from '../core/time/zone';
import { progressOf, takeUp } from './job-runs';
import type { JobRun, Ports } from './ports';
import { draftProblems, withStatuses } from './publish-policy';
import { runAtOnce } from './run-at-once';

export type FlagPreviewResult =
  | { readonly kind: 'started'; readonly view: FlagPreviewView }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

const DAYS = 7;

/**
 * Begins to work out which flags a draft's warnings and alerts would have told in the last seven days, today included, and
 * answers with what is known within a few seconds. Nothing that anyone else sees is written.
 * Errors: BusyError of the store and the queue.
 */
export async function previewFlags(ports: Ports, draft: PolicyDocument): Promise<FlagPreviewResult> {
  const at = ports.now();
  const problems = await draftProblems(ports, draft);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const zone = draft.calendars[draft.defaultCalendar]?.calendar.timeZone ?? 'UTC';
  const today = epochDayOf(localDateAt(zone, at)) ?? 0;
  const dates = Array.from({ length: DAYS }, (_, i): LocalDate => localDateOf(today - DAYS + 1 + i));
  // A flag counts from the day's first millisecond on.
  const from = instantOfLocal(zone, dates[0] ?? localDateOf(today)) - 1;
  const task = { kind: 'flag-preview', phase: 'touched', from, dates, counts: [] } as const;
  return { kind: 'started', view: viewOf(await runAtOnce(ports, 'flags', task, await withStatuses(ports, draft))) };
}

/** How far a preview of flags has come, taken up where it died or paused; null for an id that is none's. */
export async function flagPreviewStatus(ports: Ports, runId: string): Promise<FlagPreviewView | null> {
  const run = await ports.jobs.get(runId);
  return run?.task.kind === 'flag-preview' ? viewOf(await takeUp(ports, run)) : null;
}

function viewOf(run: JobRun): FlagPreviewView {
  const { dates, counts } = run.task.kind === 'flag-preview' ? run.task : { dates: [], counts: [] };
  return { progress: progressOf(run), dates, counts };
}
