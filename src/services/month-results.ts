import type { ReportInTheMaking } from '../contract/report';
import { resultName, type StoredResult } from '../core/report/stored-result';
import { MINUTE, type EpochMillis, type Millis } from '../core/time/instant';
import type { ChangeMark, MonthDigest, Ports } from './ports';
import { makeDigest } from './report-run';

/**
 * A mark is set before the change it announces: by a function that has two minutes at most, in a store whose index lags a
 * little. A digest made later than this after the mark has seen the change.
 */
const SETTLED: Millis = 3 * MINUTE;

/**
 * A digest is kept, whatever changes, for as long as its pages cost: so one month's reports take at most a third of the reads
 * that a site has in a minute, and a small month is always as it is.
 */
const KEPT_A_PAGE: Millis = 200;

type Needs = Pick<Ports, 'now' | 'policies' | 'results' | 'digests' | 'jobs' | 'queue'>;

export interface MonthResults {
  readonly kind: 'ready';
  readonly asOf: EpochMillis;
  /** Of all projects. */
  readonly results: readonly StoredResult[];
}

/**
 * A month's results, or the run that reads them: where nobody has yet, and where something changed since; but what the run
 * `made` made is taken as it is. A month that never had results has none without a run.
 */
export async function monthResults(
  ports: Needs,
  month: string,
  made: string | null,
): Promise<MonthResults | ReportInTheMaking> {
  const change = await ports.results.changeMark(month);
  if (change === null) return { kind: 'ready', asOf: ports.now(), results: [] };
  const digest = await ports.digests.digest(month);
  const results = digest !== null && isGood(digest, change, ports.now(), made) ? await readParts(ports, digest) : null;
  if (digest === null || results === null) return makeDigest(ports, month, change);
  return { kind: 'ready', asOf: digest.startedAt, results };
}

/** The results of a month as they were last read, even if something changed since: for what opens a figure that is shown. */
export async function monthResultsAsShown(ports: Needs, month: string): Promise<MonthResults | ReportInTheMaking> {
  return monthResults(ports, month, (await ports.digests.digest(month))?.runId ?? null);
}

/** Whether a digest may be shown without asking whether anything changed in what it was made of. */
export function isGood(digest: MonthDigest, change: ChangeMark, now: EpochMillis, made: string | null): boolean {
  if (digest.runId === made) return true;
  const age = now - digest.startedAt;
  if (age < digest.pages * KEPT_A_PAGE) return true;
  const isSettled = digest.startedAt - change.at >= SETTLED;
  return digest.mark === change.mark && (isSettled || age < SETTLED);
}

/** Null where a part is gone: expired, or replaced this very moment. */
async function readParts(
  ports: Pick<Ports, 'digests'>,
  { parts }: MonthDigest,
): Promise<readonly StoredResult[] | null> {
  const read = await Promise.all(parts.map((name) => ports.digests.part(name)));
  if (!read.every((part) => part !== null)) return null;
  // A result that was written anew while the pages were read may stand on two of them.
  return [...new Map(read.flat().map((result) => [`${result.issueId}:${resultName(result)}`, result])).values()];
}
