/** Reports: made by a job, kept until something changes, of one project, each figure opening to its tickets. */
import type { ReportApi } from '../../src/contract/report';
import type { StoredResult } from '../../src/core/report/stored-result';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/core/time/instant';
import { BusyError, type JobRun } from '../../src/services/ports';
import { reportProgress } from '../../src/services/report-run';
import { runJobStep } from '../../src/services/run-job';
import { viewOrganizationMonth, viewOrganizationMonthTickets } from '../../src/services/view-organization-month';
import { reportChoices, viewReport, viewReportTickets } from '../../src/services/view-report';
import { viewTrend } from '../../src/services/view-trend';
import { runJobs } from '../builders/jobs';
import { addIssue, FIELD_IDS, memorySite, type Memory } from '../builders/memory-ports';
import { buildPolicy, buildPolicyVersion, SCOPE } from '../builders/policy';
import { buildTicket, instant } from '../builders/ticket';
import { buildResult } from '../core/report/results';

const NOW = instant('2025-12-20T10:00 Toronto');
const MONTH = '2025-12';
const { projectId } = SCOPE;

let site: Memory;

beforeEach(() => {
  site = memorySite(NOW);
  const document = buildPolicy();
  site.versions.set(1, buildPolicyVersion(document));
  const versions = [{ version: 1, publishedAt: 0 }];
  site.tracking = { version: 1, trackedFrom: 0, scope: document.scope, fields: FIELD_IDS, versions };
  site.organizations.push({ id: '7', name: 'Hôpital Sainte-Rose' }, { id: '8', name: 'Cégep du Nord' });
});

/** Stores results as looks at their tickets would have, an hour ago. */
function store(...results: Partial<StoredResult>[]): void {
  for (const given of results) {
    const result = buildResult(given);
    site.results.set(`${result.issueId}:${result.metric}:${String(result.cycle)}`, result);
    site.marks.set(result.month, { mark: `${result.issueId}:${String(site.marks.size)}`, at: site.now - HOUR });
    if (!site.issues.has(result.issueId)) {
      addIssue(site, buildTicket({ issueId: result.issueId, createdAt: result.createdAt }));
    }
  }
}

/** Changes a result this very moment. */
function change(issueId: string, given: Partial<StoredResult>): void {
  store({ issueId, ...given });
  site.marks.set(MONTH, { mark: `changed:${issueId}:${String(site.now)}`, at: site.now });
}

const ask = (made: string | null = null, asked: Partial<ReportApi['report']['request']> = {}) =>
  viewReport(site.ports, projectId, { month: MONTH, by: 'organization', filter: {}, ...asked, made });

/** The report as somebody gets it who waits for it. */
async function report(asked: Partial<ReportApi['report']['request']> = {}) {
  const first = await ask(null, asked);
  if (first.kind === 'ready') return first.report;
  await runJobs(site);
  const made = await ask(first.runId, asked);
  if (made.kind === 'making') throw new Error('the report is still in the making');
  return made.report;
}

describe('a report', () => {
  it('of a month without results needs no job', async () => {
    expect(await ask()).toMatchObject({ kind: 'ready', report: { total: { tickets: 0 }, rows: [] } });
    expect(site.jobs).toEqual([]);
  });

  it('adds up a month by organization, most tickets first, none last', async () => {
    store(
      { issueId: '1', organizationId: null },
      { issueId: '2', organizationId: '8' },
      { issueId: '3', organizationId: '7', outcome: 'missed', lateBy: { working: 60, real: 90 } },
      { issueId: '4', organizationId: '7' },
      { issueId: '4', organizationId: '7', metric: 'resolution', outcome: 'missed-customer-unavailable' },
    );
    const { total, rows } = await report();
    expect(total.tickets).toBe(4);
    expect(total.figures.response).toMatchObject({ met: 3, missed: 1, kept: 0.75, keptWithoutUnavailable: 0.75 });
    expect(total.figures.resolution).toMatchObject({ met: 0, missedCustomerUnavailable: 1, kept: 0 });
    expect(rows.map(({ key, label, tickets }) => [key, label?.fr, tickets])).toEqual([
      ['7', 'Hôpital Sainte-Rose', 2],
      ['8', 'Cégep du Nord', 1],
      [null, undefined, 1],
    ]);
  });

  it("lists priorities in the policy's order, what it no longer has and none last", async () => {
    store(
      { issueId: '1', priority: null },
      { issueId: '2', priority: 'P4' },
      { issueId: '3', priority: 'OLD' },
      { issueId: '4', priority: 'P1' },
    );
    expect((await report({ by: 'priority' })).rows.map(({ key }) => key)).toEqual(['P1', 'P4', 'OLD', null]);
  });

  it('covers the project that is asked for alone', async () => {
    store({ issueId: '1' }, { issueId: '2', projectId: '99999' });
    expect((await report()).total.tickets).toBe(1);
  });

  it('is of what the filter leaves, where null is those without one', async () => {
    store({ issueId: '1', plan: 'PLUS' }, { issueId: '2', plan: null }, { issueId: '3', organizationId: '8' });
    expect((await report({ filter: { plan: 'PLUS' } })).total.tickets).toBe(1);
    expect((await report({ filter: { plan: null } })).total.tickets).toBe(1);
    expect((await report({ filter: { organizationId: '8', plan: 'BASE' } })).total.tickets).toBe(1);
  });

  it('counts every result once of a month that takes many steps', async () => {
    store(...Array.from({ length: 4_321 }, (_, i) => ({ issueId: String(i + 1), stoppedAt: NOW - i * MINUTE })));
    expect((await report()).total.figures.response.met).toBe(4_321);
    expect(site.digests.get(MONTH)?.parts).toHaveLength(3);
  });
});

