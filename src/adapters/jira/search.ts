import { route } from '@forge/api';
import * as v from 'valibot';
import { HOUR } from '../../core/time/instant';
import type { FieldIds, IssueFilter, IssuePage, IssueSighting, PageOfIssues } from '../../services/ports';
import { jiraGet } from './request';
import { jiraInstant, requestTypeValue } from './shapes';

const FURTHEST_ZONE = 12 * HOUR;

const sighting = v.object({
  id: v.string(),
  fields: v.looseObject({
    project: v.object({ id: v.string() }),
    issuetype: v.object({ id: v.string() }),
    created: jiraInstant,
    updated: jiraInstant,
  }),
});

const searchPage = v.object({ issues: v.array(sighting), nextPageToken: v.nullish(v.string(), null) });

/**
 * Issues of these projects, as the app. Oldest first by creation, the one order that edits during the paging do not
 * change: what joins late shifts the rest towards the end, so an issue may come twice and never not at all.
 */
export async function findIssues(
  projectIds: readonly string[],
  which: IssueFilter,
  fields: FieldIds,
  page: PageOfIssues,
): Promise<IssuePage> {
  const found = await jiraGet(
    {
      operation: 'find-issues',
      as: 'app',
      method: 'POST',
      route: route`/rest/api/3/search/jql`,
      body: {
        jql: `${jqlOf(projectIds, which)} ORDER BY created ASC`,
        fields: [
          'project',
          'issuetype',
          'created',
          'updated',
          ...(fields.requestType === null ? [] : [fields.requestType]),
        ],
        maxResults: page.size,
        ...(page.after === null ? {} : { nextPageToken: page.after }),
      },
    },
    searchPage,
  );
  const issues = (found?.issues ?? []).map(({ id, fields: values }): IssueSighting => {
    const requestType = v.safeParse(requestTypeValue, values[fields.requestType ?? '']);
    return {
      issueId: id,
      projectId: values.project.id,
      issueTypeId: values.issuetype.id,
      requestTypeId: requestType.success ? (requestType.output.requestType?.id ?? null) : null,
      createdAt: values.created,
      updatedAt: values.updated,
    };
  });
  return { issues, next: found?.nextPageToken ?? null };
}

const countShape = v.object({ count: v.number() });

/** About how many such issues there are: Jira's own estimate, in one call. */
export async function countIssues(projectIds: readonly string[], which: IssueFilter): Promise<number> {
  const counted = await jiraGet(
    {
      operation: 'count-issues',
      as: 'app',
      method: 'POST',
      route: route`/rest/api/3/search/approximate-count`,
      body: { jql: jqlOf(projectIds, which) },
    },
    countShape,
  );
  return counted?.count ?? 0;
}

function jqlOf(projectIds: readonly string[], which: IssueFilter): string {
  const projects = `project in (${projectIds.join(', ')})`;
  if ('open' in which) return `${projects} AND statusCategory != Done`;
  // Jira reads a date in the asking account's zone, which is not known; the furthest west is 12 hours behind UTC. A period
  // ('-90m') would need no zone, but its query changes by the minute, and a page token holds for one query alone.
  const since = new Date(which.touchedSince - FURTHEST_ZONE).toISOString().slice(0, 16).replace('T', ' ');
  return `${projects} AND updated >= "${since}"`;
}
