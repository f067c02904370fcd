import type { ASite } from './a-site';
import { APP, APP_FIELDS, aSite, at, ENVIRONMENT, START, stillClock } from './a-site';
import { createJira } from '../../sandbox/jira/create-jira';

let site: ASite;
beforeEach(() => {
  site = aSite();
});

const get = async (path: string, as = site.people.admin) => (await site.ask('GET', path, { as })).body;

describe('what an app reads to set itself up', () => {
  it('priorities in the site’s order, and by the scheme of a project', async () => {
    const urgent = site.jira.addPriority({ name: 'P1' });
    const scheme = site.jira.addPriorityScheme({
      name: 'Short',
      priorityIds: [urgent.id, '3'],
      defaultPriorityId: '3',
    });
    const project = site.jira.addProject({
      key: 'NEW',
      name: 'New',
      type: 'service_desk',
      prioritySchemeId: scheme.id,
    });
    expect(at(await get('/rest/api/3/priority'), '*.name')).toEqual([
      'Highest',
      'High',
      'Medium',
      'Low',
      'Lowest',
      'P1',
    ]);
    expect(at(await get(`/rest/api/3/priority/search?projectId=${project.id}`), 'values.*.name')).toEqual([
      'Medium',
      'P1',
    ]);
    expect(at(await get('/rest/api/3/priority/search?priorityName=low'), 'values.*.id')).toEqual(['4', '5']);
    expect(at(await get(`/rest/api/3/priorityscheme/${scheme.id}/priorities`), 'values.*.name')).toEqual([
      'P1',
      'Medium',
    ]);
  });

  it('statuses with their categories, in both of Jira’s spellings', async () => {
    const [statuses, search] = [
      await get('/rest/api/3/status'),
      await get('/rest/api/3/statuses/search?statusCategory=DONE'),
    ];
    expect(statuses).toContainEqual(
      expect.objectContaining({
        name: 'Escalated',
        statusCategory: expect.objectContaining({ key: 'indeterminate', id: 4 }) as unknown,
      }),
    );
    expect(at(search, 'values.*.statusCategory')).toEqual(['DONE', 'DONE', 'DONE', 'DONE']);
  });

  it('projects that the caller may browse', async () => {
    site.jira.addProject({ key: 'DEV', name: 'Development', type: 'software', roles: { viewer: [site.people.other] } });
    const keys = async (as: string, query = '') =>
      at(await get(`/rest/api/3/project/search?${query}`, as), 'values.*.key');
    expect(await keys(site.people.agent)).toEqual(['SUP']);
    expect(await keys(site.people.other)).toEqual(['DEV']);
    expect(await keys('app')).toEqual(['DEV', 'SUP']);
    expect(await keys('app', 'typeKey=service_desk')).toEqual(['SUP']);
    expect((await site.ask('GET', '/rest/api/3/project/SUP', { as: site.people.other })).status).toBe(404);
    expect(await get('/rest/api/3/project/SUP')).toMatchObject({
      projectTypeKey: 'service_desk',
      issueTypes: expect.any(Array) as unknown,
    });
  });

  it('people with locale and time zone, never with an address but one’s own', async () => {
    expect(await get(`/rest/api/3/user?accountId=${site.people.customer}`)).toMatchObject({
      accountType: 'customer',
      locale: 'fr_CA',
    });
    expect(at(await get('/rest/api/3/myself', site.people.agent), 'timeZone')).toBe('UTC');
    expect((await site.ask('GET', '/rest/api/3/user?accountId=nobody')).status).toBe(404);
  });

  it('fields by their names in the site’s language, and by schema.custom in any', async () => {
    const korean = aSite({ siteLanguage: 'ko' });
    const { body } = await korean.ask('GET', '/rest/api/3/field/search?type=custom&query=기관');
    expect(at(body, 'values.*.schema.custom')).toEqual(['com.atlassian.servicedesk:sd-customer-organizations']);
  });

  it('JSM’s own Impact as a select list, with its options', async () => {
    const field = site.jira.addSelectField({
      name: 'Impact',
      options: ['Extensive / Widespread', 'Minor / Localized'],
    });
    const { key } = site.anIssue();
    const put = (value: unknown) =>
      site.ask('PUT', `/rest/api/3/issue/${key}`, { body: { fields: { [field.id]: value } } });
    expect((await put({ value: 'Nothing' })).status).toBe(400);
    expect((await put({ value: 'Minor / Localized' })).status).toBe(204);
    expect(at(await get(`/rest/api/3/issue/${key}`), `fields.${field.id}`)).toMatchObject({
      value: 'Minor / Localized',
    });
    expect(at(await get(`/rest/api/3/issue/${key}/editmeta`), `fields.${field.id}.allowedValues.*.value`)).toEqual([
      'Extensive / Widespread',
      'Minor / Localized',
    ]);
  });
});

