import type { ReportAnswer, TrendMonth } from '../contract/report';
import { monthsUpTo } from '../core/report/month';
import { selectResults, type ResultFilter } from '../core/report/select-results';
import { ticketFigures } from '../core/report/ticket-figures';
import { MINUTE, SECOND, type Millis } from '../core/time/instant';
import { isGood, monthResults } from './month-results';
import type { ChangeMark, MonthDigest, Ports } from './ports';
import { makeDigest } from './report-run';

type Needs = Pick<Ports, 'now' | 'policies' | 'results' | 'digests' | 'jobs' | 'queue'>;

/** Pages that makings may read in a minute, of three reads or four each; more have to wait. */
const PAGES_A_MINUTE = 500;
const WAIT: Millis = 20 * SECOND;

/**
 * The figures of some months up to one. Months that nobody has read, or that changed, are made one after the other, oldest
 * first, so that the present month, which alone changes all the time, is made last.
 */
export async function viewTrend(
  ports: Needs,
  projectId: string,
  { until, months, filter, made }: { until: string; months: number; filter: ResultFilter; made: string | null },
): Promise<ReportAnswer<{ readonly months: readonly TrendMonth[] }>> {
  const states = await Promise.all(monthsUpTo(until, months).map((month) => stateOf(ports, month, made)));
  const missing = states.find(({ isReady }) => !isReady);
  if (missing?.change != null) {
    const making = await makeDigest(ports, missing.month, missing.change, waitAfter(states, ports.now()));
    return { ...making, share: states.filter(({ isReady }) => isReady).length / states.length };
  }
  const trend: TrendMonth[] = [];
  for (const { month, digest } of states) {
    const read = await monthResults(ports, month, digest?.runId ?? null);
    if (read.kind === 'making') return read;
    trend.push({ month, ...ticketFigures(selectResults(read.results, projectId, filter)) });
  }
  return { kind: 'ready', months: trend };
}

interface MonthState {
  readonly month: string;
  readonly change: ChangeMark | null;
  readonly digest: MonthDigest | null;
  readonly isReady: boolean;
}

async function stateOf(ports: Needs, month: string, made: string | null): Promise<MonthState> {
  const [change, digest] = await Promise.all([ports.results.changeMark(month), ports.digests.digest(month)]);
  const isReady = change === null || (digest !== null && isGood(digest, change, ports.now(), made));
  return { month, change, digest, isReady };
}

function waitAfter(states: readonly MonthState[], now: number): Millis {
  const lately = states.flatMap(({ digest }) => (digest !== null && digest.startedAt > now - MINUTE ? [digest] : []));
  return lately.reduce((sum, { pages }) => sum + pages, 0) > PAGES_A_MINUTE ? WAIT : 0;
}