describe('a report in the making', () => {
  const steps = Array.from({ length: 4_500 }, (_, i) => ({
    issueId: String(i + 1),
    stoppedAt: instant('2025-12-01T00:00 Toronto') + i * 6 * MINUTE,
  }));

  it('tells how far it is by the days that were read', async () => {
    store(...steps);
    const making = await ask();
    if (making.kind !== 'making') throw new Error('made at once');
    expect(making.share).toBe(0);
    await runJobs(site, 1);
    const progress = await reportProgress(site.ports, making.runId);
    expect(progress?.share).toBeCloseTo((2_000 * 6) / (19 * 24 * 60 + 10 * 60), 2);
    await runJobs(site);
    expect(await reportProgress(site.ports, making.runId)).toBeNull();
  });

  it('is made once for all who ask', async () => {
    store({ issueId: '1' });
    const [first, second] = [await ask(), await ask()];
    expect(first).toEqual(second);
    expect(site.jobs).toHaveLength(1);
  });

  it('that died is taken up by whoever asks', async () => {
    store(...steps);
    const making = await ask();
    if (making.kind !== 'making') throw new Error('made at once');
    await runJobs(site, 1);
    site.jobs.length = 0;
    site.now += 30 * MINUTE;
    await reportProgress(site.ports, making.runId);
    await runJobs(site);
    expect(await ask(making.runId)).toMatchObject({ kind: 'ready', report: { total: { tickets: 4_500 } } });
  });

  it.each(['results.ofMonth', 'digests.savePart', 'digests.saveDigest', 'jobs.save', 'queue.job'])(
    'whose step dies in %s counts nothing twice when the step comes again',
    async (call) => {
      store(...steps);
      const making = await ask();
      if (making.kind !== 'making') throw new Error('made at once');
      let died = 0;
      site.before = (name) => {
        if (name !== call || died > 0) return;
        died += 1;
        throw new BusyError(call, SECOND);
      };
      for (;;) {
        const step = site.jobs.shift();
        if (step === undefined) break;
        await runJobStep(site.ports, step).catch((error: unknown) => {
          if (!(error instanceof BusyError)) throw error;
          site.now += 25 * MINUTE;
          site.jobs.push(step);
        });
      }
      expect(died).toBe(1);
      expect(await ask(making.runId)).toMatchObject({ report: { total: { tickets: 4_500 } } });
    },
  );

  it('is forgotten by what is not its name', async () => {
    expect(await reportProgress(site.ports, 'recompute:1')).toBeNull();
    expect(await reportProgress(site.ports, 'report:2025-12:1')).toBeNull();
  });
});

