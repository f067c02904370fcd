/** A month of very many tickets, and what its report costs. */
import type { MonthReport, ReportAnswer } from '../../../src/contract/report';
import type { Answer } from '../../../src/contract/answer';
import { MINUTE, type EpochMillis } from '../../../src/core/time/instant';
import { instant } from '../../builders/ticket';
import { createSiteClock } from '../../sandbox/site-clock';
import { createStage, type StageDump } from '../../sandbox/stage';
import type { StorageDump } from '../../sandbox/platform/kvs';
import { startAppSite } from '../app-site';
import { fieldsAlone } from '../pipeline/quiet-policy';

const RESULTS = 'entity:result';
const MORNING = instant('2025-12-02T09:00 Toronto');
const NOW = instant('2026-01-02T10:00 Toronto');
const MONTH = '2025-12';

export interface LargeMonth {
  readonly results: number;
  /** From the first question to the report, on this machine, in real time. */
  readonly millis: number;
  readonly storageReads: number;
  readonly storageWrites: number;
  readonly steps: number;
  /** Bytes of a stored result, and of the whole digest by result. */
  readonly bytesAResult: number;
  readonly digestBytesAResult: number;
  readonly report: MonthReport;
  /** What the second question costs, of a report that is made. */
  readonly againReads: number;
}

/** Two tickets that went the whole way, one kept and one missed, so often that the month has so many. */
export async function reportLargeMonth(tickets: number): Promise<LargeMonth> {
  const dump = await siteWithTwo();
  const spread = spreadOut(dump, tickets, MONTH);
  const clock = createSiteClock(NOW, () => 0);
  // Each function has the 25 seconds that people wait, the steps of the job too.
  const platformOptions = { timeouts: { 'background-job-fn': 25_000, 'sla-board-fn': 25_000 } };
  const { jira, platform } = await createStage({ clock, dump: spread, platformOptions });
  try {
    const project = Object.values(jira.state().projects)[0];
    const agent = Object.values(jira.state().users).find(({ displayName }) => displayName === 'Agathe Agent');
    const extension = {
      type: 'jira:projectPage',
      project: { id: project?.id ?? '', key: 'SUP', type: 'service_desk' },
    };
    const caller = {
      accountId: agent?.accountId ?? '',
      accountType: 'licensed',
      locale: 'en-US',
      timezone: 'America/Toronto',
    } as const;
    const ask = async (made: string | null): Promise<ReportAnswer<{ readonly report: MonthReport }>> => {
      const payload = { month: MONTH, by: 'organization', filter: {}, made };
      const answer = (await platform.invokeResolver(
        { moduleKey: 'sla-board', extension },
        caller,
        'report',
        payload,
      )) as Answer<ReportAnswer<{ readonly report: MonthReport }>>;
      if (!answer.ok) throw new Error(answer.code);
      return answer.data;
    };
    const count = (name: string): number => platform.counters()[name] ?? 0;
    const before = {
      reads: count('storage.reads'),
      writes: count('storage.writes'),
      steps: count('invocations.background-job-fn'),
    };
    const start = performance.now();
    let answer = await ask(null);
    while (answer.kind === 'making') {
      clock.set(Math.max(clock.now(), platform.nextDeliveryAt() ?? 0));
      await platform.settle();
      answer = await ask(answer.runId);
    }
    const millis = performance.now() - start;
    const failures = platform.takeFailures();
    if (failures.length > 0) throw new Error(JSON.stringify(failures[0]));
    const reads = count('storage.reads') - before.reads;
    const made = { writes: count('storage.writes') - before.writes, steps: count('invocations.background-job-fn') };
    await ask(null);
    const values = platform.peekValues();
    const parts = values.filter(({ key }) => key.startsWith('report:part:'));
    const rows = platform.peekEntity('result');
    const bytes = (list: readonly { readonly value: unknown }[]): number =>
      list.reduce((sum, { value }) => sum + Buffer.byteLength(JSON.stringify(value)), 0);
    return {
      results: rows.length,
      millis,
      storageReads: reads,
      storageWrites: made.writes,
      steps: made.steps - before.steps,
      bytesAResult: bytes(rows) / rows.length,
      digestBytesAResult: bytes(parts) / rows.length,
      report: answer.report,
      againReads: count('storage.reads') - before.reads - reads,
    };
  } finally {
    await platform.close();
  }
}

async function siteWithTwo(): Promise<StageDump> {
  const site = await startAppSite({ startAt: MORNING, policy: fieldsAlone });
  try {
    await site.moveTo(MORNING + MINUTE);
    const kept = await site.raise(site.people.customer, 'Tenu', { impact: 'extended', urgency: 'critical' });
    const late = await site.raise(site.people.customer, 'Manqué', { impact: 'extended', urgency: 'critical' });
    await site.moveTo(MORNING + 10 * MINUTE);
    await resolve(site, kept.key);
    await site.moveTo(instant('2025-12-10T14:00 Toronto'));
    await resolve(site, late.key);
    await site.moveTo(site.clock.now() + MINUTE);
    const failures = site.platform.takeFailures();
    if (failures.length > 0) throw new Error(JSON.stringify(failures[0]));
    return { jira: site.jira.dump(), platform: site.platform.dump() };
  } finally {
    await site.close();
  }
}

async function resolve(site: Awaited<ReturnType<typeof startAppSite>>, key: string): Promise<void> {
  const path = `/rest/api/3/issue/${key}/transitions`;
  const offered = await site.rest(site.people.agent, 'GET', path);
  const { transitions } = JSON.parse(offered.body) as {
    transitions: { id: string; to: { statusCategory: { key: string } } }[];
  };
  const done = transitions.find(({ to }) => to.statusCategory.key === 'done');
  const moved = await site.rest(site.people.agent, 'POST', path, { transition: { id: done?.id } });
  if (moved.status !== 204) throw new Error(`${key}: ${String(moved.status)} ${moved.body}`);
}

/** The results of the two, one after the other, for so many tickets of ids of their own, their stops spread over the month. */
function spreadOut(dump: StageDump, tickets: number, month: string): StageDump {
  const platform = structuredClone(dump.platform) as { storage: StorageDump };
  const rows = platform.storage[RESULTS] ?? [];
  const byIssue = new Map<string, typeof rows>();
  for (const row of rows) {
    const issueId = row[0].split(':')[0] ?? '';
    byIssue.set(issueId, [...(byIssue.get(issueId) ?? []), row]);
  }
  const kinds = [...byIssue.values()];
  const from = instant('2025-12-01T00:00 Toronto');
  const step = Math.floor((30 * 24 * 60 * MINUTE) / tickets);
  platform.storage[RESULTS] = Array.from({ length: tickets }, (_none, i) => i).flatMap((i) =>
    (kinds[i % kinds.length] ?? []).map(([key, row]): (typeof rows)[number] => {
      const value = row.value as { readonly stoppedAt: EpochMillis };
      const id = String(5_000_000 + i) + key.slice(key.indexOf(':'));
      return [id, { ...row, value: { ...value, month, stoppedAt: from + i * step } }];
    }),
  );
  return { jira: dump.jira, platform };
}