describe('editmeta', () => {
  it('has what a person may edit, without read-only app fields', async () => {
    const { key } = site.anIssue();
    const fields = Object.keys(at(await get(`/rest/api/3/issue/${key}/editmeta`), 'fields') as object);
    expect(fields).toEqual(
      expect.arrayContaining(['summary', 'priority', 'customfield_10002', site.jira.fieldId('impact')]),
    );
    expect(fields).not.toContain(site.jira.fieldId('sla-status'));
    expect(fields).not.toContain('status');
  });
});

describe('notify', () => {
  const notify = (key: string, body: unknown) =>
    site.ask('POST', `/rest/api/3/issue/${key}/notify`, { as: 'app', body });

  it('sends to the assignee, or to the members of a group who may browse the issue', async () => {
    const { key } = site.anIssue();
    site.jira.seedStep(key, {
      kind: 'edit',
      at: START,
      by: site.people.agent,
      fields: { assignee: { accountId: site.people.agent } },
    });
    expect((await notify(key, { subject: 'Due', textBody: 'Soon', to: { assignee: true } })).status).toBe(204);
    expect((await notify(key, { subject: 'Due', to: { groups: [{ name: 'support' }] } })).status).toBe(204);
    expect(at(site.jira.notifications(), '*.recipientIds')).toEqual([[site.people.agent], [site.people.agent]]);
  });

  it.each([
    ['nobody named', {}],
    ['no assignee', { to: { assignee: true } }],
    ['a group without members', { to: { groups: [{ name: 'ghosts' }] } }],
  ])('refuses %s', async (_what, body) => {
    expect((await notify(site.anIssue().key, body)).status).toBe(400);
    expect(site.jira.notifications()).toEqual([]);
  });
});

describe('a restart', () => {
  it('finds the site as it was, and gives no id twice', async () => {
    const { key, id } = site.anIssue();
    await site.ask('PUT', `/rest/api/3/issue/${key}`, { body: { fields: { priority: { id: '1' } } } });
    const state = JSON.parse(JSON.stringify(site.jira.dump())) as unknown;
    const again = createJira({
      clock: stillClock(),
      fields: APP_FIELDS,
      appId: APP,
      environmentId: ENVIRONMENT,
      state,
    });
    expect(again.dump()).toEqual(state);
    expect(again.issue(key)).toEqual(site.jira.issue(key));
    const next = again.seedIssue({
      projectKey: 'SUP',
      summary: 'Next',
      reporterId: site.people.customer,
      created: START,
    });
    expect([next.key, Number(next.id) > Number(id)]).toEqual(['SUP-2', true]);
  });

  it('gives a dump that later writes do not change', () => {
    const before = site.jira.dump();
    const copy = structuredClone(before);
    site.anIssue();
    expect(before).toEqual(copy);
  });

  it('keeps the ids of app fields when the manifest gains one among them', () => {
    const before = APP_FIELDS.map(({ moduleKey }) => site.jira.fieldId(moduleKey));
    const fields = [{ moduleKey: 'plan', name: 'Customer plan', type: 'string', readOnly: true }, ...APP_FIELDS];
    const state = site.jira.dump();
    const again = createJira({ clock: stillClock(), fields, appId: APP, environmentId: ENVIRONMENT, state });
    expect(APP_FIELDS.map(({ moduleKey }) => again.fieldId(moduleKey))).toEqual(before);
    expect(before).not.toContain(again.fieldId('plan'));
  });
});

describe('seeds', () => {
  it('take an issue through its past at the times told', () => {
    const { agent, customer } = site.people;
    const issue = site.jira.seedIssue({
      projectKey: 'SUP',
      summary: 'Old',
      reporterId: customer,
      created: START - 10_000,
      fields: { impact: 'minor', 'sla-status': 'running' },
      steps: [
        { kind: 'comment', at: START - 9000, by: agent, text: 'Looking' },
        { kind: 'transition', at: START - 8000, by: agent, to: 'Waiting for customer' },
        {
          kind: 'edit',
          at: START - 7000,
          by: site.jira.appAccountId(),
          fields: { priority: { id: '1' } },
          historyMetadata: { type: 'cadran' },
        },
      ],
    });
    expect(issue).toMatchObject({ created: START - 10_000, updated: START - 7000, statusSince: START - 8000 });
    expect(at(issue.histories, '*.historyMetadata')).toEqual([null, { type: 'cadran' }]);
  });

  it.each([
    [
      'an unknown status',
      () => site.jira.seedStep('SUP-1', { kind: 'transition', at: START, by: site.people.agent, to: 'Nowhere' }),
    ],
    [
      'an unknown field',
      () => site.jira.seedStep('SUP-1', { kind: 'edit', at: START, by: site.people.agent, fields: { nonsense: 1 } }),
    ],
    [
      'a wrong value',
      () =>
        site.jira.seedStep('SUP-1', {
          kind: 'edit',
          at: START,
          by: site.people.agent,
          fields: { priority: { id: '99' } },
        }),
    ],
    ['an unknown person', () => site.jira.seedStep('SUP-1', { kind: 'comment', at: START, by: 'nobody', text: 'x' })],
  ])('throw on %s', (_what, act) => {
    site.anIssue();
    expect(act).toThrow();
  });
});