describe('a report that was made', () => {
  beforeEach(async () => {
    store({ issueId: '1' });
    await report();
    site.calls.length = 0;
  });

  it('is kept while nothing changes, for days', async () => {
    site.now += 3 * DAY;
    expect(await ask()).toMatchObject({ kind: 'ready' });
    expect(site.calls.filter((call) => call === 'results.ofMonth')).toEqual([]);
  });

  it('is made anew after a change', async () => {
    site.now += MINUTE;
    change('2', {});
    expect(await ask()).toMatchObject({ kind: 'making' });
    expect((await report()).total.tickets).toBe(2);
  });

  it('is taken as it is by whoever waited for it, though something changed meanwhile', async () => {
    site.now += MINUTE;
    change('2', {});
    const making = await ask();
    await runJobs(site);
    site.now += MINUTE;
    change('3', {});
    expect(await ask(making.kind === 'making' ? making.runId : null)).toMatchObject({
      kind: 'ready',
      report: { total: { tickets: 2 } },
    });
    expect(await ask()).toMatchObject({ kind: 'making' });
  });

  it('soon after a change is made once more, since the change may have been under way', async () => {
    site.now += MINUTE;
    change('2', {});
    await report();
    site.now += 2 * MINUTE;
    expect(await ask()).toMatchObject({ kind: 'ready' });
    site.now += 2 * MINUTE;
    expect(await ask()).toMatchObject({ kind: 'making' });
    await report();
    site.now += DAY;
    expect(await ask()).toMatchObject({ kind: 'ready' });
  });

  it('is made anew where a part of it has expired', async () => {
    site.parts.clear();
    expect(await ask()).toMatchObject({ kind: 'making' });
  });

  it('leaves no part of the one before it', async () => {
    site.now += MINUTE;
    change('2', {});
    await report();
    expect([...site.parts.keys()]).toEqual(site.digests.get(MONTH)?.parts);
  });
});

describe('the tickets behind a figure', () => {
  const tickets = (asked: Partial<ReportApi['reportTickets']['request']> = {}) =>
    viewReportTickets(site.ports, projectId, {
      month: MONTH,
      filter: {},
      metric: 'response',
      figure: 'missed',
      from: 0,
      ...asked,
    });

  it('are as many as the figure says, latest first, those the user may not browse without key or words', async () => {
    store(
      { issueId: '1', outcome: 'missed', stoppedAt: NOW - 3 * HOUR },
      { issueId: '2', outcome: 'missed', stoppedAt: NOW - 2 * HOUR },
      { issueId: '3', outcome: 'missed', apart: true },
      { issueId: '4', outcome: 'met' },
      { issueId: '5', outcome: 'missed', metric: 'resolution' },
    );
    site.hidden.add('1');
    const { total } = await report();
    const answer = await tickets();
    if (answer.kind !== 'ready') throw new Error('in the making');
    expect(answer.all).toBe(total.figures.response.missed);
    expect(answer.tickets.map(({ issueId, key }) => [issueId, key])).toEqual([
      ['2', 'SUP-2'],
      ['1', null],
    ]);
    expect(await tickets({ figure: 'apart' })).toMatchObject({ all: 1, tickets: [{ issueId: '3' }] });
  });

  it('are those of the figure that is shown, though something changed since', async () => {
    store({ issueId: '1', outcome: 'missed' });
    await report();
    site.now += MINUTE;
    change('2', { outcome: 'missed' });
    expect(await tickets()).toMatchObject({ all: 1 });
  });

  it('come fifty at a time', async () => {
    store(...Array.from({ length: 120 }, (_, i) => ({ issueId: String(i + 1), outcome: 'missed' as const })));
    await report();
    expect(await tickets()).toMatchObject({ all: 120, next: 50 });
    const last = await tickets({ from: 100 });
    expect(last.kind === 'ready' && [last.tickets.length, last.next]).toEqual([20, null]);
  });
});

describe('the trend', () => {
  const trend = (made: string | null = null) =>
    viewTrend(site.ports, projectId, { until: MONTH, months: 3, filter: {}, made });

  it('makes the months that nobody has read, oldest first, then shows them all', async () => {
    store({ issueId: '1', month: '2025-10' }, { issueId: '2', outcome: 'missed' }, { issueId: '3' });
    const shares: number[] = [];
    let answer = await trend();
    while (answer.kind === 'making') {
      shares.push(answer.share);
      await runJobs(site);
      answer = await trend(answer.runId);
    }
    expect(shares).toEqual([1 / 3, 2 / 3]);
    expect(answer.months.map(({ month, tickets, figures }) => [month, tickets, figures.response.kept])).toEqual([
      ['2025-10', 1, 1],
      ['2025-11', 0, null],
      ['2025-12', 2, 0.5],
    ]);
  });

  it('waits before it makes one more where the last minute read much', async () => {
    store({ issueId: '1', month: '2025-10' }, { issueId: '2' });
    site.digests.set('2025-10', {
      month: '2025-10',
      runId: 'x',
      startedAt: NOW - SECOND,
      mark: site.marks.get('2025-10')?.mark ?? '',
      pages: 600,
      parts: [],
    });
    await trend();
    expect(site.jobs).toMatchObject([{ runId: 'report:2025-12', delay: 20 * SECOND }]);
  });
});

