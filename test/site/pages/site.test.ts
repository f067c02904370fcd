import { instantOfLocal } from '../../../src/core/time/zone';
import { createSite, type Site } from '../../sandbox/site';
import { visitor } from './visitor';

jest.setTimeout(60_000);

const toronto = (date: string, hours: number, minutes = 0): number =>
  instantOfLocal('America/Toronto', date, hours * 60 + minutes);

const failures: unknown[] = [];
let site: Site;
beforeAll(async () => {
  site = await createSite({ port: 0, runsByItself: false, onError: (error) => failures.push(error) });
});
afterAll(() => site.close());
afterEach(() => {
  expect(failures.splice(0)).toEqual([]);
  expect(site.world().stage.platform.takeFailures()).toEqual([]);
  expect(site.world().stage.jira.unknownRoutes()).toEqual([]);
});

/** A field of Cadran's on an issue, as the agent reads it from Jira. */
async function field(key: string, moduleKey: string): Promise<unknown> {
  const { jira } = site.world().stage;
  const { fields } = JSON.parse(
    (
      await jira.handle(
        {
          method: 'GET',
          path: `/rest/api/3/issue/${key}?fields=*all`,
          headers: {},
          body: '',
          identity: { kind: 'user', accountId: '557058:00000000-0000-4000-8000-000000000011' },
          scopes: null,
        },
        null,
      )
    ).body,
  ) as { fields: Record<string, unknown> };
  return fields[jira.fieldId(moduleKey)];
}

it('opens on Tuesday 9 December 2025, 10:00 in Toronto, with the figures of the seed on its doors', async () => {
  expect(site.clock.now() - toronto('2025-12-09', 10)).toBeLessThan(60_000);
  const { status, text } = await visitor(site.origin).get('/');
  expect(status).toBe(200);
  expect(text).toContain('11 open incidents, 1 breached, 3 near breach');
  expect(text).toContain('Hôpital Sainte-Rose, 3 open requests');
  expect(text).toContain('Cégep des Îles, 3 open requests, 1 waits for them');
  expect(text).toMatch(/\d+ points of the policy wait for a decision/);
});

it.each([
  ['en', 'Come in as', 'An administrator'],
  ['fr', 'Entrer comme', 'Une administratrice'],
])('speaks %s to a browser that prefers it', async (language, doors, admin) => {
  const { text } = await visitor(site.origin, language).get('/');
  expect(text).toContain(doors);
  expect(text).toContain(admin);
});

it('keeps the language and the theme that somebody chose', async () => {
  const somebody = visitor(site.origin);
  await somebody.post('/site/language', { to: 'fr', back: '/' });
  const { text } = await somebody.post('/site/theme', { to: 'dark', back: '/' });
  expect(text).toContain('Entrer comme');
  expect(text).toContain('data-color-mode="dark"');
});

it.each([
  ['agent', '/queue', 'In handling order'],
  ['admin', '/admin', 'data-module="admin-page"'],
  ['customer-plus', '/portal', 'Les affectations ne s’enregistrent plus'],
  ['customer-base', '/portal', 'Faute de frappe dans le courriel de rappel'],
  ['employee', '/portal', 'Question sur les statistiques de novembre'],
])('lets %s in at %s', async (person, path, words) => {
  const seen = await visitor(site.origin).get(`/as/${person}`);
  expect(seen).toMatchObject({ status: 200, path });
  expect(seen.text).toContain(words);
});

it('lists the queue in handling order: rank first, then the next due', async () => {
  const agent = visitor(site.origin);
  const { text } = await agent.get('/as/agent?to=/queue');
  const keys = [...text.matchAll(/data-key="(SUP-\d+)"/g)].map(([, key]) => key ?? '');
  const ranked = await Promise.all(
    keys.map(
      async (key) =>
        [
          (await field(key, 'handling-order')) as number | null,
          (await field(key, 'sla-next-due')) as string | null,
        ] as const,
    ),
  );
  const known = ranked.filter(([order]) => order !== null);
  const sorted = known.toSorted(
    ([a, dueA], [b, dueB]) => Number(a) - Number(b) || (dueA ?? '~').localeCompare(dueB ?? '~'),
  );
  expect(known).toHaveLength(11);
  expect(known).toEqual(sorted);
});

it.each([
  ['a customer', 'customer-plus', '/queue', 403],
  ['a customer', 'customer-plus', '/browse/SUP-1', 403],
  ['another organization’s customer', 'customer-base', '/portal/requests/SUP-14', 404],
  ['an employee without licence', 'employee', '/browse/SUP-13', 403],
])('shows %s (%s) nothing at %s that Jira keeps from them', async (_, person, path, status) => {
  const seen = await visitor(site.origin).get(`/as/${person}?to=${path}`);
  expect(seen.text).toContain('Not for this person');
  expect(seen.status).toBe(status);
  expect(seen.text).not.toContain('Faute de frappe');
});

