/** What a report of the real log must say, counted from its lines by a count that knows nothing of the app. */
import type { MonthReport, ReportChoices } from '../../../src/contract/report';
import type { SlaBoardApi } from '../../../src/contract/sla-board';
import { granted, type AppSite } from '../app-site';
import { countFlags, type LogLine } from '../pipeline/real-log';
import { waitForReport } from './ask-report';

/** `month metric priority outcome` -> how many. */
export type Totals = Readonly<Record<string, number>>;

/** One promise a stop: the response at the first, the resolution at the last that was not undone. */
export function recount(incidents: Iterable<readonly LogLine[]>): Totals {
  const totals: Record<string, number> = {};
  for (const lines of incidents) {
    const first = lines.find(({ state }) => isDone(state));
    if (first === undefined) continue;
    const stops = [{ metric: 'response', at: first.at }];
    const last = lastStop(lines);
    if (last !== null) stops.push({ metric: 'resolution', at: last.at });
    for (const { metric, at } of stops) {
      const isMissed =
        countFlags(lines)
          .find((flags) => flags.metric === metric)
          ?.ends.includes('breach') === true;
      const name = `${monthIn(at)} ${metric} ${priorityAt(lines, at)} ${isMissed ? 'missed' : 'met'}`;
      totals[name] = (totals[name] ?? 0) + 1;
    }
  }
  return totals;
}

const isDone = (state: string): boolean => state === 'Resolved' || state === 'Closed';

/** What was in force when a clock stopped: of events at one instant the stop comes before the levels. */
function priorityAt(lines: readonly LogLine[], stop: number): string {
  return (lines.findLast(({ at }) => at < stop) ?? lines[0])?.priority ?? '';
}

/** Where the incident last came to be done, if it still is. */
function lastStop(lines: readonly LogLine[]): LogLine | null {
  if (!isDone(lines.at(-1)?.state ?? '')) return null;
  const lastOpen = lines.findLastIndex(({ state }) => !isDone(state));
  return lines[lastOpen + 1] ?? null;
}

/** São Paulo is two or three hours behind UTC; no stop of the log falls into the hour between. */
function monthIn(at: number): string {
  return new Date(at - 3 * 3_600_000).toISOString().slice(0, 7);
}

/** The same from the app's own reports: every month, by priority. */
export async function reported(site: AppSite): Promise<Totals> {
  const totals: Record<string, number> = {};
  for (const month of (await choices(site)).months) {
    const { report } = await waitForReport<{ readonly report: MonthReport }>(site, (made) =>
      site.ask<SlaBoardApi, 'report'>('sla-board', site.people.agent, 'report', {
        month,
        by: 'priority',
        filter: {},
        made,
      }),
    );
    for (const { key, figures } of report.rows) {
      for (const metric of ['response', 'resolution'] as const) {
        const { met, missed } = figures[metric];
        if (met > 0) totals[`${month} ${metric} ${String(key)} met`] = met;
        if (missed > 0) totals[`${month} ${metric} ${String(key)} missed`] = missed;
      }
    }
  }
  return totals;
}

async function choices(site: AppSite): Promise<ReportChoices> {
  return granted(await site.ask<SlaBoardApi, 'reportChoices'>('sla-board', site.people.agent, 'reportChoices', {}));
}
