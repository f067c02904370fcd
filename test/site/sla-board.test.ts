/** The board's resolver on a whole site: what Jira lists for the person who asks, in how many calls. */
import type { BoardFilter, BoardOrder, SlaBoardApi } from '../../src/contract/sla-board';
import type { AdminPageApi } from '../../src/contract/admin-page';
import { DAY } from '../../src/core/time/instant';
import { seedManyIncidents } from '../sandbox/seed/many-incidents';
import { instant } from '../builders/ticket';
import { granted, startAppSite, type AppSite, type Person } from './app-site';

jest.setTimeout(120_000);

const NOW = instant('2025-12-09T10:00 Toronto');
const OPEN: BoardFilter = { state: null, priority: null, plan: null, organizationId: null, assignee: null, search: '' };
const MANY = 5_000;

let site: AppSite;
const ask = async <Key extends keyof SlaBoardApi>(
  key: Key,
  payload: SlaBoardApi[Key]['request'],
  person: Person = site.people.agent,
): Promise<SlaBoardApi[Key]['response']> =>
  granted(await site.ask<SlaBoardApi, Key>('sla-board', person, key, payload));
const list = async (filter: Partial<BoardFilter> = {}, order: BoardOrder = 'handling', page: string | null = null) =>
  ask('incidents', { filter: { ...OPEN, ...filter }, order, page });

describe('before anything is set up', () => {
  it('says that no policy is published, and lists nothing', async () => {
    const bare = await startAppSite({ startAt: NOW, policy: null });
    expect(granted(await bare.ask<SlaBoardApi, 'view'>('sla-board', bare.people.agent, 'view', {}))).toEqual({
      state: 'not-configured',
    });
    const refused = await bare.ask<SlaBoardApi, 'incidents'>('sla-board', bare.people.agent, 'incidents', {
      filter: OPEN,
      order: 'handling',
      page: null,
    });
    expect(refused).toEqual({ ok: false, code: 'refused' });
    await bare.close();
  });

  it('says that the policy leaves the project out', async () => {
    const out = await startAppSite({ startAt: NOW, policy: (proposed) => ({ ...proposed, scope: [] }) });
    const view = granted(await out.ask<SlaBoardApi, 'view'>('sla-board', out.people.agent, 'view', {}));
    expect(view).toEqual({ state: 'out-of-scope' });
    await out.close();
  });
});

