/** What customers meet, on the app as it ships: the form before a request is sent, its promise after, and replies. */
import type { AgentPanelApi } from '../../src/contract/agent-panel';
import type { CustomerPanelApi, CustomerTicketView } from '../../src/contract/customer-panel';
import type { FormQuestionsView, RequestFormApi } from '../../src/contract/request-form';
import { HOUR, MINUTE } from '../../src/core/time/instant';
import { instant } from '../builders/ticket';
import { granted, publish, startAppSite, type AppSite, type Person } from './app-site';

const START = instant('2025-12-09T10:00 Toronto');

let site: AppSite;
beforeAll(async () => {
  site = await startAppSite({
    startAt: START,
    policy: (proposed) => ({ ...proposed, portal: { showOtherPlans: true, preparedReplies: true } }),
  });
  await site.ask('admin-page', site.people.admin, 'assignPlan', {
    organizationId: site.organizations.sainteRose,
    plan: 'PLUS',
    from: '2025-01-01',
    to: null,
    calendar: null,
  });
  await site.moveTo(START + HOUR);
}, 60_000);
afterAll(() => site.close());

const formOf = async (person: Person): Promise<FormQuestionsView> => {
  const view = granted(await site.ask<RequestFormApi, 'view'>('request-form', person, 'view', {}));
  if (view.state !== 'ready') throw new Error(`the form shows ${view.state}`);
  return view;
};

const panelOf = async (issueKey: string): Promise<CustomerTicketView> => {
  const { customer } = site.people;
  const view = granted(await site.ask<CustomerPanelApi, 'view'>('customer-panel', customer, 'view', {}, { issueKey }));
  if (view.state !== 'tracked') throw new Error(`the panel shows ${view.state}`);
  return view;
};

/** As the portal does with what the app's panel submitted. */
async function sendAnswered(answers: Record<string, string>, on = site): Promise<string> {
  const key = on.platform.manifest.appId.split('/').at(-1);
  const project = Object.values(on.jira.state().projects)[0];
  const response = await on.rest(on.people.customer, 'POST', '/rest/servicedeskapi/request', {
    serviceDeskId: project?.serviceDeskId,
    requestTypeId: on.requestTypeId,
    requestFieldValues: { summary: 'Panne' },
    properties: [{ key, value: answers }],
  });
  return (JSON.parse(response.body) as { issueKey: string }).issueKey;
}

describe('the form of a request', () => {
  it('promises what the request is promised once it is sent, and its answers become the fields’ values', async () => {
    const form = await formOf(site.people.customer);
    const before = form.promises.map(({ plan, goals }) => [plan.en, goals['P1']?.map(({ due }) => due - form.at)]);
    expect(before).toEqual([['PLUS', [30 * MINUTE, 4 * HOUR]]]);

    const key = await sendAnswered({ impact: 'extended', urgency: 'critical' });
    const sentAt = site.clock.now();
    const after = (await panelOf(key)).clocks.map(({ due }) => (due ?? 0) - sentAt);
    expect(after).toEqual([30 * MINUTE, 4 * HOUR]);
    await site.platform.settle();
    expect(await site.fields(key)).toMatchObject({ impact: 'extended', urgency: 'critical', 'sla-status': 'running' });
    expect(site.platform.takeFailures()).toEqual([]);
  });

  it('leaves it to the team where the customer was not sure', async () => {
    const key = await sendAnswered({ urgency: 'low' });
    await site.platform.settle();
    expect(await site.fields(key)).toMatchObject({ impact: null, urgency: 'low' });
  });

  it('does not ask what the request type’s own form shows, hides or fixes', async () => {
    const type = Object.values(site.jira.state().requestTypes)[0];
    expect((await formOf(site.people.customer)).asks).toEqual({ impact: false, urgency: false });
    const [impact, urgency] = ['impact', 'urgency'].map((name) => site.jira.fieldId(name));
    if (type === undefined || impact === undefined || urgency === undefined) throw new Error('no form');
    type.fields = type.fields.map((field) => (field.fieldId === impact ? { ...field, preset: 'minor' } : field));
    expect((await formOf(site.people.customer)).asks).toEqual({ impact: false, urgency: false });
    const { key } = await site.raise(site.people.customer, 'Fixe');
    expect(await site.fields(key)).toMatchObject({ impact: 'minor' });
    type.fields = type.fields.filter(({ fieldId }) => fieldId !== impact && fieldId !== urgency);
    expect((await formOf(site.people.customer)).asks).toEqual({ impact: true, urgency: true });
  });

  it.each([
    ['an employee without licence is asked, and promised what their own organizations have', 'employee', ['BASE']],
    ['an agent is asked, and promised nothing', 'agent', []],
  ] as const)('%s', async (_, kind, plans) => {
    const form = await formOf(site.people[kind]);
    expect(form.promises.map(({ plan }) => plan.en)).toEqual(plans);
  });
});

