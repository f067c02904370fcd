import type { AdminPageApi } from '../../src/contract/admin-page';
import { instant } from '../builders/ticket';
import { granted, publish, startAppSite, type AppSite } from './app-site';

let site: AppSite;
beforeAll(async () => {
  site = await startAppSite({ startAt: instant('2025-12-09T10:00 Toronto') });
}, 60_000);
afterAll(() => site.close());

const ask = async <Key extends keyof AdminPageApi>(key: Key, payload: AdminPageApi[Key]['request']) =>
  granted(await site.ask<AdminPageApi, Key>('admin-page', site.people.admin, key, payload));

describe('what the admin page offers to choose from', () => {
  it('has the request types and issue types of a service project', async () => {
    const { requestTypes, issueTypes } = await ask('ticketKinds', { projectId: site.projectId });
    expect(requestTypes).toEqual([{ id: site.requestTypeId, name: 'Report an incident' }]);
    expect(issueTypes.map(({ name }) => name)).toContain('[System] Incident');
  });

  it('has no request types outside service projects, and nothing of a project that is not there', async () => {
    const { id } = site.jira.addProject({
      key: 'DEV',
      name: 'Development',
      type: 'software',
      roles: { administrator: [site.people.admin.accountId] },
    });
    expect((await ask('ticketKinds', { projectId: id })).requestTypes).toEqual([]);
    expect(await ask('ticketKinds', { projectId: '99999' })).toEqual({ requestTypes: [], issueTypes: [] });
  });

  it('has the site’s select lists with their options, and none of the app’s own fields', async () => {
    const field = site.jira.addSelectField({ name: 'Impact', options: ['Extensive', 'Minor'] });
    expect((await ask('selectFields', {})).fields).toEqual([{ id: field.id, name: 'Impact' }]);
    const { options } = await ask('fieldOptions', { fieldId: field.id });
    expect(options).toEqual(field.options.map(({ id, value }) => ({ id, name: value })));
  });

  it('reads the options of a field of more than one page', async () => {
    const names = Array.from({ length: 120 }, (_, i) => `Option ${i}`);
    const field = site.jira.addSelectField({ name: 'Urgency', options: names });
    const { options } = await ask('fieldOptions', { fieldId: field.id });
    expect(options.map(({ name }) => name)).toEqual(names);
  });

  it('has the site’s resolutions', async () => {
    const { resolutions } = await ask('resolutions', {});
    expect(resolutions.map(({ name }) => name)).toContain('Duplicate');
  });
});

it('a draft with a Jira priority that the site does not have is told so when it is checked', async () => {
  const { document } = await publish(site, (proposed) => proposed);
  const priorities = document.priorities.map((priority) => ({ ...priority, jiraPriorityId: '99999' }));
  const { findings } = await ask('check', { document: { ...document, priorities } });
  expect(findings.map(({ code }) => code)).toContain('jira-priority-unknown');
});