describe('your month with us', () => {
  const asked = { month: MONTH, organizationId: '7' };

  async function page() {
    const first = await viewOrganizationMonth(site.ports, projectId, { ...asked, made: null });
    if (first.kind === 'ready') return first.page;
    await runJobs(site);
    const made = await viewOrganizationMonth(site.ports, projectId, { ...asked, made: first.runId });
    if (made.kind === 'making') throw new Error('still in the making');
    return made.page;
  }

  it('counts the requests of one organization and its promises, by priority', async () => {
    store(
      { issueId: '1', priority: 'P2' },
      { issueId: '1', priority: 'P2', metric: 'resolution', outcome: 'missed', lateBy: { working: HOUR, real: DAY } },
      { issueId: '2', priority: 'P1' },
      { issueId: '3', organizationId: '8' },
      { issueId: '4', projectId: '99999' },
    );
    expect(await page()).toMatchObject({
      organization: { id: '7', name: 'Hôpital Sainte-Rose' },
      requests: { all: 2, answered: 2, resolved: 1 },
      total: { response: { met: 2, kept: 1 }, resolution: { missed: 1, late: { real: { median: DAY } } } },
      priorities: [
        { key: 'P1', tickets: 1 },
        { key: 'P2', tickets: 1 },
      ],
    });
  });

  it('names no organization that the project has nothing of', async () => {
    store({ issueId: '3', organizationId: '8' });
    expect(await page()).toMatchObject({ organization: { id: '7', name: null }, requests: { all: 0 } });
    expect(site.calls).not.toContain('site.organization');
  });

  it('lists its tickets in the order they were raised, with both promises and the duty once', async () => {
    const from = NOW - 5 * DAY;
    const duty = (to: number) => [{ from, to, reasonCode: 'no-access' }];
    store(
      { issueId: '2', createdAt: from, duty: duty(from + HOUR) },
      { issueId: '2', createdAt: from, metric: 'resolution', stoppedAt: NOW - HOUR, duty: duty(from + DAY) },
      { issueId: '1', createdAt: from - DAY, metric: 'resolution', cycle: 1, stoppedAt: NOW - 3 * HOUR },
      { issueId: '1', createdAt: from - DAY, metric: 'resolution', cycle: 2, stoppedAt: NOW - 2 * HOUR },
    );
    await page();
    const answer = await viewOrganizationMonthTickets(site.ports, projectId, { ...asked, from: 0 });
    if (answer.kind !== 'ready') throw new Error('in the making');
    expect(answer.next).toBeNull();
    expect(answer.tickets).toMatchObject([
      { issueId: '1', key: 'SUP-1', response: null, resolutions: [{ outcome: 'met' }, { outcome: 'met' }], duty: [] },
      { issueId: '2', response: { outcome: 'met' }, resolutions: [{}], duty: duty(from + DAY) },
    ]);
  });
});

describe('the choices', () => {
  it('are the months with results and the present one, newest first', async () => {
    store({ issueId: '1', month: '2025-10' });
    expect(await reportChoices(site.ports)).toMatchObject({
      months: ['2025-12', '2025-10'],
      timeZone: 'America/Toronto',
      priorities: [{ key: 'P1' }, { key: 'P2' }, { key: 'P3' }, { key: 'P4' }],
    });
  });

  it('before the first publication are none', async () => {
    site.tracking = null;
    expect(await reportChoices(site.ports)).toMatchObject({ months: [], plans: [] });
  });
});

it('keeps ids, keys and times alone of what a report was asked for', async () => {
  store({ issueId: '1' });
  await report();
  const kept: JobRun | undefined = site.runs.get('report:2025-12');
  expect(Object.keys(kept?.task ?? {}).sort()).toEqual(
    ['from', 'kind', 'mark', 'month', 'pages', 'parts', 'reached', 'to'].sort(),
  );
});
