/** Who is refused a request's promises, on the app as it ships: all alike, before anything is read as the app. */
import type { CustomerPanelApi } from '../../src/contract/customer-panel';
import type { Answer } from '../../src/contract/answer';
import { instant } from '../builders/ticket';
import { startAppSite, type AppSite, type Person } from './app-site';

const ORGANIZATIONS = 'customfield_10002';

let site: AppSite;
/** Shared with the hospital; of the hospital's customer alone; raised by an employee without licence. */
let shared: string;
let secret: string;
let ofEmployee: string;

beforeAll(async () => {
  site = await startAppSite({ startAt: instant('2025-12-09T10:00 Toronto') });
  await site.moveTo(instant('2025-12-09T11:00 Toronto'));
  ({ key: shared } = await site.raise(site.people.customer, 'Panne'));
  secret = await raisePrivately(site.people.customer);
  ofEmployee = await raisePrivately(site.people.agent, site.people.employee);
  await site.platform.settle();
}, 60_000);
afterAll(() => site.close());

async function raisePrivately(person: Person, onBehalfOf = person): Promise<string> {
  const response = await site.rest(person, 'POST', '/rest/servicedeskapi/request', {
    serviceDeskId: Object.values(site.jira.state().projects)[0]?.serviceDeskId,
    requestTypeId: site.requestTypeId,
    requestFieldValues: { summary: 'Personnel', [ORGANIZATIONS]: [] },
    raiseOnBehalfOf: onBehalfOf.accountId,
  });
  return (JSON.parse(response.body) as { issueKey: string }).issueKey;
}

const ask = (person: Person | null, issueKey: string): Promise<Answer<unknown>> =>
  site.ask<CustomerPanelApi, 'view'>('customer-panel', person, 'view', {}, { issueKey });

/** What was read as the app while the panel was asked for. */
async function readAsApp(person: Person | null, issueKey: string): Promise<string[]> {
  site.jira.resetCalls();
  await ask(person, issueKey);
  return site.jira.calls().flatMap(({ as, path }) => (as === 'app' ? [path] : []));
}

describe('refused alike, with nothing read as the app', () => {
  it.each<[string, () => Person | null, () => string]>([
    ['a member of another organization', () => site.people.stranger, () => shared],
    ['a colleague, of a request that is not shared', () => site.people.colleague, () => secret],
    ['a customer, of a request that does not exist', () => site.people.customer, () => 'SUP-999'],
    ['nobody', () => null, () => shared],
    ['a licensed agent, who has the agent panel', () => site.people.agent, () => shared],
  ])('%s', async (_, person, key) => {
    expect(await ask(person(), key())).toEqual({ ok: false, code: 'refused' });
    expect(await readAsApp(person(), key())).toEqual([]);
  });

  it('a former member of the organization, from the moment on', async () => {
    expect((await ask(site.people.colleague, shared)).ok).toBe(true);
    const member = `/rest/servicedeskapi/organization/${site.organizations.sainteRose}/user`;
    await site.rest(site.people.agent, 'DELETE', member, { accountIds: [site.people.colleague.accountId] });
    expect(await ask(site.people.colleague, shared)).toEqual({ ok: false, code: 'refused' });
    expect(await readAsApp(site.people.colleague, shared)).toEqual([]);
  });
});

describe('an employee without licence', () => {
  it('is let in as the reporter', async () => {
    expect((await ask(site.people.employee, ofEmployee)).ok).toBe(true);
  });

  it('is refused any other request, for which the app reads reporter and participants alone', async () => {
    expect(await ask(site.people.employee, shared)).toEqual({ ok: false, code: 'refused' });
    const request = `/rest/servicedeskapi/request/${shared}`;
    expect(await readAsApp(site.people.employee, shared)).toEqual([request, `${request}/participant?start=0&limit=50`]);
  });

  it('is let in as a participant', async () => {
    await site.rest(site.people.agent, 'POST', `/rest/servicedeskapi/request/${shared}/participant`, {
      accountIds: [site.people.employee.accountId],
    });
    expect((await ask(site.people.employee, shared)).ok).toBe(true);
  });
});

it('a customer is told nothing of notes, agents and other organizations', async () => {
  await site.rest(site.people.agent, 'POST', `/rest/api/3/issue/${shared}/comment`, {
    body: {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Entre nous' }] }],
    },
    properties: [{ key: 'sd.public.comment', value: { internal: true } }],
  });
  await site.rest(site.people.agent, 'PUT', `/rest/api/3/issue/${shared}`, {
    fields: { assignee: { accountId: site.people.agent.accountId } },
  });
  const told = JSON.stringify(await ask(site.people.customer, shared));
  for (const hidden of ['Entre nous', 'Agathe', site.people.agent.accountId, 'Sainte-Rose', 'Cégep', 'threshold']) {
    expect([hidden, told.includes(hidden)]).toEqual([hidden, false]);
  }
});
