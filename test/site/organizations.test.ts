/** Thousands of organizations through the real bundle: what the list, the search and an import cost, counted. */
import type { AdminPageApi, ImportLineRequest } from '../../src/contract/admin-page';
import { MINUTE, SECOND } from '../../src/core/time/instant';
import { instant } from '../builders/ticket';
import { granted, startAppSite, type AppSite } from './app-site';

const COUNT = 5_000;
/** With those that every test site has. */
const ALL = COUNT + 2;
const START = instant('2025-12-09T10:00 Toronto');

let site: AppSite;
beforeAll(async () => {
  site = await startAppSite({ startAt: START - MINUTE });
  for (let n = 1; n <= COUNT; n += 1) {
    site.jira.addOrganization({ name: `Organisation ${String(n).padStart(4, '0')}`, memberIds: [], projectKeys: [] });
  }
  await site.moveTo(START);
}, 60_000);
afterAll(() => site.close());

async function ask<K extends keyof AdminPageApi>(
  key: K,
  payload: AdminPageApi[K]['request'],
): Promise<AdminPageApi[K]['response']> {
  return granted(await site.ask<AdminPageApi, K>('admin-page', site.people.admin, key, payload));
}

/** Jira's calls and points and the store's units of a piece of work. */
async function counted<T>(work: () => Promise<T>) {
  await site.platform.settle();
  site.jira.resetCalls();
  const before = site.platform.counters();
  const value = await work();
  const after = site.platform.counters();
  const grown = (name: string): number => (after[name] ?? 0) - (before[name] ?? 0);
  const calls = site.jira.calls();
  return {
    value,
    lists: calls.filter(({ path }) => path.startsWith('/rest/servicedeskapi/organization?')).length,
    calls: calls.length,
    points: calls.reduce((sum, { points }) => sum + points, 0),
    reads: grown('storage.reads'),
    writes: grown('storage.writes'),
  };
}

async function names(): Promise<readonly { id: string; name: string }[]> {
  const all: { id: string; name: string }[] = [];
  for (let start: number | null = 0; start !== null;) {
    // Jira takes 100 calls a second of one kind; ten pages at once take their time on a real site.
    await site.moveTo(site.clock.now() + SECOND);
    const page: AdminPageApi['organizationNames']['response'] = await ask('organizationNames', { start });
    all.push(...page.organizations);
    start = page.next;
  }
  return all;
}

async function assignments(): Promise<number> {
  let count = 0;
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page: AdminPageApi['assignments']['response'] = await ask('assignments', { after });
    count += page.assignments.length;
    after = page.next;
  }
  return count;
}

it('the first rows take one page of Jira’s list', async () => {
  const first = await counted(() => ask('organizations', { start: 0 }));
  expect(first.value.organizations).toHaveLength(50);
  expect([first.lists, first.calls]).toEqual([1, 2]);
  expect(first.reads).toBeLessThanOrEqual(60);
});

it('an import of 5,000 plans is applied within the store’s limits, and stored in as many rows', async () => {
  const organizations = (await names()).slice(0, COUNT);
  const lines = organizations.map(({ id }, index): ImportLineRequest => ({
    line: index + 2,
    organizationId: id,
    plan: 'PLUS',
    from: '2025-01-01',
    to: null,
    calendar: null,
  }));
  const applied = await counted(async () => {
    let importId: string | null = null;
    for (let part = 0; part < 10; part += 1) {
      const kept: { importId: string } = await ask('uploadImport', {
        importId,
        part,
        lines: lines.slice(part * 500, (part + 1) * 500),
      });
      importId = kept.importId;
    }
    await ask('startImport', { importId: importId ?? '', parts: 10 });
    await site.moveTo(site.clock.now() + 3 * MINUTE);
    return ask('importStatus', {});
  });
  expect(applied.value).toMatchObject({
    progress: { state: 'finished', done: COUNT },
    counts: { written: COUNT, same: 0, refused: 0 },
  });
  expect(site.platform.takeFailures()).toEqual([]);
  const rows = site.platform.peekEntity('assignment');
  expect(rows).toHaveLength(COUNT);
  expect(Math.max(...rows.map((row) => Buffer.byteLength(JSON.stringify(row))))).toBeLessThan(400);
  // A write for each line, and some for the parts and the job's own record.
  expect(applied.writes).toBeLessThan(COUNT + 300);
}, 120_000);

it('the whole list with its plans takes a call for each fifty and a read for each hundred', async () => {
  const whole = await counted(async () => [(await names()).length, await assignments()]);
  expect(whole.value).toEqual([ALL, COUNT]);
  expect(whole.lists).toBeLessThanOrEqual(120);
  expect(whole.points).toBeLessThanOrEqual(5_200);
  expect(whole.reads).toBeLessThanOrEqual(200);
}, 60_000);

it('no name of an organization is stored', () => {
  const stored = JSON.stringify([
    site.platform.peekValues(),
    site.platform.peekEntity('assignment'),
    site.platform.peekEntity('job-run'),
  ]);
  expect(stored).not.toContain('Organisation 0001');
});
