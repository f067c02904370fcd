import type { StepDone } from './job-runs';
import type { StoredResult } from '../core/report/stored-result';
import type { JobRun, JobTask, Ports } from './ports';
import { reportRunName } from './report-run';

type Report = Extract<JobTask, { readonly kind: 'report' }>;

/** Pages of 100 results that a step reads at most: some two seconds' work. */
const PAGES_A_STEP = 20;

/**
 * A part is one value of the store, of 240 KiB at most. Results with many intervals fill it sooner: no page is begun from
 * here on, and a page of the longest results takes as much again.
 */
const PART_BYTES = 110_000;
const RESULT_BYTES = 55;
const INTERVAL_BYTES = 60;

/**
 * Some pages of a month's results, kept together as a part. The last step names the parts as the month's digest and takes
 * the ones before it away. Done twice, a step writes the same part.
 */
export async function reportStep(
  ports: Pick<Ports, 'results' | 'digests'>,
  run: JobRun,
  task: Report,
): Promise<StepDone> {
  const read = await readPages(ports, task.month, run.page);
  const part = `${reportRunName(run)}:${String(run.step)}`;
  if (read.results.length > 0) await ports.digests.savePart(part, task.month, read.results);
  const after: Report = {
    ...task,
    pages: task.pages + read.pages,
    parts: read.results.length === 0 ? task.parts : [...task.parts, part],
    reached: read.results.at(-1)?.stoppedAt ?? task.reached,
  };
  if (read.next === null) await finish(ports, run, after);
  return {
    task: after,
    page: read.next,
    done: read.results.length,
    points: 0,
    total: null,
    state: read.next === null ? 'finished' : 'more',
  };
}

async function readPages(
  ports: Pick<Ports, 'results'>,
  month: string,
  from: string | null,
): Promise<{ readonly results: readonly StoredResult[]; readonly pages: number; readonly next: string | null }> {
  const results: StoredResult[] = [];
  let bytes = 0;
  let pages = 0;
  let next = from;
  do {
    const page = await ports.results.ofMonth(month, next);
    results.push(...page.results);
    bytes += page.results.reduce((sum, { duty }) => sum + RESULT_BYTES + INTERVAL_BYTES * duty.length, 0);
    pages += 1;
    next = page.next;
  } while (next !== null && pages < PAGES_A_STEP && bytes < PART_BYTES);
  return { results, pages, next };
}

async function finish(ports: Pick<Ports, 'digests'>, run: JobRun, task: Report): Promise<void> {
  const { month, mark, pages, parts } = task;
  const before = await ports.digests.digest(month);
  await ports.digests.saveDigest({ month, runId: reportRunName(run), startedAt: run.startedAt, mark, pages, parts });
  for (const part of before?.parts ?? []) if (!parts.includes(part)) await ports.digests.removePart(part);
}
