import type { ProductEvent } from '../../sandbox/seam';
import type { ASite } from './a-site';
import { aSite, at, START } from './a-site';

const adf = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

let site: ASite;
const fieldsOf = async (key: string) => at((await site.ask('GET', `/rest/api/3/issue/${key}`)).body, 'fields');
beforeEach(() => {
  site = aSite();
});

describe('an issue', () => {
  it('is made with the defaults of its project and raises created:issue with a subset of its fields', async () => {
    const events: ProductEvent[] = [];
    site.jira.onEvent((event) => events.push(event));
    const fields = {
      project: { key: 'SUP' },
      issuetype: { name: '[System] Incident' },
      summary: 'Down',
      description: adf('All of it'),
    };
    const made = await site.ask('POST', '/rest/api/3/issue', { body: { fields } });
    const read = await site.ask('GET', `/rest/api/3/issue/${String(at(made.body, 'key'))}`);
    expect(made.status).toBe(201);
    expect(at(read.body, 'fields')).toMatchObject({
      summary: 'Down',
      priority: { id: '3', name: 'Medium' },
      status: { name: 'Waiting for support', statusCategory: { key: 'new' } },
      reporter: { accountId: site.people.agent, accountType: 'atlassian' },
      assignee: null,
      resolution: null,
      created: '2025-12-09T15:00:00.000+0000',
    });
    expect(at(events, '*.eventType')).toEqual(['avi:jira:created:issue']);
    expect(Object.keys(at(events, '0.issue.fields') as object).sort()).toEqual([
      'assignee',
      'created',
      'creator',
      'issuetype',
      'project',
      'reporter',
      'status',
      'summary',
      'updated',
    ]);
  });

  it.each([
    ['no summary', { project: { key: 'SUP' }, issuetype: { name: 'Task' } }, 'summary'],
    ['no project', { summary: 'x', issuetype: { name: 'Task' } }, 'project'],
    [
      'an issue type of another project',
      { project: { key: 'SUP' }, summary: 'x', issuetype: { name: 'Bug' } },
      'issuetype',
    ],
    [
      'an unknown priority',
      { project: { key: 'SUP' }, summary: 'x', issuetype: { name: 'Task' }, priority: { id: '99' } },
      'priority',
    ],
    [
      'text for a description',
      { project: { key: 'SUP' }, summary: 'x', issuetype: { name: 'Task' }, description: 'x' },
      'description',
    ],
    [
      'an unknown field',
      { project: { key: 'SUP' }, summary: 'x', issuetype: { name: 'Task' }, customfield_1: 1 },
      'customfield_1',
    ],
  ])('is refused with %s, and nothing is made', async (_what, fields, field) => {
    const answer = await site.ask('POST', '/rest/api/3/issue', { body: { fields } });
    expect(answer.status).toBe(400);
    expect(Object.keys(at(answer.body, 'errors') as object)).toEqual([field]);
    expect(Object.keys(site.jira.state().issues)).toEqual([]);
  });

  it('keeps each edit in its history with ids and words, and the metadata told', async () => {
    const { key } = site.anIssue();
    const impact = site.jira.fieldId('impact');
    site.clock.set(START + 60_000);
    const body = {
      fields: { priority: { id: '1' }, [impact]: 'extended', assignee: { accountId: site.people.agent } },
      historyMetadata: { type: 'cadran' },
    };
    expect((await site.ask('PUT', `/rest/api/3/issue/${key}?notifyUsers=false`, { as: 'app', body })).status).toBe(204);
    const { body: changelog } = await site.ask('GET', `/rest/api/3/issue/${key}/changelog`);
    const values = at(changelog, 'values') as unknown[];
    expect(values).toHaveLength(1);
    expect(values[0]).toMatchObject({ created: '2025-12-09T15:01:00.000+0000', historyMetadata: { type: 'cadran' } });
    expect(at(values, '0.items')).toEqual([
      {
        field: 'priority',
        fieldtype: 'jira',
        fieldId: 'priority',
        from: '3',
        fromString: 'Medium',
        to: '1',
        toString: 'Highest',
      },
      {
        field: 'Impact',
        fieldtype: 'custom',
        fieldId: impact,
        from: null,
        fromString: null,
        to: null,
        toString: 'extended',
      },
      {
        field: 'assignee',
        fieldtype: 'jira',
        fieldId: 'assignee',
        from: null,
        fromString: null,
        to: site.people.agent,
        toString: 'Alex Agent',
      },
    ]);
  });

  it('raises assigned and updated for one assignment, marked as the app’s own where the app made it', async () => {
    const { key } = site.anIssue();
    const events: ProductEvent[] = [];
    site.jira.onEvent((event) => events.push(event));
    await site.ask('PUT', `/rest/api/3/issue/${key}`, {
      as: 'app',
      body: { fields: { assignee: { accountId: site.people.agent } } },
    });
    expect(events.map(({ eventType, selfGenerated }) => [eventType, selfGenerated])).toEqual([
      ['avi:jira:assigned:issue', true],
      ['avi:jira:updated:issue', true],
    ]);
  });

  it('writes no history and raises no event for an edit that changes nothing', async () => {
    const { key } = site.anIssue();
    const events: unknown[] = [];
    site.jira.onEvent((event) => events.push(event));
    await site.ask('PUT', `/rest/api/3/issue/${key}`, { body: { fields: { priority: { id: '3' } } } });
    expect([events.length, site.jira.issue(key)?.histories.length]).toEqual([0, 0]);
  });

  it('gives the whole issue back where returnIssue asks for it', async () => {
    const { key } = site.anIssue();
    const answer = await site.ask('PUT', `/rest/api/3/issue/${key}?returnIssue=true`, {
      body: { fields: { summary: 'New' } },
    });
    expect([answer.status, at(answer.body, 'fields.summary')]).toEqual([200, 'New']);
  });

  it.each([
    ['a read-only app field', 'sla-status', 'breached'],
    ['a number for a text', 'impact', 4],
  ])('refuses an edit of %s', async (_what, moduleKey, value) => {
    const { key } = site.anIssue();
    const id = site.jira.fieldId(moduleKey);
    const answer = await site.ask('PUT', `/rest/api/3/issue/${key}`, { body: { fields: { [id]: value } } });
    expect([answer.status, Object.keys(at(answer.body, 'errors') as object)]).toEqual([400, [id]]);
  });

  it('adds and removes organizations, and shows them as JSM does', async () => {
    const { key } = site.anIssue();
    const update = { customfield_10002: [{ add: Number(site.globex.id) }, { remove: Number(site.acme.id) }] };
    const answer = await site.ask('PUT', `/rest/api/3/issue/${key}`, { body: { update } });
    const read = await site.ask('GET', `/rest/api/3/issue/${key}?fields=customfield_10002`);
    expect(answer.status).toBe(204);
    expect(at(read.body, 'fields.customfield_10002')).toMatchObject([
      { id: site.globex.id, name: 'Globex', scimManaged: false },
    ]);
    expect(site.jira.issue(key)?.histories[0]?.items[0]).toMatchObject({ from: site.acme.id, toText: 'Globex' });
  });

  it('shows the fields asked for alone, with names and properties', async () => {
    const { key } = site.anIssue();
    await site.ask('PUT', `/rest/api/3/issue/${key}/properties/cadran.row`, { body: { a: 1 } });
    const { body } = await site.ask(
      'GET',
      `/rest/api/3/issue/${key}?fields=summary,nonsense&expand=names&properties=cadran.row`,
    );
    expect(body).toMatchObject({
      fields: { summary: 'Cannot log in' },
      names: { summary: 'Summary' },
      properties: { 'cadran.row': { a: 1 } },
    });
    expect(Object.keys(at(body, 'fields') as object)).toEqual(['summary']);
  });

  it('is gone after its deletion, which raises deleted:issue', async () => {
    const { key } = site.anIssue();
    const events: ProductEvent[] = [];
    site.jira.onEvent((event) => events.push(event));
    expect((await site.ask('DELETE', `/rest/api/3/issue/${key}`, { as: site.people.admin })).status).toBe(204);
    expect((await site.ask('GET', `/rest/api/3/issue/${key}`)).status).toBe(404);
    expect(at(events, '*.eventType')).toEqual(['avi:jira:deleted:issue']);
  });
});

