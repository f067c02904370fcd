import type { ProductEvent } from '../../sandbox/seam';
import type { ASite } from './a-site';
import { aSite, at, ENVIRONMENT, START } from './a-site';

let site: ASite;
let key: string;
let id: number;
beforeEach(() => {
  site = aSite();
  ({ key } = site.anIssue());
  id = Number(site.jira.issue(key)?.id);
});

const SCOPES = ['read:jira-work'];
const write = (moduleKey: string, value: unknown, query = '', asked: { as?: string; scopes?: string[] | null } = {}) =>
  site.ask('PUT', `/rest/api/3/app/field/${site.jira.fieldId(moduleKey)}/value?${query}`, {
    as: 'app',
    scopes: SCOPES,
    ...asked,
    body: { updates: [{ issueIds: [id], value }] },
  });
const read = async (moduleKey: string) =>
  at((await site.ask('GET', `/rest/api/3/issue/${key}`)).body, `fields.${site.jira.fieldId(moduleKey)}`);

describe('the app’s fields', () => {
  it('are found by schema.custom, which names the app, the environment and the module', async () => {
    const { body } = await site.ask('GET', '/rest/api/3/field');
    const field = (body as { id: string }[]).find((candidate) => candidate.id === site.jira.fieldId('impact'));
    expect(field).toMatchObject({
      custom: true,
      schema: {
        type: 'string',
        custom: `ari:cloud:ecosystem::extension/11111111-1111-4111-8111-111111111111/${ENVIRONMENT}/static/impact`,
      },
    });
  });

  it.each([
    ['sla-status', 'breached', 'breached'],
    ['handling-order', 12, 12],
    ['renewal', '2026-01-31', '2026-01-31'],
    ['sla-next-due', '2025-12-09T11:00:00.000-0500', '2025-12-09T16:00:00.000+0000'],
    ['sla-next-due', '2025-12-09T16:00:00Z', '2025-12-09T16:00:00.000+0000'],
    ['sla-status', null, null],
  ])('%s takes %j and shows %j', async (moduleKey, value, shown) => {
    expect((await write(moduleKey, value)).status).toBe(204);
    expect(await read(moduleKey)).toBe(shown);
  });

  it.each([
    ['sla-status', 'a number', 4],
    ['handling-order', 'a text', '12'],
    ['renewal', 'a day that does not exist', '2026-02-30'],
    ['renewal', 'a day in another form', '31/01/2026'],
    ['sla-next-due', 'a time without offset', '2025-12-09T11:00:00'],
    ['sla-next-due', 'a number', 1765297800000],
    ['sla-status', '32,768 characters', 'x'.repeat(32_768)],
  ])('%s refuses %s', async (moduleKey, _what, value) => {
    expect((await write(moduleKey, value)).status).toBe(400);
    expect(await read(moduleKey)).toBeNull();
  });

  it.each([
    ['a person', 'agent' as const, SCOPES, 403],
    ['another app, or a page', 'app' as const, null, 403],
    ['the app', 'app' as const, SCOPES, 204],
  ])('are written by %s: %s', async (_who, as, scopes, status) => {
    const account = as === 'app' ? 'app' : site.people[as];
    expect((await write('sla-status', 'met', '', { as: account, scopes })).status).toBe(status);
  });

  it('of Jira and of JSM are not the app’s to write so', async () => {
    const body = { updates: [{ issueIds: [id], value: 'x' }] };
    const answer = await site.ask('PUT', '/rest/api/3/app/field/customfield_10002/value', {
      as: 'app',
      scopes: SCOPES,
      body,
    });
    expect(answer.status).toBe(403);
  });

  it.each([
    ['', 1, 1, START + 1000],
    ['generateChangelog=false', 0, 1, START],
    ['generateAppEvents=false', 1, 0, START + 1000],
    ['generateChangelog=false&generateAppEvents=false', 0, 0, START],
  ])('written with "%s" leave %i histories, %i events, updated %i', async (query, histories, events, updated) => {
    const raised: ProductEvent[] = [];
    site.jira.onEvent((event) => raised.push(event));
    site.clock.set(START + 1000);
    await write('sla-status', 'breached', query);
    const issue = site.jira.issue(key);
    expect([issue?.histories.length, raised.length, issue?.updated]).toEqual([histories, events, updated]);
  });

  it('several at once make one history an issue, and a wrong one among them writes none', async () => {
    const update = (moduleKey: string, value: unknown) => ({
      customField: site.jira.fieldId(moduleKey),
      issueIds: [id],
      value,
    });
    const post = (updates: unknown[]) =>
      site.ask('POST', '/rest/api/3/app/field/value', { as: 'app', scopes: [], body: { updates } });
    expect((await post([update('sla-status', 'met'), update('handling-order', 'x')])).status).toBe(400);
    expect(site.jira.issue(key)?.histories).toHaveLength(0);
    expect((await post([update('sla-status', 'met'), update('handling-order', 3)])).status).toBe(204);
    expect(at(site.jira.issue(key)?.histories, '*.items.length')).toEqual([2]);
  });
});
