import { ALL_ROUTES } from '../../sandbox/jira/routes/all-routes';
import { SCOPES } from '../../sandbox/jira/http/scopes';
import { documentOf } from '../../sandbox/jira/fields/adf';
import type { ASite } from './a-site';
import { aSite, at, START } from './a-site';
import type { Contract } from './schema-walk';
import { answerSchema, departures, scopesOf } from './schema-walk';
import { BEYOND, contracts as readContracts, describeShared, REALITY } from './contracts';

describe('the table of routes', () => {
  it('has scopes for each route, and no scopes for others', () => {
    const routes = ALL_ROUTES.map(({ method, template }) => `${method} ${template}`);
    expect(routes.toSorted()).toEqual(Object.keys(SCOPES).toSorted());
  });
});

describeShared('against Atlassian’s contracts', () => {
  let contracts: Contract[];
  let site: ASite;
  beforeAll(() => {
    contracts = readContracts();
  });
  beforeEach(() => {
    site = aSite();
    const { key } = site.anIssue();
    const { agent } = site.people;
    site.jira.seedStep(key, { kind: 'comment', at: START, by: agent, text: 'Hello', properties: { a: 1 } });
    site.jira.seedStep(key, {
      kind: 'edit',
      at: START,
      by: agent,
      fields: { priority: { id: '1' }, assignee: { accountId: agent } },
    });
    site.jira.seedStep(key, { kind: 'transition', at: START, by: agent, to: 'Resolved' });
  });

  const contractOf = (template: string): Contract => {
    const contract = contracts.find(({ paths }) => paths[template] !== undefined);
    if (contract === undefined) throw new Error(`no contract has ${template}`);
    return contract;
  };

  it.each(
    ALL_ROUTES.map(({ method, template }) => [method, template] as const).filter(
      ([method, template]) => !BEYOND.includes(`${method} ${template}`),
    ),
  )('%s %s is in them, with its scopes', (method, template) => {
    expect(SCOPES[`${method} ${template}`]).toEqual(scopesOf(contractOf(template), method, template));
  });

  const JIRA = '/rest/api/3';
  const JSM = '/rest/servicedeskapi';
  const DESK = `${JSM}/servicedesk/{serviceDeskId}`;
  const ISSUE = `${JIRA}/issue/{issueIdOrKey}`;
  const REQUEST = `${JSM}/request/{issueIdOrKey}`;
  const ORGANIZATION = `${JSM}/organization/{organizationId}`;
  const adf = documentOf('Hello');

  it.each<[string, string, string?, unknown?]>([
    ['GET', ISSUE, 'expand=changelog,names,schema,transitions,editmeta&properties=*all'],
    ['PUT', ISSUE, 'returnIssue=true', { fields: { summary: 'New' } }],
    ['POST', `${JIRA}/issue`, '', { fields: { project: { key: 'SUP' }, issuetype: { name: 'Task' }, summary: 'New' } }],
    ['POST', `${JIRA}/issue/bulkfetch`, '', { issueIdsOrKeys: ['SUP-1', 'SUP-9'], expand: ['changelog'] }],
    ['GET', `${ISSUE}/changelog`],
    ['POST', `${JIRA}/changelog/bulkfetch`, '', { issueIdsOrKeys: ['SUP-1'] }],
    ['GET', `${ISSUE}/comment`, 'expand=properties'],
    ['POST', `${ISSUE}/comment`, 'expand=properties', { body: adf, properties: [{ key: 'a', value: 1 }] }],
    ['GET', `${ISSUE}/transitions`],
    ['GET', `${ISSUE}/editmeta`],
    ['GET', `${ISSUE}/properties`],
    ['GET', `${JIRA}/field`],
    ['GET', `${JIRA}/field/search`],
    ['GET', `${JIRA}/mypermissions`, 'permissions=EDIT_ISSUES,ADMINISTER&issueKey=SUP-1'],
    [
      'POST',
      `${JIRA}/permissions/check`,
      '',
      { globalPermissions: ['ADMINISTER'], projectPermissions: [{ permissions: ['EDIT_ISSUES'], projects: [1] }] },
    ],
    ['GET', `${JIRA}/myself`],
    ['GET', `${JIRA}/priority`],
    ['GET', `${JIRA}/priority/search`],
    ['GET', `${JIRA}/priorityscheme`],
    ['GET', `${JIRA}/project/search`],
    ['GET', `${JIRA}/project/{projectIdOrKey}`],
    ['POST', `${JIRA}/search/jql`, '', { jql: 'project = SUP', fields: ['*all'], expand: 'names' }],
    ['POST', `${JIRA}/search/approximate-count`, '', { jql: 'project = SUP' }],
    ['POST', `${JIRA}/jql/match`, '', { issueIds: [1], jqls: ['project = SUP'] }],
    ['GET', `${JIRA}/status`],
    ['GET', `${JIRA}/statuses/search`],
    ['GET', `${JIRA}/serverInfo`],
    ['GET', `${JSM}/info`],
    ['GET', `${JSM}/servicedesk`],
    ['GET', DESK],
    ['GET', `${DESK}/requesttype`, 'expand=field'],
    ['GET', `${DESK}/requesttype/{requestTypeId}`],
    ['GET', `${DESK}/organization`],
    ['GET', `${JSM}/organization`],
    ['GET', ORGANIZATION],
    ['GET', `${ORGANIZATION}/user`],
    ['GET', `${ORGANIZATION}/property`],
    ['POST', `${JSM}/organization`, '', { name: 'New' }],
    ['POST', `${JSM}/request`, '', 'a request'],
    ['GET', `${JSM}/request`, 'requestOwnership=ALL_REQUESTS&expand=participant,status,requestType,serviceDesk'],
    ['GET', REQUEST, 'expand=participant,status,requestType,serviceDesk'],
    ['GET', `${REQUEST}/comment`],
    ['POST', `${REQUEST}/comment`, '', { body: 'Hello', public: true }],
    ['GET', `${REQUEST}/participant`],
    ['GET', `${REQUEST}/status`],
    ['GET', `${REQUEST}/transition`],
  ])('%s %s answers in its shape', async (method, template, query = '', body) => {
    const ids: Record<string, string> = {
      issueIdOrKey: 'SUP-1',
      projectIdOrKey: 'SUP',
      serviceDeskId: String(site.project.serviceDeskId),
      requestTypeId: site.requestType.id,
      organizationId: site.acme.id,
    };
    const path = template.replace(/\{(\w+)\}/g, (_whole, name: string) => ids[name] ?? '');
    const request = {
      serviceDeskId: ids['serviceDeskId'],
      requestTypeId: ids['requestTypeId'],
      requestFieldValues: { summary: 'New', [site.jira.fieldId('impact')]: 'minor' },
    };
    const answer = await site.ask(method, `${path}?${query}`, {
      as: site.people.admin,
      body: body === 'a request' ? request : body,
    });
    expect(answer.status).toBeLessThan(300);
    const contract = contractOf(template);
    const schema = answerSchema(contract, method, template, answer.status);
    const found = schema === null ? [] : departures(contract, schema, answer.body);
    expect([...new Set(found)].filter((departure) => !REALITY.some((known) => known.test(departure)))).toEqual([]);
  });

  it('would notice an answer of another shape', () => {
    const template = `${JIRA}/permissions/check`;
    const schema = answerSchema(contractOf(template), 'POST', template, 200);
    const wrong = { globalPermissions: 'ADMINISTER', projectPermissions: [{ permission: 1, issues: [] }], more: true };
    expect(departures(contractOf(template), schema ?? {}, wrong)).toEqual([
      '.globalPermissions: string, not array',
      '.projectPermissions[].projects: missing',
      '.projectPermissions[].permission: number, not string',
      '.more: not in the schema',
    ]);
    expect(at(wrong, 'more')).toBe(true);
  });
});
