import type { ImportView } from '../contract/admin-page';
import { DAY, SECOND, type Millis } from '../core/time/instant';
import { newRun, progressOf, pushOrLeave, stopRun, takeUp } from './job-runs';
import { BusyError, type ImportedLine, type JobRun, type JobState, type Ports } from './ports';
import { advance, waitOf } from './run-job';

/** A resolver has 25 s. What is not applied by then goes on in the background. */
const AT_ONCE: Millis = 8 * SECOND;

/** An import that ended is told of for so long. */
const TOLD: Millis = DAY;

/**
 * Keeps a part of an import until it is started; the import's id. The page has found the organizations in the site's list, which
 * is not read again for 5,000 points: an id that no organization has harms nothing, since no ticket names it.
 */
export async function uploadImport(
  ports: Pick<Ports, 'now' | 'imports'>,
  importId: string | null,
  part: number,
  lines: readonly ImportedLine[],
): Promise<string> {
  const id = importId ?? String(ports.now());
  await ports.imports.savePart(id, part, lines);
  return id;
}

/** Begins to apply an import, and answers with what is done within a few seconds: all of it where it is little. */
export async function startImport(ports: Ports, importId: string, parts: number): Promise<ImportView> {
  const startedAt = ports.now();
  let total = 0;
  for (let part = 0; part < parts; part += 1) total += (await ports.imports.part(importId, part)).length;
  const counts = { written: 0, same: 0, refused: 0 };
  const first = newRun(
    runIdOf(importId),
    { kind: 'import', phase: 'lines', importId, parts, counts, refused: [] },
    startedAt,
  );
  let run: JobRun = { ...first, total };
  if ((await ports.jobs.save(run)) === 'conflict') return viewOf((await ports.jobs.get(run.runId)) ?? run);
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
  return viewOf(run.state === 'running' ? await pushOrLeave(ports, run, waitOf(ports, run, wait)) : run);
}

/** How far the newest import has come, taken up where it died; null where there was none lately. */
export async function importStatus(ports: Ports): Promise<ImportView | null> {
  const states: readonly JobState[] = ['running', 'paused', 'stopped', 'finished'];
  const runs = (await Promise.all(states.map((state) => ports.jobs.inState(state)))).flat();
  const newest = runs
    .filter(({ task, startedAt }) => task.kind === 'import' && startedAt > ports.now() - TOLD)
    .reduce<JobRun | null>(
      (latest, run) => (latest !== null && latest.startedAt >= run.startedAt ? latest : run),
      null,
    );
  // The listing may lag behind: the record itself says where the import is.
  const run = newest === null ? null : await ports.jobs.get(newest.runId);
  return run === null ? null : viewOf(await takeUp(ports, run));
}

/** Stops an import where it is; what was applied stays. */
export async function stopImport(ports: Ports, runId: string): Promise<ImportView | null> {
  if ((await importRun(ports, runId)) === null) return null;
  const run = await stopRun(ports, runId);
  return run === null ? null : viewOf(run);
}

/** Goes on with an import that was stopped. */
export async function resumeImport(ports: Ports, runId: string): Promise<ImportView | null> {
  const run = await importRun(ports, runId);
  return run === null ? null : viewOf(await takeUp(ports, run, ['running', 'paused', 'stopped']));
}

async function importRun(ports: Ports, runId: string): Promise<JobRun | null> {
  const run = await ports.jobs.get(runId);
  return run?.task.kind === 'import' ? run : null;
}

function runIdOf(importId: string): string {
  return `import:${importId}`;
}

function viewOf(run: JobRun): ImportView {
  if (run.task.kind !== 'import') throw new TypeError(`${run.runId} is no import`);
  const { phase, counts, refused } = run.task;
  return { progress: progressOf(run), phase, counts, refused };
}
