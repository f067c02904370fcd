/**
 * Every request that the app makes, on the whole seeded site and on every surface, and every answer it is given there,
 * against Atlassian's OpenAPI documents; each departure that is known stands in contracts.ts with its reason.
 */
import type { RestRequest, RestResponse } from '../../sandbox/seam';
import { createSite, type Site } from '../../sandbox/site';
import { callerFor } from '../../sandbox/pages/visit';
import { readManifest } from '../../sandbox/platform/manifest';
import { thePerson, type PersonKey } from '../../sandbox/seed/people';
import { HEALTH_PARTS } from '../../../src/contract/health';
import { asked, needed, templateOf } from '../app-routes';
import { lookEverywhere } from '../look-everywhere';
import { BEYOND, contracts, describeShared, REALITY } from './contracts';
import { answerSchema, departures, requestDepartures } from './schema-walk';

interface Heard {
  readonly operation: string;
  readonly method: string;
  readonly template: string;
  readonly request: RestRequest;
  readonly answer: RestResponse;
}

const heard: Heard[] = [];
let site: Site;
beforeAll(async () => {
  const onCall = (request: RestRequest, answer: RestResponse): void => {
    const { method } = request;
    const template = templateOf(method, request.path.replace(/\?.*/, ''));
    heard.push({ operation: `${method} ${template}`, method, template, request, answer });
  };
  site = await createSite({ port: 0, runsByItself: false, stage: { onCall } });
  await lookEverywhere(site);
  await actEverywhere();
}, 120_000);
afterAll(() => site.close());

async function ask(person: PersonKey, moduleKey: string, extension: object, key: string, payload = {}): Promise<void> {
  const { platform } = site.world().stage;
  const context = { moduleKey, extension: { ...extension } };
  await platform.invokeResolver(context, callerFor(thePerson(person), 'fr'), key, payload);
}

/** What the looks leave out: the set-up, projects whose fields stand on no screen, the portal's form, a long history. */
async function actEverywhere(): Promise<void> {
  const { jira } = site.world().stage;
  const roles = { agent: [thePerson('admin').accountId], administrator: [thePerson('admin').accountId] };
  const bare = jira.addProject({ key: 'BARE', name: 'Bare', type: 'service_desk', hasAppFields: false, roles });
  const team = jira.addProject({
    key: 'TEAM',
    name: 'Team',
    type: 'software',
    managed: 'team',
    hasAppFields: false,
    roles,
  });
  const requestTypeId = jira.addRequestType({ projectKey: 'BARE', name: 'Ask' }).id;
  const admin = (key: string, payload = {}): Promise<void> =>
    ask('admin', 'admin-page', { type: 'jira:adminPage' }, key, payload);
  await admin('ticketKinds', { projectId: bare.id });
  await admin('selectFields');
  await admin('fieldOptions', { fieldId: jira.addSelectField({ name: 'Impact', options: ['Major'] }).id });
  await admin('resolutions');
  await admin('searchGroups', { search: 'a' });
  await admin('fieldPlan', { projectIds: [bare.id, team.id] });
  const screenIds = Object.keys(jira.state().screens);
  await admin('addFields', { projectIds: [bare.id], screenIds });
  for (const part of HEALTH_PARTS) await admin('health', { part });

  const form = {
    type: 'jiraServiceManagement:portalRequestCreatePropertyPanel',
    portal: { id: Number(bare.serviceDeskId) },
    request: { typeId: Number(requestTypeId) },
  };
  await ask('customer-plus', 'request-form', form, 'view');
  await ask('employee', 'request-form', form, 'view');

  const issue = Object.values(jira.state().issues)[0];
  if (issue === undefined) throw new Error('the seed has no ticket');
  const request = { type: 'jiraServiceManagement:portalRequestDetailPanel', request: { key: issue.key } };
  await ask('employee', 'customer-panel', request, 'view');
  for (let edit = 0; edit < 101; edit += 1) {
    const fields = { summary: `Edit ${String(edit)}` };
    jira.seedStep(issue.key, { kind: 'edit', at: site.clock.now(), by: thePerson('agent').accountId, fields });
  }
  const project = { id: issue.projectId, key: issue.key.split('-')[0], type: 'service_desk' };
  const panel = { type: 'jira:issueContext', issue: { id: issue.id, key: issue.key }, project };
  await ask('agent', 'agent-panel', panel, 'view');
}

it('is every operation that the app knows', () => {
  const known = new Set(asked.map(({ method, path }) => `${method} ${templateOf(method, path)}`));
  expect([...new Set(heard.map(({ operation }) => operation))].sort()).toEqual([...known].sort());
});

it('needs just the scopes that are declared', () => {
  const declared = readManifest('manifest.yml').scopes;
  const used = heard.flatMap(({ method, request }) =>
    needed({ method, path: request.path.replace(/\?.*/, '') }, declared),
  );
  expect([...new Set(['storage:app', ...used])].sort()).toEqual([...declared].sort());
});

describeShared('against Atlassian’s contracts', () => {
  const all = contracts();
  const inThem = (): readonly Heard[] => heard.filter(({ operation }) => !BEYOND.includes(operation));
  const contractOf = (template: string) => {
    const contract = all.find(({ paths }) => paths[template] !== undefined);
    if (contract === undefined) throw new Error(`no contract has ${template}`);
    return contract;
  };
  const unexplained = (found: readonly string[]): string[] =>
    [...new Set(found)].filter((departure) => !REALITY.some((known) => known.test(departure)));

  it('each request', () => {
    const found = inThem().flatMap(({ operation, method, template, request }) => {
      const query = new URL(request.path, 'https://jira').searchParams;
      const body = request.body === '' ? undefined : (JSON.parse(request.body) as unknown);
      const told = requestDepartures(contractOf(template), method, template, query, body);
      return unexplained(told).map((departure) => `${operation} ${departure}`);
    });
    expect([...new Set(found)]).toEqual([]);
  });

  it('each answer', () => {
    const taken = inThem().filter(({ answer }) => answer.status < 300);
    const found = taken.flatMap(({ operation, method, template, answer }) => {
      const contract = contractOf(template);
      const schema = answerSchema(contract, method, template, answer.status);
      const body = answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown);
      const told = schema === null || body === undefined ? [] : departures(contract, schema, body);
      return unexplained(told).map((departure) => `${operation} ${departure}`);
    });
    expect([...new Set(found)]).toEqual([]);
  });

  it('leaves out only what the documents lack: 14 of 41 operations', () => {
    const operations = [...new Set(heard.map(({ operation }) => operation))];
    const beyond = operations.filter((operation) => BEYOND.includes(operation));
    const inDocuments = (template: string): boolean => all.some(({ paths }) => paths[template] !== undefined);
    expect([beyond.length, operations.length]).toEqual([14, 41]);
    expect(beyond.filter((operation) => inDocuments(operation.split(' ')[1] ?? ''))).toEqual([]);
    expect(inThem().length).toBeGreaterThan(300);
  });

  it('would notice a request of another shape', () => {
    const template = '/rest/api/3/issue/{issueIdOrKey}';
    const query = new URLSearchParams('notifyUsers=1&loud=true');
    expect(requestDepartures(contractOf(template), 'PUT', template, query, { fields: [] })).toEqual([
      '?notifyUsers: number, not boolean',
      '?loud: not in the contract',
      '.fields: array, not object',
    ]);
    expect(requestDepartures(contractOf(template), 'PUT', template, new URLSearchParams(), undefined)).toEqual([
      'no body',
    ]);
  });
});
