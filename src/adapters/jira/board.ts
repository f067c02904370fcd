import { route } from '@forge/api';
import * as v from 'valibot';
import {
  RefusedError,
  type BoardOrder,
  type BoardProject,
  type BoardState,
  type DueQuestion,
  type FieldIds,
  type IncidentPage,
  type IncidentQuery,
  type IncidentSighting,
  type JiraBoard,
  type OrganizationName,
  type PageOfIssues,
} from '../../services/ports';
import { countJql, dueJql, orderedJql, soughtKey } from './board-jql';
import { refusalAsNull } from './permissions';
import { jiraGet, JiraError } from './request';
import { jiraInstant, organizationList } from './shapes';
import { slaValuesIn } from './sla-values';

/** What a board lists, asked of Jira as the user who looks at it. */
export const jiraBoard: JiraBoard = { incidents, dueWithin, count, project, organizations, assignees };

const named = v.nullish(v.object({ name: v.nullish(v.string(), '') }), null);
const boardIssue = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.looseObject({
    summary: v.nullish(v.string(), ''),
    created: jiraInstant,
    assignee: v.nullish(v.object({ displayName: v.nullish(v.string(), '') }), null),
    priority: named,
    status: named,
  }),
});
const searchPage = v.object({ issues: v.array(boardIssue), nextPageToken: v.nullish(v.string(), null) });

async function incidents(
  query: IncidentQuery,
  order: BoardOrder,
  fields: FieldIds,
  page: PageOfIssues,
): Promise<IncidentPage> {
  return search('list-incidents', query, orderedJql(query, order, fields), fields, page);
}

async function dueWithin(
  query: IncidentQuery,
  due: DueQuestion,
  fields: FieldIds,
  page: PageOfIssues,
): Promise<IncidentPage> {
  return search('list-deadlines', query, dueJql(query, due, fields), fields, page);
}

const SYSTEM_FIELDS = ['summary', 'created', 'assignee', 'priority', 'status'];

async function search(
  operation: string,
  query: IncidentQuery,
  jql: string,
  fields: FieldIds,
  page: PageOfIssues,
): Promise<IncidentPage> {
  const { slaStatus, slaNextDue, responseDue, resolutionDue, customerPlan, handlingOrder, organizations: of } = fields;
  const own = [slaStatus, slaNextDue, responseDue, resolutionDue, customerPlan, handlingOrder, of];
  const asked = jiraGet(
    {
      operation,
      as: 'user',
      method: 'POST',
      route: route`/rest/api/3/search/jql`,
      body: {
        jql,
        fields: [...SYSTEM_FIELDS, ...own.filter((id) => id !== null)],
        maxResults: page.size,
        ...(page.after === null ? {} : { nextPageToken: page.after }),
      },
    },
    searchPage,
  );
  const found = await unknownAsNull(query, page, asked);
  return {
    incidents: (found?.issues ?? []).map((issue) => sightingOf(issue, fields)),
    next: found?.nextPageToken ?? null,
  };
}

const countShape = v.object({ count: v.number() });

async function count(query: IncidentQuery, state: BoardState, fields: FieldIds): Promise<number> {
  const asked = jiraGet(
    {
      operation: 'count-incidents',
      as: 'user',
      method: 'POST',
      route: route`/rest/api/3/search/approximate-count`,
      body: { jql: countJql(query, state, fields) },
    },
    countShape,
  );
  return (await unknownAsNull(query, null, asked))?.count ?? 0;
}

/**
 * Jira refuses a query (400) that names a key, an organization or an account that is not there (any more), and a page
 * token that has grown old: all are answered with nothing. A query of the board's own making that is wrong is not.
 */
async function unknownAsNull<T>(
  { filter }: IncidentQuery,
  page: PageOfIssues | null,
  asked: Promise<T | null>,
): Promise<T | null> {
  const namesThings = soughtKey(filter.search) !== null || filter.organizationId !== null || filter.assignee !== null;
  if (!namesThings && (page?.after ?? null) === null) return asked;
  try {
    return await asked;
  } catch (error) {
    if (error instanceof JiraError && error.status === 400) return null;
    throw error;
  }
}

function sightingOf({ id, key, fields: values }: v.InferOutput<typeof boardIssue>, fields: FieldIds): IncidentSighting {
  const organizationsOf = v.safeParse(organizationList, values[fields.organizations ?? ''] ?? []);
  return {
    issueId: id,
    issueKey: key,
    summary: values.summary,
    createdAt: values.created,
    assignee: values.assignee?.displayName ?? null,
    jiraPriority: values.priority?.name ?? null,
    statusName: values.status?.name ?? '',
    organizations: organizationsOf.success ? organizationsOf.output : [],
    slaFields: slaValuesIn(values, fields),
  };
}

const projectShape = v.object({
  id: v.string(),
  key: v.string(),
  name: v.nullish(v.string(), ''),
  projectTypeKey: v.nullish(v.string(), null),
});

/** Whether the user is shown the project decides who reads on, so anything but a plain yes is a no. */
async function project(projectId: string): Promise<BoardProject | null> {
  const found = await refusalAsNull(
    jiraGet({ operation: 'board-project', as: 'user', route: route`/rest/api/3/project/${projectId}` }, projectShape),
  );
  if (found === null) return null;
  const { id, key, name, projectTypeKey } = found;
  return { projectId: id, key, name, service: projectTypeKey === 'service_desk' };
}

const organizationPage = v.object({ values: organizationList, isLastPage: v.boolean() });
const ORGANIZATIONS_A_PAGE = 50;
/** What a list to choose from can hold; a site with more is better searched. */
const MOST_PAGES = 20;

/** JSM takes a project's id for its service desk's. A project without a service desk, or none of this user's, has none. */
async function organizations(projectId: string): Promise<readonly OrganizationName[]> {
  const all: OrganizationName[] = [];
  try {
    for (let pages = 0, isLast = false; !isLast && pages < MOST_PAGES; pages += 1) {
      const page = await jiraGet(
        {
          operation: 'board-organizations',
          as: 'user',
          route: route`/rest/servicedeskapi/servicedesk/${projectId}/organization?start=${all.length}&limit=${ORGANIZATIONS_A_PAGE}`,
        },
        organizationPage,
      );
      all.push(...(page?.values ?? []));
      isLast = page === null || page.isLastPage || page.values.length === 0;
    }
  } catch (error) {
    if (!(error instanceof RefusedError || error instanceof JiraError)) throw error;
  }
  return all;
}

const accounts = v.array(
  v.object({
    accountId: v.string(),
    accountType: v.nullish(v.string(), null),
    active: v.nullish(v.boolean(), true),
    displayName: v.nullish(v.string(), ''),
  }),
);
const MOST_PEOPLE = 200;

/** A user who may not look people up is offered none, and can still filter by themselves and by nobody. */
async function assignees(projectId: string): Promise<readonly { accountId: string; name: string }[]> {
  try {
    const found = await jiraGet(
      {
        operation: 'board-assignees',
        as: 'user',
        route: route`/rest/api/3/user/assignable/search?project=${projectId}&maxResults=${MOST_PEOPLE}`,
      },
      accounts,
    );
    return (found ?? [])
      .filter(({ accountType, active }) => active && accountType !== 'app')
      .map(({ accountId, displayName }) => ({ accountId, name: displayName }));
  } catch (error) {
    if (!(error instanceof RefusedError || error instanceof JiraError)) throw error;
    return [];
  }
}