describe('about the plan', () => {
  it('a fix version of Jira’s is the planned correction, an archived one is not', async () => {
    const { key } = await site.raise(site.people.customer, 'Bogue');
    const planned = site.jira.addVersion({ projectKey: 'SUP', name: '4.2', releaseDate: '2026-01-15' });
    const archived = site.jira.addVersion({ projectKey: 'SUP', name: '1.0', archived: true });
    await site.rest(site.people.agent, 'PUT', `/rest/api/3/issue/${key}`, {
      fields: { fixVersions: [{ id: planned.id }, { id: archived.id }] },
    });
    expect((await panelOf(key)).plan?.corrections).toEqual([{ version: '4.2', date: '2026-01-15', released: false }]);
  });
});

describe('a prepared reply', () => {
  it('is in the language of the request, goes out under the agent’s name, and answers the request', async () => {
    const { key } = await site.raise(site.people.customer, 'Question');
    await site.platform.settle();
    const view = granted(
      await site.ask<AgentPanelApi, 'view'>('agent-panel', site.people.agent, 'view', {}, { issueKey: key }),
    );
    expect(view).toMatchObject({ replies: { language: 'en', source: 'request' } });
    const sent = await site.ask<AgentPanelApi, 'sendReply'>(
      'agent-panel',
      site.people.agent,
      'sendReply',
      { text: 'Bonjour,\n\nnous y sommes.' },
      { issueKey: key },
    );
    expect(granted(sent)).toMatchObject({ clocks: [{ metric: 'response', state: 'met' }, { state: 'running' }] });
    const comments = await site.rest(site.people.customer, 'GET', `/rest/servicedeskapi/request/${key}/comment`);
    const { values } = JSON.parse(comments.body) as { values: { body: string; author: { accountId: string } }[] };
    expect(values).toMatchObject([{ author: { accountId: site.people.agent.accountId } }]);
    expect(values[0]?.body).toContain('nous y sommes.');
  });

  it('is nobody’s but an agent’s', async () => {
    const { key } = await site.raise(site.people.customer, 'Autre question');
    const answer = await site.ask(
      'agent-panel',
      site.people.customer,
      'sendReply',
      { text: 'Bonjour' },
      { issueKey: key },
    );
    expect(answer).toEqual({ ok: false, code: 'refused' });
  });
});

describe('where JSM’s own select fields stand for the levels', () => {
  it('the answers become their options, as an edit of Cadran’s', async () => {
    const mapped = await startAppSite({ startAt: START, policy: null });
    const select = (name: string, options: string[]) => mapped.jira.addSelectField({ name, options });
    const [impact, urgency] = [select('Impact', ['Extensive']), select('Urgency', ['Critical'])];
    const optionOf = (field: typeof impact): string => field.options[0]?.id ?? '';
    await publish(mapped, (proposed) => ({
      ...proposed,
      levelFields: {
        impact: { fieldId: impact.id, options: { [optionOf(impact)]: 'extended' } },
        urgency: { fieldId: urgency.id, options: { [optionOf(urgency)]: 'critical' } },
      },
    }));
    await mapped.moveTo(START + HOUR);
    const key = await sendAnswered({ impact: 'extended', urgency: 'critical' }, mapped);
    await mapped.platform.settle();
    const issue = mapped.jira.issue(key);
    expect(issue).toMatchObject({ values: { [impact.id]: optionOf(impact), [urgency.id]: optionOf(urgency) } });
    expect(issue?.histories[0]?.historyMetadata).toMatchObject({ type: 'cadran' });
    expect(await mapped.fields(key)).toMatchObject({ priority: '1', 'sla-status': 'running' });
    expect(mapped.platform.takeFailures()).toEqual([]);
    await mapped.close();
  });
});
