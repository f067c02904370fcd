import { route } from '@forge/api';
import * as v from 'valibot';
import { MINUTE, type EpochMillis } from '../../core/time/instant';
import type { FieldIds, IssueFilter, IssuePage, JiraTickets, LevelEdit, SlaFieldValues } from '../../services/ports';
import { HISTORY_TYPE } from './history';
import { readTicket } from './read-ticket';
import { jiraGet, jiraSend } from './request';
import { jiraInstant } from './shapes';

const PAGE = 100;

/** Reads and writes of issues. Reads and the app's own fields as the app, levels as the user who asked. */
export const jiraTickets: JiraTickets = {
  readTicket,
  reporterOrganizations,
  writePriority,
  writeSlaFields,
  writeLevelsAsUser,
  findIssues,
  lookUp,
};

const organizationPage = v.object({
  values: v.array(v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) })),
  isLastPage: v.boolean(),
});

async function reporterOrganizations(accountId: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let last = false; !last;) {
    const page = await jiraGet(
      {
        operation: 'reporter-organizations',
        as: 'app',
        route: route`/rest/servicedeskapi/organization?accountId=${accountId}&start=${ids.length}&limit=50`,
      },
      organizationPage,
    );
    ids.push(...(page?.values ?? []).map(({ id }) => id));
    last = page === null || page.isLastPage || page.values.length === 0;
  }
  return ids;
}

async function writePriority(issueId: string, priorityId: string): Promise<void> {
  await jiraSend({
    operation: 'write-priority',
    as: 'app',
    method: 'PUT',
    route: route`/rest/api/3/issue/${issueId}?notifyUsers=false`,
    body: {
      fields: { priority: { id: priorityId } },
      historyMetadata: { type: HISTORY_TYPE, description: 'Impact and urgency', activityDescription: 'Cadran' },
    },
  });
}

async function writeSlaFields(issueId: string, fields: FieldIds, changed: Partial<SlaFieldValues>): Promise<void> {
  const names = Object.keys(changed) as (keyof SlaFieldValues)[];
  const updates = names.flatMap((name) => {
    const customField = fields[name];
    return customField === null ? [] : [{ customField, issueIds: [Number(issueId)], value: fieldValue(name, changed) }];
  });
  if (updates.length === 0) return;
  await jiraSend({
    operation: 'write-fields',
    as: 'app',
    method: 'POST',
    route: route`/rest/api/3/app/field/value?generateChangelog=false`,
    body: { updates },
  });
}

function fieldValue(name: keyof SlaFieldValues, values: Partial<SlaFieldValues>): string | number | null {
  switch (name) {
    case 'slaNextDue':
    case 'responseDue':
    case 'resolutionDue':
      return jiraDateTime(values[name] ?? null);
    case 'slaStatus':
    case 'customerPlan':
    case 'handlingOrder':
      return values[name] ?? null;
  }
}

/** Jira writes offsets without a colon. */
function jiraDateTime(at: EpochMillis | null): string | null {
  return at === null ? null : new Date(at).toISOString().replace('Z', '+0000');
}

async function writeLevelsAsUser(issueId: string, { impact, urgency }: LevelEdit): Promise<void> {
  await jiraSend({
    operation: 'write-levels',
    as: 'user',
    method: 'PUT',
    route: route`/rest/api/3/issue/${issueId}`,
    body: { fields: { [impact.fieldId]: impact.value, [urgency.fieldId]: urgency.value } },
  });
}

const searchPage = v.object({
  issues: v.array(v.object({ id: v.string() })),
  nextPageToken: v.nullish(v.string(), null),
});

async function findIssues(projectIds: readonly string[], which: IssueFilter, page: string | null): Promise<IssuePage> {
  // A period is the one form of an instant in JQL that no user's time zone changes.
  const minutesAgo = 'open' in which ? 0 : Math.ceil((Date.now() - which.touchedSince) / MINUTE);
  const filter = 'open' in which ? 'statusCategory != Done' : `updated >= -${minutesAgo}m`;
  const found = await jiraGet(
    {
      operation: 'find-issues',
      as: 'app',
      method: 'POST',
      route: route`/rest/api/3/search/jql`,
      body: {
        jql: `project in (${projectIds.join(', ')}) AND ${filter} ORDER BY created ASC`,
        fields: ['id'],
        maxResults: PAGE,
        ...(page === null ? {} : { nextPageToken: page }),
      },
    },
    searchPage,
  );
  return { issueIds: (found?.issues ?? []).map(({ id }) => id), next: found?.nextPageToken ?? null };
}

const bulkPage = v.object({
  issues: v.array(v.object({ id: v.string(), fields: v.object({ updated: jiraInstant }) })),
});

async function lookUp(issueIds: readonly string[]): Promise<ReadonlyMap<string, EpochMillis>> {
  if (issueIds.length === 0) return new Map();
  const found = await jiraGet(
    {
      operation: 'look-up-issues',
      as: 'app',
      method: 'POST',
      route: route`/rest/api/3/issue/bulkfetch`,
      body: { issueIdsOrKeys: issueIds, fields: ['updated'] },
    },
    bulkPage,
  );
  return new Map((found?.issues ?? []).map(({ id, fields }) => [id, fields.updated]));
}
