/** Bad input through the real bundle: a clear code, nothing written, and the next good event works as if nothing were. */
import type { AdminPageApi } from '../../src/contract/admin-page';
import type { AgentPanelApi } from '../../src/contract/agent-panel';
import { MINUTE } from '../../src/core/time/instant';
import { instant } from '../builders/ticket';
import { granted, startAppSite, type AppSite } from './app-site';

const START = instant('2025-12-09T10:00 Toronto');
let site: AppSite;
let key: string;
beforeAll(async () => {
  site = await startAppSite({ startAt: START - MINUTE });
  await site.moveTo(START);
  ({ key } = await site.raise(site.people.customer, 'Panne', { impact: 'minor', urgency: 'low' }));
  await site.moveTo(START + MINUTE);
}, 60_000);
afterAll(() => site.close());

const stored = (): string =>
  JSON.stringify([
    site.platform.peekValues(),
    site.platform.peekEntity('ticket'),
    site.platform.peekEntity('assignment'),
  ]);
const writes = () => site.jira.calls().filter(({ method, functionKey }) => method !== 'GET' && functionKey !== null);

async function leavesAllAsItWas(act: () => Promise<void>): Promise<void> {
  const before = stored();
  site.jira.resetCalls();
  await act();
  await site.platform.settle();
  expect(writes()).toEqual([]);
  expect(stored()).toBe(before);
  expect(site.platform.takeFailures()).toEqual([]);
}

it('an unknown level is refused with its place', () =>
  leavesAllAsItWas(async () => {
    const answer = await site.ask<AgentPanelApi, 'setLevels'>(
      'agent-panel',
      site.people.agent,
      'setLevels',
      { impact: 'enormous', urgency: 'low' },
      { issueKey: key },
    );
    expect(answer).toEqual({
      ok: false,
      code: 'invalid-input',
      problems: [{ code: 'unknown-level', path: 'impact', values: { level: 'enormous' } }],
    });
  }));

it('a policy with a hole is refused, and the one in force stays', () =>
  leavesAllAsItWas(async () => {
    const { document, published } = granted(
      await site.ask<AdminPageApi, 'view'>('admin-page', site.people.admin, 'view', {}),
    );
    const { extended: _hole, ...matrix } = document.matrix;
    const answer = await site.ask<AdminPageApi, 'publish'>('admin-page', site.people.admin, 'publish', {
      document: { ...document, matrix },
      baseVersion: published?.version ?? null,
      adopt: 'new-tickets',
    });
    expect(answer).toMatchObject({ ok: false, code: 'invalid-input' });
    expect(answer.ok ? [] : answer.problems).not.toEqual([]);
  }));

it.each([
  ['no issue', { eventType: 'avi:jira:updated:issue', selfGenerated: false }],
  ['an issue without id', { eventType: 'avi:jira:updated:issue', selfGenerated: false, issue: { key: 'SUP-1' } }],
  [
    'fields of another shape',
    { eventType: 'avi:jira:updated:issue', selfGenerated: false, issue: { id: '1', fields: 'none' } },
  ],
])('an event with %s is logged and left', (_case, event) =>
  leavesAllAsItWas(async () => {
    site.platform.deliver(event);
    await site.platform.settle();
    expect(site.platform.logs().some(({ text }) => text.includes('malformed-event'))).toBe(true);
  }),
);

it('an event with nothing but the issue’s id is enough', async () => {
  const path = `/rest/api/3/issue/${key}`;
  site.jira.configure({ events: { drop: () => true } });
  await site.rest(site.people.agent, 'PUT', path, { fields: { [site.jira.fieldId('urgency')]: 'critical' } });
  site.jira.configure({ events: { drop: null } });
  site.platform.deliver({
    eventType: 'avi:jira:updated:issue',
    selfGenerated: false,
    issue: { id: site.jira.issue(key)?.id },
  });
  await site.platform.settle();
  expect(await site.fields(key)).toMatchObject({ priority: '3' });
});

it('a level that no policy knows, written past the app, counts as unset and harms nothing', async () => {
  const path = `/rest/api/3/issue/${key}`;
  await site.rest(site.people.agent, 'PUT', path, { fields: { [site.jira.fieldId('impact')]: 'enormous' } });
  await site.platform.settle();
  expect(site.platform.takeFailures()).toEqual([]);
  const view = granted(
    await site.ask<AgentPanelApi, 'view'>('agent-panel', site.people.agent, 'view', {}, { issueKey: key }),
  );
  expect(view).toMatchObject({ state: 'tracked', priority: { derived: null, source: 'jira' } });
});

it('asks no route that the stand-in does not know', () => {
  expect(site.jira.unknownRoutes()).toEqual([]);
});