describe(`a project of ${String(MANY)} open incidents`, () => {
  beforeAll(async () => {
    // The clock stands still, so a burst would never be over.
    site = await startAppSite({ startAt: NOW, jira: { limits: { burst: false } } });
    const policy = granted(await site.ask<AdminPageApi, 'view'>('admin-page', site.people.admin, 'view', {}));
    seedManyIncidents(site, policy, {
      projectKey: 'SUP',
      requestTypeId: site.requestTypeId,
      reporterId: site.people.customer.accountId,
      organizationIds: [site.organizations.sainteRose, site.organizations.nord],
      assigneeIds: [site.people.agent.accountId, site.people.admin.accountId],
      count: MANY,
      now: NOW,
    });
  });
  afterAll(() => site.close());

  it('gives fifty rows in one search, whichever page', async () => {
    const first = await list();
    site.jira.resetCalls();
    const second = await list({}, 'handling', first.next);
    expect(second.incidents).toHaveLength(50);
    expect(site.jira.calls().map(({ path, as }) => [path.split('?')[0], as])).toEqual([
      ['/rest/api/3/mypermissions', 'user'],
      ['/rest/api/3/search/jql', 'user'],
    ]);
    expect(second.incidents.map(({ issueKey }) => issueKey)).not.toContain(first.incidents[0]?.issueKey);
  });

  it('lists each of them once, in handling order, then by the next due time', async () => {
    const keys = new Set<string>();
    let last: readonly [string, number] = ['', 0];
    for (let page: string | null = null, more = true; more;) {
      const { incidents, next }: Awaited<ReturnType<typeof list>> = await list({}, 'handling', page);
      for (const { issueKey, priority, clock } of incidents) {
        const here = [priority ?? '~', clock?.due ?? Infinity] as const;
        expect(here[0] >= last[0]).toBe(true);
        last = here;
        keys.add(issueKey);
      }
      page = next;
      more = next !== null;
    }
    expect(keys.size).toBe(MANY);
  });

  it('shows what breaks first when asked to', async () => {
    const due = (await list({}, 'breach')).incidents.map(({ clock }) => clock?.due ?? Infinity);
    expect(due).toEqual(due.toSorted((a, b) => a - b));
  });

  it.each<[string, Partial<BoardFilter>, (row: Awaited<ReturnType<typeof list>>['incidents'][number]) => unknown]>([
    ['plan', { plan: 'PLUS' }, ({ plan }) => plan === 'PLUS'],
    ['priority', { priority: 'P2' }, ({ priority }) => priority === 'P2'],
    ['state', { state: 'breached' }, ({ state }) => state === 'breached'],
    ['assignee', { assignee: 'me' }, ({ assignee }) => assignee === 'Agathe Agent'],
    ['nobody', { assignee: 'nobody' }, ({ assignee }) => assignee === null],
    ['words', { search: 'export stops' }, ({ summary }) => summary.startsWith('Export stops')],
    ['key', { search: 'sup-7' }, ({ issueKey }) => issueKey === 'SUP-7'],
  ])('filters by %s', async (_name, filter, holds) => {
    const { incidents } = await list(filter);
    expect(incidents.length).toBeGreaterThan(0);
    expect(incidents.filter((row) => holds(row) !== true)).toEqual([]);
  });

  it('filters by organization', async () => {
    const { incidents } = await list({ organizationId: site.organizations.nord });
    expect(new Set(incidents.flatMap(({ organizations }) => organizations))).toEqual(new Set(['Cégep du Nord']));
  });

  it.each<[string, Partial<BoardFilter>]>([
    ['a key that is not there', { search: 'SUP-99999' }],
    ['an organization that is gone', { organizationId: '987654321' }],
    ['a person who is gone', { assignee: '557058:gone' }],
    ['a priority that the policy has not', { priority: 'P9' }],
  ])('finds nothing for %s, and says no more', async (_case, filter) => {
    expect((await list(filter)).incidents).toEqual([]);
    expect((await ask('outlook', { filter: { ...OPEN, ...filter } })).deadlines).toEqual([]);
  });

  it('starts over from the first page where a page is gone', async () => {
    const { incidents, next } = await list({}, 'handling', 'not-a-token');
    expect([incidents, next]).toEqual([[], null]);
  });

  it('counts what is left in the goal’s own working time', async () => {
    const { at, incidents } = await list({ plan: 'PLUS', priority: 'P1', state: 'running' }, 'breach');
    // Around the clock, working time is time.
    for (const { clock } of incidents) expect(clock?.remaining).toBe((clock?.due ?? 0) - at);
  });

  it('counts every state, and draws no deadline beyond the day or what one page holds', async () => {
    site.jira.resetCalls();
    const { at, counts, deadlines, completeUntil } = await ask('outlook', { filter: OPEN });
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(MANY);
    expect(deadlines.length).toBeGreaterThan(0);
    expect(deadlines.length).toBeLessThanOrEqual(200);
    expect(deadlines.every(({ due }) => due >= at && due <= completeUntil && completeUntil <= at + DAY)).toBe(true);
    expect(site.jira.calls()).toHaveLength(1 + 2 + 5);
  });

  it('offers the project’s organizations, and the people who can be given its tickets', async () => {
    const { organizations, assignees } = await ask('choices', {});
    expect(organizations.map(({ name }) => name)).toEqual(['Hôpital Sainte-Rose', 'Cégep du Nord']);
    expect(assignees.map(({ name }) => name)).toEqual(['Agathe Agent', 'Alex Admin']);
  });

  it('never lists a ticket that its security level keeps from who asks', async () => {
    site.jira.setIssueSecurity('SUP-7', [site.people.admin.accountId]);
    expect((await list({ search: 'SUP-7' })).incidents).toEqual([]);
    const admin = await ask(
      'incidents',
      { filter: { ...OPEN, search: 'SUP-7' }, order: 'handling', page: null },
      site.people.admin,
    );
    expect(admin.incidents.map(({ issueKey }) => issueKey)).toEqual(['SUP-7']);
    site.jira.setIssueSecurity('SUP-7', null);
  });

  it.each([
    ['a filter that is none', { filter: { ...OPEN, state: 'met' } }],
    ['an organization that is a query', { filter: { ...OPEN, organizationId: '1) OR (project = DEV' } }],
    ['a search without end', { filter: { ...OPEN, search: 'x'.repeat(10_000) } }],
  ])('refuses %s', async (_case, payload) => {
    const answer = await site.ask('sla-board', site.people.agent, 'incidents', {
      order: 'handling',
      page: null,
      ...payload,
    });
    expect(answer).toMatchObject({ ok: false, code: 'invalid-input' });
  });
});
