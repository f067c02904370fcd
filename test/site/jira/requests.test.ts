import type { ProductEvent } from '../../sandbox/seam';
import type { ASite } from './a-site';
import { aSite, at, START } from './a-site';

let site: ASite;
let impact: string;
beforeEach(() => {
  site = aSite();
  impact = site.jira.fieldId('impact');
});

const API = '/rest/servicedeskapi';
const raise = (as: string, values: Record<string, unknown>, extra: Record<string, unknown> = {}) =>
  site.ask('POST', `${API}/request`, {
    as,
    body: {
      serviceDeskId: site.project.serviceDeskId,
      requestTypeId: site.requestType.id,
      requestFieldValues: { summary: 'Payroll is down', [impact]: 'extended', ...values },
      ...extra,
    },
  });

describe('raising a request', () => {
  it('makes an issue of the customer, shared with their only organization, and raises created:issue', async () => {
    const events: ProductEvent[] = [];
    site.jira.onEvent((event) => events.push(event));
    const answer = await raise(site.people.customer, { description: 'Since this morning' });
    const issue = await site.ask('GET', `/rest/api/3/issue/${String(at(answer.body, 'issueKey'))}`);
    expect(answer.status).toBe(201);
    expect(at(answer.body, 'currentStatus')).toMatchObject({ status: 'Waiting for support', statusCategory: 'NEW' });
    expect(at(issue.body, 'fields')).toMatchObject({
      reporter: { accountId: site.people.customer, accountType: 'customer' },
      customfield_10002: [{ id: site.acme.id }],
      customfield_10010: { requestType: { id: site.requestType.id, portalId: site.project.serviceDeskId } },
      customfield_10029: { languageCode: 'fr', displayName: 'French' },
      [impact]: 'extended',
      description: { type: 'doc', version: 1 },
    });
    expect(at(events, '*.eventType')).toEqual(['avi:jira:created:issue']);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a required field left out', { [`impact`]: undefined }, /Impact is required/],
    ['a field that is not on the form', { priority: { id: '1' } }, /priority is not on the request type's form/],
    ['a read-only field', { 'sla-status': 'met' }, /is not on the request type's form/],
    ['an organization of others', { organizations: ['globex'] }, /cannot be shared/],
  ])('refuses %s', async (_what, changes, message) => {
    const ids: Record<string, string> = {
      impact,
      'sla-status': site.jira.fieldId('sla-status'),
      organizations: 'customfield_10002',
    };
    const values = Object.fromEntries(
      Object.entries(changes).map(([key, value]) => [
        ids[key] ?? key,
        key === 'organizations' ? [Number(site.globex.id)] : value,
      ]),
    );
    const answer = await raise(site.people.customer, values);
    expect(answer.status).toBe(400);
    expect(at(answer.body, 'errorMessage')).toMatch(message);
    expect(Object.keys(site.jira.state().issues)).toEqual([]);
  });

  it('is for the desk’s customers: members of its organizations, those it lists, and agents', async () => {
    const lost = site.jira.addUser({ kind: 'customer', displayName: 'Lost' }).accountId;
    const statuses = await Promise.all(
      [lost, site.people.employee, site.people.other, site.people.agent].map(
        async (as) => (await raise(as, {})).status,
      ),
    );
    expect(statuses).toEqual([403, 201, 403, 201]);
  });

  it('on behalf of a customer is for agents', async () => {
    const behalf = { raiseOnBehalfOf: site.people.stranger };
    expect((await raise(site.people.customer, {}, behalf)).status).toBe(403);
    const answer = await raise(site.people.agent, {}, behalf);
    expect(at(answer.body, 'reporter.accountId')).toBe(site.people.stranger);
    expect(site.jira.issue(String(at(answer.body, 'issueKey')))?.creatorId).toBe(site.people.agent);
  });

  it('by the portal’s own page may set issue properties; by the app it may not', async () => {
    const extra = { properties: [{ key: 'form', value: { impact: 'minor' } }] };
    const key = at((await raise(site.people.customer, {}, extra)).body, 'issueKey');
    expect(site.jira.issue(String(key))?.properties).toEqual({ form: { impact: 'minor' } });
  });
});

describe('a request on the portal', () => {
  const requestsOf = async (as: string, query = '') =>
    at((await site.ask('GET', `${API}/request?${query}`, { as })).body, 'values.*.summary');

  it('is listed to its reporter, and to a colleague of the organization who asks for all', async () => {
    await raise(site.people.customer, { summary: 'One' });
    await raise(site.people.customer, { summary: 'Two' });
    expect(await requestsOf(site.people.customer)).toEqual(['Two', 'One']);
    expect(await requestsOf(site.people.colleague)).toEqual([]);
    expect(await requestsOf(site.people.colleague, 'requestOwnership=ALL_REQUESTS')).toEqual(['Two', 'One']);
    expect(await requestsOf(site.people.stranger, 'requestOwnership=ALL_REQUESTS')).toEqual([]);
  });

  it.each([
    ['requestStatus=OPEN_REQUESTS', ['Open']],
    ['requestStatus=CLOSED_REQUESTS', ['Closed']],
    ['searchTerm=clos', ['Closed']],
    ['serviceDeskId=999', []],
  ])('is found by %s', async (query, expected) => {
    await raise(site.people.customer, { summary: 'Open' });
    const { body } = await raise(site.people.customer, { summary: 'Closed' });
    site.jira.seedStep(String(at(body, 'issueKey')), {
      kind: 'transition',
      at: START,
      by: site.people.agent,
      to: 'Resolved',
    });
    expect(await requestsOf(site.people.customer, query)).toEqual(expected);
  });

  it('shows customers its public comments alone', async () => {
    const { key } = site.anIssue();
    site.jira.seedStep(key, { kind: 'comment', at: START, by: site.people.agent, text: 'Hello' });
    site.jira.seedStep(key, { kind: 'comment', at: START, by: site.people.agent, text: 'Secret', internal: true });
    const bodies = async (as: string) =>
      at((await site.ask('GET', `${API}/request/${key}/comment`, { as })).body, 'values.*.body');
    expect(await bodies(site.people.customer)).toEqual(['Hello']);
    expect(await bodies(site.people.agent)).toEqual(['Hello', 'Secret']);
  });

  it('takes a customer’s public comment and refuses an internal one', async () => {
    const { key } = site.anIssue();
    const comment = (isPublic: boolean) =>
      site.ask('POST', `${API}/request/${key}/comment`, {
        as: site.people.customer,
        body: { body: 'Any news?', public: isPublic },
      });
    expect((await comment(true)).status).toBe(201);
    expect((await comment(false)).status).toBe(403);
    expect(site.jira.issue(key)?.comments.map(({ isPublic }) => isPublic)).toEqual([true]);
  });

  it('offers customers the transitions meant for them', async () => {
    const { key } = site.anIssue();
    const path = `${API}/request/${key}/transition`;
    const offered = await site.ask('GET', path, { as: site.people.customer });
    expect(at(offered.body, 'values.*.name')).toEqual(['Escalate this issue', 'Resolve this issue', 'Cancel request']);
    expect((await site.ask('POST', path, { as: site.people.customer, body: { id: '11' } })).status).toBe(400);
    const body = { id: '71', additionalComment: { body: 'Solved it myself' } };
    expect((await site.ask('POST', path, { as: site.people.customer, body })).status).toBe(204);
    const statuses = await site.ask('GET', `${API}/request/${key}/status`, { as: site.people.customer });
    expect(at(statuses.body, 'values.*.statusCategory')).toEqual(['DONE', 'NEW']);
  });

  it('gains and loses participants by its reporter and agents alone', async () => {
    const { key } = site.anIssue();
    const path = `${API}/request/${key}/participant`;
    const body = { accountIds: [site.people.stranger] };
    expect((await site.ask('POST', path, { as: site.people.colleague, body })).status).toBe(403);
    const added = await site.ask('POST', path, { as: site.people.customer, body });
    expect(at(added.body, 'values.*.accountId')).toEqual([site.people.stranger]);
    const expanded = await site.ask('GET', `${API}/request/${key}?expand=participant`, { as: site.people.stranger });
    expect(at(expanded.body, 'participants.values.*.displayName')).toEqual(['Stan Stranger']);
    await site.ask('DELETE', path, { body });
    expect((await site.ask('GET', `${API}/request/${key}`, { as: site.people.stranger })).status).toBe(404);
  });
});

describe('the form of a request type', () => {
  it('has the fields of the type without those that the app alone writes', async () => {
    const path = `${API}/servicedesk/${String(site.project.serviceDeskId)}/requesttype/${site.requestType.id}/field`;
    const { body } = await site.ask('GET', path, { as: site.people.customer });
    expect(at(body, 'requestTypeFields.*.fieldId')).toEqual(['summary', 'description', impact]);
    expect(at(body, 'requestTypeFields.2')).toMatchObject({
      name: 'Impact',
      required: true,
      jiraSchema: { type: 'string' },
    });
  });
});
