/** createmeta, as the cloud answers it: to whom, in which pages, and by how a project is managed. */
import { aSite, at, type ASite } from './a-site';

const TYPES = '/rest/api/3/issue/createmeta/TEAM/issuetypes';
const BUG = '10013';

let site: ASite;
beforeEach(() => {
  site = aSite();
  const roles = { agent: [site.people.agent], viewer: [site.people.admin] };
  site.jira.addProject({ key: 'TEAM', name: 'Team', type: 'software', managed: 'team', hasAppFields: false, roles });
});

const fieldIds = async (path = `${TYPES}/${BUG}`) => at((await site.ask('GET', path)).body, 'fields.*.fieldId');

it('lists the work types of a project, by its key or its id', async () => {
  const { body } = await site.ask('GET', TYPES);
  expect(body).toEqual({
    startAt: 0,
    maxResults: 50,
    total: 2,
    issueTypes: [expect.objectContaining({ name: 'Task' }), expect.objectContaining({ id: BUG, name: 'Bug' })],
  });
  const project = Object.values(site.jira.state().projects).find(({ key }) => key === 'TEAM');
  expect((await site.ask('GET', TYPES.replace('TEAM', project?.id ?? ''))).body).toEqual(body);
});

it('gives pages of the size asked, 200 at most', async () => {
  const { body } = await site.ask('GET', `${TYPES}?startAt=1&maxResults=1`);
  expect(body).toMatchObject({ startAt: 1, maxResults: 1, total: 2, issueTypes: [{ name: 'Bug' }] });
  const all = (await fieldIds()) as readonly string[];
  expect(await fieldIds(`${TYPES}/${BUG}?startAt=2&maxResults=1`)).toEqual([all[2]]);
  expect((await site.ask('GET', `${TYPES}?maxResults=1000`)).body).toMatchObject({ maxResults: 200 });
});

it('asks for a field of an app on the work type that somebody added it to', async () => {
  const impact = site.jira.fieldId('impact');
  expect(await fieldIds()).toEqual(expect.arrayContaining(['summary', 'project', 'issuetype', 'priority']));
  expect(await fieldIds()).not.toContain(impact);
  site.jira.addFieldToWorkType('TEAM', 'Bug', 'impact');
  expect(await fieldIds()).toContain(impact);
  expect(await fieldIds(`${TYPES}/10012`)).not.toContain(impact);
});

it('asks for nothing that cannot be set: read-only fields, statuses, comments', async () => {
  site.jira.addFieldToWorkType('TEAM', 'Bug', 'sla-status');
  const asked = await fieldIds();
  for (const id of [site.jira.fieldId('sla-status'), 'status', 'comment', 'created']) expect(asked).not.toContain(id);
});

it('goes by the create screen where a company manages the project', async () => {
  const incident = '/rest/api/3/issue/createmeta/SUP/issuetypes/10001';
  const impact = site.jira.fieldId('impact');
  expect(await fieldIds(incident)).toContain(impact);
  const { screens } = site.project;
  const [tab] = site.jira.state().screens[screens?.create ?? '']?.tabs ?? [];
  tab?.fieldIds.splice(tab.fieldIds.indexOf(impact), 1);
  expect(await fieldIds(incident)).not.toContain(impact);
});

it.each<[string, keyof ASite['people'], string, number]>([
  ['somebody who may look but not create', 'admin', TYPES, 400],
  ['somebody outside the project', 'other', TYPES, 400],
  ['a portal customer', 'customer', TYPES, 403],
  ['an unknown project', 'agent', TYPES.replace('TEAM', 'NONE'), 400],
  ['a work type that the project has not', 'agent', `${TYPES}/10001`, 400],
])('refuses %s', async (_, person, path, status) => {
  expect((await site.ask('GET', path, { as: site.people[person] })).status).toBe(status);
});

it('takes the field on that work type alone when an issue is created', async () => {
  site.jira.addFieldToWorkType('TEAM', 'Bug', 'impact');
  const create = (name: string) =>
    site.ask('POST', '/rest/api/3/issue', {
      body: {
        fields: {
          project: { key: 'TEAM' },
          issuetype: { name },
          summary: 'New',
          [site.jira.fieldId('impact')]: 'minor',
        },
      },
    });
  expect((await create('Bug')).status).toBe(201);
  expect((await create('Task')).status).toBe(400);
});