it('asks who has not come in through a door to do so', async () => {
  expect(await visitor(site.origin).get('/queue')).toMatchObject({ status: 401 });
});

it.each([
  ['an unknown page', '/nowhere', 'There is no such page.'],
  ['an unknown person', '/as/nobody', 'Nobody here is called nobody.'],
])('says so of %s', async (_, path, sentence) => {
  const { status, text } = await visitor(site.origin).get(path);
  expect(status).toBe(404);
  expect(text).toContain(sentence);
});

it('leads nowhere outside the site', async () => {
  for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    expect((await visitor(site.origin).get(`/as/agent?to=${encodeURIComponent(to)}`)).path).toBe('/');
  }
});

it('takes no post from another site and answers to no other name', async () => {
  const foreign = await visitor(site.origin).post('/site/time', { to: 'day' }, { origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
});

it('carries a request from the portal to its promise, its flag and its answer', async () => {
  const customer = visitor(site.origin);
  await customer.get('/as/customer-plus');
  const typeId = /name="type" value="(\d+)"/.exec((await customer.get('/portal/new')).text)?.[1] ?? '';
  const { jira, platform } = site.world().stage;
  const sent = await customer.post('/portal/new', {
    type: typeId,
    summary: 'Rien ne va plus',
    [jira.fieldId('impact')]: 'extended',
    [jira.fieldId('urgency')]: 'critical',
  });
  const key = sent.path.split('/').at(-1) ?? '';
  const id = jira.issue(key)?.id ?? '';
  const created = jira.issue(key)?.created ?? 0;
  const row = () => platform.peekEntity('ticket').find((entry) => entry.key === id)?.value;

  expect(sent.path).toMatch(/^\/portal\/requests\/SUP-\d+$/);
  expect(await field(key, 'sla-status')).toBe('running');
  expect(await field(key, 'customer-plan')).toBe('PLUS');
  expect(Date.parse(String(await field(key, 'response-due'))) - created).toBe(30 * 60_000);
  expect(Date.parse(String(await field(key, 'resolution-due'))) - created).toBe(4 * 3_600_000);
  expect(jira.state().priorities[jira.issue(key)?.values['priority'] as string]?.name).toBe('P1');
  expect(row()).toMatchObject({ state: 'open', nextAt: created + 22.5 * 60_000 });

  await customer.post('/site/time', { to: 'next-threshold', back: '/' });
  expect(site.clock.now() - (created + 22.5 * 60_000)).toBeLessThan(2_000);
  expect(await field(key, 'sla-status')).toBe('near-breach');

  const agent = visitor(site.origin);
  await agent.get('/as/agent');
  await agent.post(`/browse/${key}/comment`, { text: 'Nous regardons.', kind: 'internal' });
  expect(await field(key, 'response-due')).not.toBeNull();
  await agent.post(`/browse/${key}/comment`, { text: 'Nous y sommes.', kind: 'public' });
  expect(await field(key, 'response-due')).toBeNull();
  expect((await customer.get(`/portal/requests/${key}`)).text).toContain('Nous y sommes.');
  expect((await customer.get(`/portal/requests/${key}`)).text).not.toContain('Nous regardons.');
});

it('refuses a request without a summary and keeps what was written', async () => {
  const customer = visitor(site.origin);
  const form = (await customer.get('/as/customer-plus?to=/portal/new')).text;
  const type = /name="type" value="(\d+)"/.exec(form)?.[1] ?? '';
  const { status, text } = await customer.post('/portal/new', { type, summary: ' ', description: 'Long <words>' });
  expect(status).toBe(400);
  expect(text).toContain('Say in one line what happens.');
  expect(text).toContain('Long &lt;words&gt;');
});

it('resumes a paused clock when the customer answers', async () => {
  const customer = visitor(site.origin);
  await customer.get('/as/customer-base');
  expect(await field('SUP-10', 'sla-status')).toBe('paused');
  await customer.post('/portal/requests/SUP-10/comment', { text: 'Le groupe 104.' });
  expect(await field('SUP-10', 'sla-status')).toBe('running');
});

it('never moves time backwards, and over a change of clocks arrives on the morning after', async () => {
  const before = site.clock.now();
  await visitor(site.origin).post('/site/time', { to: 'clock-change', back: '/' });
  expect(site.clock.now()).toBeGreaterThan(before);
  expect(site.clock.now() - toronto('2026-03-08', 10)).toBeLessThan(60_000);
});

it('starts over as it was at first', async () => {
  await visitor(site.origin).post('/site/start-over', {});
  expect(site.clock.now() - toronto('2025-12-09', 10)).toBeLessThan(60_000);
  expect((await visitor(site.origin).get('/')).text).toContain('11 open incidents, 1 breached, 3 near breach');
});
