/**
 * The stand-in Jira read by jira.js, an independent client that checks every answer against schemas its makers hold to a
 * live site: an answer of another shape throws there. Its server speaks to this machine alone.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { documentOf } from '../sandbox/jira/fields/adf';
import { aSite, START, type ASite } from '../site/jira/a-site';

/** The pinned version. */
export const JIRA_CLIENT = { 'jira.js': '6.2.0' };

type Method = (parameters?: object) => Promise<unknown>;
type Client = Readonly<Record<string, Readonly<Record<string, Method>>>>;
interface JiraJs {
  readonly createCloudClient: (settings: object) => Client;
  readonly createServiceDeskClient: (settings: object) => Client;
}

/** A call by its place in the client: surface, group, method, and what it is asked. */
type Step = readonly [surface: 'cloud' | 'desk', group: string, method: string, parameters?: object];

export interface StrictReading {
  readonly answers: number;
  /** The calls whose answer does not have the form that the client knows, with the place of the difference. */
  readonly mismatches: readonly string[];
}

/** Makes each call once, as an agent who administers the site. `folder` holds the installed package. */
export async function readStrictly(folder: string): Promise<StrictReading> {
  // Read by its path: the package is no dependency, and its entry is for modules alone.
  const entry = pathToFileURL(join(folder, 'node_modules/jira.js/dist/index.js')).href;
  const { createCloudClient, createServiceDeskClient } = (await import(entry)) as JiraJs;
  const site = aSite();
  const steps = stepsOn(site);
  const server = await serve(site);
  const settings = {
    host: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    auth: { type: 'basic', email: 'admin@example.com', apiToken: 'none' },
    onSchemaMismatch: 'throw',
  };
  const clients = { cloud: createCloudClient(settings), desk: createServiceDeskClient(settings) };
  const mismatches: string[] = [];
  try {
    for (const [surface, group, method, parameters] of steps) {
      const ask = clients[surface][group]?.[method];
      if (ask === undefined) throw new Error(`jira.js has no ${group}.${method}`);
      await ask(parameters).catch((error: unknown) => mismatches.push(`${group}.${method}: ${toldOf(error)}`));
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return { answers: steps.length, mismatches };
}

/** The reads and writes of a site with one request that has a past. */
function stepsOn(site: ASite): readonly Step[] {
  const { key, id } = site.anIssue();
  const { agent } = site.people;
  site.jira.seedStep(key, { kind: 'comment', at: START, by: agent, text: 'Hello', properties: { a: 1 } });
  const fields = { priority: { id: '1' }, assignee: { accountId: agent } };
  site.jira.seedStep(key, { kind: 'edit', at: START, by: agent, fields });
  site.jira.seedStep(key, { kind: 'transition', at: START, by: agent, to: 'Resolved' });
  const issue = { issueIdOrKey: key };
  const desk = { serviceDeskId: Number(site.project.serviceDeskId) };
  const organization = { organizationId: Number(site.acme.id) };
  const projectId = Number(site.project.id);
  const screen = Object.values(site.jira.state().screens)[0];
  const [screenId, tabId] = [Number(screen?.id), Number(screen?.tabs[0]?.id)];
  const commentId = site.jira.issue(key)?.comments[0]?.id;
  return [
    ['cloud', 'issues', 'getIssue', { ...issue, expand: 'changelog,names,schema,transitions,editmeta' }],
    ['cloud', 'issues', 'bulkFetchIssues', { issueIdsOrKeys: [key, 'SUP-99'], expand: ['changelog'] }],
    ['cloud', 'issues', 'getEditIssueMeta', issue],
    ['cloud', 'issues', 'getCreateIssueMetaIssueTypes', { projectIdOrKey: 'SUP' }],
    [
      'cloud',
      'issues',
      'getCreateIssueMetaIssueTypeId',
      { projectIdOrKey: 'SUP', issueTypeId: site.project.issueTypeIds[0] },
    ],
    ['cloud', 'issues', 'editIssue', { ...issue, fields: { summary: 'New' }, returnIssue: true }],
    ['cloud', 'issues', 'getChangeLogs', issue],
    ['cloud', 'issues', 'getBulkChangelogs', { issueIdsOrKeys: [key] }],
    ['cloud', 'issues', 'getTransitions', issue],
    ['cloud', 'issues', 'createIssue', newIssue()],
    ['cloud', 'issueComments', 'getComments', { ...issue, expand: 'properties' }],
    ['cloud', 'issueComments', 'getComment', { ...issue, id: commentId }],
    ['cloud', 'issueComments', 'addComment', { ...issue, body: documentOf('Hello') }],
    ['cloud', 'issueProperties', 'setIssueProperty', { ...issue, propertyKey: 'a', body: { b: 1 } }],
    ['cloud', 'issueProperties', 'getIssuePropertyKeys', issue],
    ['cloud', 'issueProperties', 'getIssueProperty', { ...issue, propertyKey: 'a' }],
    ['cloud', 'issueCommentProperties', 'getCommentPropertyKeys', { commentId }],
    ['cloud', 'issueCommentProperties', 'getCommentProperty', { commentId, propertyKey: 'a' }],
    ['cloud', 'issueFields', 'getFields'],
    ['cloud', 'issueFields', 'getFieldsPaginated'],
    ['cloud', 'permissions', 'getMyPermissions', { permissions: 'EDIT_ISSUES,ADMINISTER', issueKey: key }],
    ['cloud', 'permissions', 'getBulkPermissions', { globalPermissions: ['ADMINISTER'] }],
    ['cloud', 'myself', 'getCurrentUser'],
    ['cloud', 'users', 'getUser', { accountId: agent }],
    ['cloud', 'userSearch', 'findAssignableUsers', { project: 'SUP' }],
    ['cloud', 'issuePriorities', 'searchPriorities'],
    ['cloud', 'issuePriorities', 'getPriority', { id: '1' }],
    ['cloud', 'projects', 'searchProjects'],
    ['cloud', 'projects', 'getProject', { projectIdOrKey: 'SUP' }],
    ['cloud', 'screens', 'getScreens'],
    ['cloud', 'screenTabs', 'getAllScreenTabs', { screenId }],
    ['cloud', 'screenTabFields', 'getAllScreenTabFields', { screenId, tabId }],
    ['cloud', 'screenSchemes', 'getScreenSchemes'],
    ['cloud', 'issueTypeScreenSchemes', 'getIssueTypeScreenSchemeMappings'],
    ['cloud', 'issueTypeScreenSchemes', 'getIssueTypeScreenSchemeProjectAssociations', { projectId: [projectId] }],
    ['cloud', 'workflowStatuses', 'getStatuses'],
    ['cloud', 'status', 'search'],
    ['cloud', 'issueSearch', 'searchAndReconsileIssuesUsingJqlPost', { jql: 'project = SUP', fields: ['*all'] }],
    ['cloud', 'issueSearch', 'searchAndReconsileIssuesUsingJql', { jql: 'project = SUP' }],
    ['cloud', 'issueSearch', 'countIssues', { jql: 'project = SUP' }],
    ['cloud', 'issueSearch', 'matchIssues', { issueIds: [Number(id)], jqls: ['project = SUP'] }],
    ['cloud', 'serverInfo', 'getServerInfo'],
    ['desk', 'info', 'getInfo'],
    ['desk', 'servicedesk', 'getServiceDesks'],
    ['desk', 'servicedesk', 'getServiceDeskById', { serviceDeskId: String(desk.serviceDeskId) }],
    ['desk', 'servicedesk', 'getRequestTypes', desk],
    ['desk', 'servicedesk', 'getRequestTypeById', { ...desk, requestTypeId: Number(site.requestType.id) }],
    ['desk', 'servicedesk', 'getRequestTypeFields', { ...desk, requestTypeId: Number(site.requestType.id) }],
    ['desk', 'organization', 'getServiceDeskOrganizations', desk],
    ['desk', 'organization', 'getOrganizations'],
    ['desk', 'organization', 'getOrganization', organization],
    ['desk', 'organization', 'getUsersInOrganization', organization],
    ['desk', 'organization', 'createOrganization', { name: 'New' }],
    ['desk', 'request', 'createCustomerRequest', newRequest(site)],
    ['desk', 'request', 'getCustomerRequests', { expand: ['participant', 'status', 'requestType', 'serviceDesk'] }],
    ['desk', 'request', 'getCustomerRequestByIdOrKey', { ...issue, expand: ['participant', 'status'] }],
    ['desk', 'request', 'getCustomerRequestStatus', issue],
    ['desk', 'request', 'getRequestComments', issue],
    ['desk', 'request', 'getRequestCommentById', { ...issue, commentId: Number(commentId) }],
    ['desk', 'request', 'createRequestComment', { ...issue, body: 'Hello', public: true }],
    ['desk', 'request', 'getRequestParticipants', issue],
    ['desk', 'request', 'getCustomerTransitions', issue],
  ];
}

const newIssue = (): object => ({
  fields: { project: { key: 'SUP' }, issuetype: { name: 'Task' }, summary: 'New' },
});

const newRequest = (site: ASite): object => ({
  serviceDeskId: site.project.serviceDeskId,
  requestTypeId: site.requestType.id,
  requestFieldValues: { summary: 'New', [site.jira.fieldId('impact')]: 'minor' },
});

function toldOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
}

/** The site behind one port, every call as its admin. */
async function serve({ jira, people }: ASite): Promise<Server> {
  const server = createServer((request, response) => {
    void bodyOf(request)
      .then((body) =>
        jira.handle(
          {
            method: request.method ?? 'GET',
            path: request.url ?? '/',
            headers: {},
            body,
            identity: { kind: 'user', accountId: people.admin },
            scopes: null,
          },
          null,
        ),
      )
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
