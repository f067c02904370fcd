/** The fields on the site's screens, through the real bundle: shown first, added as the admin, refused as Jira refuses. */
import type { AdminPageApi } from '../../src/contract/admin-page';
import { SCREEN_FIELDS } from '../../src/contract/set-up';
import { MINUTE } from '../../src/core/time/instant';
import { instant } from '../builders/ticket';
import { granted, startAppSite, type AppSite } from './app-site';

let site: AppSite;
let projectIds: string[];
let requestTypeId: string;
beforeEach(async () => {
  site = await startAppSite({ startAt: instant('2025-12-09T10:00 Toronto') - MINUTE, policy: null });
  const roles = { agent: [site.people.admin.accountId], administrator: [site.people.admin.accountId] };
  const bare = site.jira.addProject({ key: 'BARE', name: 'Bare', type: 'service_desk', hasAppFields: false, roles });
  requestTypeId = site.jira.addRequestType({ projectKey: 'BARE', name: 'Ask' }).id;
  const team = site.jira.addProject({
    key: 'TEAM',
    name: 'Team',
    type: 'software',
    managed: 'team',
    hasAppFields: false,
    roles,
  });
  projectIds = [bare.id, team.id];
}, 60_000);
afterEach(() => site.close());

async function ask<K extends 'fieldPlan' | 'addFields'>(
  key: K,
  payload: AdminPageApi[K]['request'],
): Promise<AdminPageApi[K]['response']> {
  return granted(await site.ask<AdminPageApi, K>('admin-page', site.people.admin, key, payload));
}
const writes = () => site.jira.calls().filter(({ method, path }) => method !== 'GET' && path.includes('/screens/'));

it('are shown before anything is changed: screens, what each is for, what it lacks; forms; projects done by hand', async () => {
  site.jira.resetCalls();
  const { projects } = await ask('fieldPlan', { projectIds });
  expect(projects).toMatchObject([
    {
      managed: 'company',
      screens: [
        { name: 'BARE: Create Work Item Screen', uses: ['create'], missing: ['impact', 'urgency'] },
        { name: 'BARE: View/Edit Work Item Screen', uses: ['edit', 'view'], missing: SCREEN_FIELDS },
      ],
      requestTypes: [{ name: 'Ask', missing: ['impact', 'urgency'] }],
    },
    {
      managed: 'team',
      screens: [],
      requestTypes: [],
      workTypes: [
        { name: 'Task', missing: ['impact', 'urgency'] },
        { name: 'Bug', missing: ['impact', 'urgency'] },
      ],
    },
  ]);
  expect(writes()).toEqual([]);
});

it('are added as the admin to the screens that were shown and chosen, and to no other; again changes nothing', async () => {
  const { projects } = await ask('fieldPlan', { projectIds });
  const [create, view] = projects[0]?.screens ?? [];
  const first = await ask('addFields', { projectIds, screenIds: [create?.screenId ?? ''] });
  expect(first.failed).toEqual([]);
  expect(first.plan.projects[0]?.screens.map(({ missing }) => missing.length)).toEqual([0, SCREEN_FIELDS.length]);
  const second = await ask('addFields', { projectIds, screenIds: [create?.screenId ?? '', view?.screenId ?? ''] });
  expect(second.plan.projects[0]?.screens.map(({ missing }) => missing.length)).toEqual([0, 0]);
  expect(writes().every(({ as, status }) => as === 'user' && status === 200)).toBe(true);
  expect(writes()).toHaveLength(2 + SCREEN_FIELDS.length);
  site.jira.resetCalls();
  await ask('addFields', { projectIds, screenIds: [create?.screenId ?? '', view?.screenId ?? ''] });
  expect(writes()).toEqual([]);
});

it('a screen that Jira does not change is told of, and the others go on', async () => {
  const { projects } = await ask('fieldPlan', { projectIds });
  const [create, view] = projects[0]?.screens ?? [];
  site.jira.failNext({ match: new RegExp(`^POST .*/screens/${create?.screenId ?? ''}/`), status: 400 });
  const done = await ask('addFields', { projectIds, screenIds: [create?.screenId ?? '', view?.screenId ?? ''] });
  expect(done.failed).toEqual([create?.screenId]);
  expect(done.plan.projects[0]?.screens.map(({ missing }) => missing.length)).toEqual([2, 0]);
});

it('a form counts once a project administrator put the fields there, which Jira allows once they are on the screen', async () => {
  const impact = { fieldId: 'impact', required: false };
  expect(() => site.jira.addFieldToRequestType(requestTypeId, impact)).toThrow('create screen');
  const { projects } = await ask('fieldPlan', { projectIds });
  await ask('addFields', { projectIds, screenIds: projects[0]?.screens.map(({ screenId }) => screenId) ?? [] });
  site.jira.addFieldToRequestType(requestTypeId, impact);
  const after = await ask('fieldPlan', { projectIds });
  expect(after.projects[0]?.requestTypes).toMatchObject([{ missing: ['urgency'] }]);
});

it('a work type counts once a project administrator put the fields there', async () => {
  for (const field of ['impact', 'urgency']) site.jira.addFieldToWorkType('TEAM', 'Bug', field);
  site.jira.addFieldToWorkType('TEAM', 'Task', 'impact');
  const after = await ask('fieldPlan', { projectIds });
  expect(after.projects[1]?.workTypes).toMatchObject([
    { name: 'Task', missing: ['urgency'] },
    { name: 'Bug', missing: [] },
  ]);
});

it('an admin who may create nothing in a project is told nothing of its work types, as themselves', async () => {
  const { accountId } = site.people.admin;
  const projectId = projectIds[1] ?? '';
  site.jira.setPermission({ accountId, permission: 'CREATE_ISSUES', projectId, granted: false });
  site.jira.resetCalls();
  expect((await ask('fieldPlan', { projectIds })).projects[1]).toMatchObject({ managed: 'team', workTypes: null });
  const asked = site.jira.calls().filter(({ path }) => path.includes('/createmeta/'));
  expect(asked.map(({ as, status }) => [as, status])).toEqual([['user', 400]]);
});

describe('the stand-in', () => {
  const person = (who: 'agent' | 'admin') => site.people[who];

  it('keeps screens from whoever does not administer Jira', async () => {
    const [screenId] = Object.keys(site.jira.state().screens);
    for (const path of [
      '/rest/api/3/screens',
      `/rest/api/3/screens/${screenId ?? ''}/tabs`,
      '/rest/api/3/screenscheme',
    ]) {
      expect((await site.rest(person('agent'), 'GET', path)).status).toBe(403);
      expect((await site.rest(person('admin'), 'GET', path)).status).toBe(200);
    }
  });

  it('refuses a field twice on one screen, a field that is none, and fields off the create screen', async () => {
    const [screen] = Object.values(site.jira.state().screens);
    const tab = `/rest/api/3/screens/${screen?.id ?? ''}/tabs/${screen?.tabs[0]?.id ?? ''}/fields`;
    for (const fieldId of ['summary', 'customfield_1']) {
      expect((await site.rest(person('admin'), 'POST', tab, { fieldId })).status).toBe(400);
    }
    const create = (key: string) =>
      site.rest(person('admin'), 'POST', '/rest/api/3/issue', {
        fields: {
          project: { key },
          issuetype: { name: 'Task' },
          summary: 'New',
          [site.jira.fieldId('impact')]: 'minor',
        },
      });
    expect((await create('SUP')).status).toBe(201);
    const refused = await create('BARE');
    expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('not on the appropriate screen')]);
  });
});