describe('bulkfetch', () => {
  it('gives what the caller may browse by id, and an error for each other', async () => {
    const [a, b] = [site.anIssue('One'), site.anIssue('Two')];
    const body = { issueIdsOrKeys: [b.key, a.id, 'SUP-99'], fields: ['summary', 'updated'] };
    const answer = await site.ask('POST', '/rest/api/3/issue/bulkfetch', { body });
    expect(at(answer.body, 'issues.*.fields.summary')).toEqual(['One', 'Two']);
    expect(at(answer.body, 'issueErrors')).toMatchObject([{ id: 'SUP-99' }]);
  });

  it('refuses more than a hundred issues', async () => {
    const body = { issueIdsOrKeys: Array.from({ length: 101 }, (_item, index) => String(index)) };
    expect((await site.ask('POST', '/rest/api/3/issue/bulkfetch', { body })).status).toBe(400);
  });
});

describe('transitions', () => {
  it('offers what leaves the status, sets a resolution on the way to Done and clears it on the way back', async () => {
    const { key } = site.anIssue();
    const path = `/rest/api/3/issue/${key}/transitions`;
    const names = async () => at((await site.ask('GET', path)).body, 'transitions.*.name');
    expect(await names()).toContain('Resolve this issue');
    const body = { transition: { id: '71' }, fields: { resolution: { name: 'Duplicate' } } };
    expect((await site.ask('POST', path, { body })).status).toBe(204);
    expect(await fieldsOf(key)).toMatchObject({
      status: { name: 'Resolved', statusCategory: { key: 'done' } },
      resolution: { name: 'Duplicate' },
      resolutiondate: '2025-12-09T15:00:00.000+0000',
    });
    expect((await site.ask('POST', path, { body: { transition: { id: '101' } } })).status).toBe(204);
    expect(await fieldsOf(key)).toMatchObject({
      status: { name: 'Reopened' },
      resolution: null,
    });
  });

  it('refuses one that does not leave the status', async () => {
    const { key } = site.anIssue();
    const answer = await site.ask('POST', `/rest/api/3/issue/${key}/transitions`, {
      body: { transition: { id: '101' } },
    });
    expect([answer.status, site.jira.issue(key)?.values['status']]).toEqual([400, '10004']);
  });

  it('takes a comment along and raises both events', async () => {
    const { key } = site.anIssue();
    const events: ProductEvent[] = [];
    site.jira.onEvent((event) => events.push(event));
    const body = { transition: { id: '21' }, update: { comment: [{ add: { body: adf('Your turn') } }] } };
    await site.ask('POST', `/rest/api/3/issue/${key}/transitions`, { body });
    expect(at(events, '*.eventType')).toEqual(['avi:jira:updated:issue', 'avi:jira:commented:issue']);
  });
});
