import { route } from '@forge/api';
import * as v from 'valibot';
import type { EpochMillis } from '../../core/time/instant';
import type {
  FieldIds,
  JiraTickets,
  LevelEdit,
  LevelFieldEdit,
  SeenIssue,
  SlaFieldValues,
  StatusGroup,
} from '../../services/ports';
import { writeActionAsUser } from './comments';
import { HISTORY_TYPE } from './history';
import { readTicket } from './read-ticket';
import { jiraGet, jiraSend, jiraWrite } from './request';
import { countIssues, findIssues } from './search';
import { jiraInstant } from './shapes';

/** Reads and writes of issues. Reads and the app's own fields as the app, levels and actions as the user who asked. */
export const jiraTickets: JiraTickets = {
  readTicket,
  reporterOrganizations,
  writePriority,
  writeSlaFields,
  writeSlaStatus,
  writeLevelsAsApp,
  writeLevelsAsUser,
  replyAsUser,
  writeActionAsUser,
  findIssues,
  countIssues,
  seenByUser,
  lookUp,
  issueKeys,
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

const writtenIssue = v.object({ fields: v.object({ updated: jiraInstant }) });

/**
 * The issue comes back with the edit, at no further cost, so that the row knows the `updated` of the app's own write. A site
 * that sends it back without that field has the ticket looked at once more, at its next threshold.
 */
async function writePriority(issueId: string, priorityId: string): Promise<EpochMillis | null> {
  const body = await jiraWrite({
    operation: 'write-priority',
    as: 'app',
    method: 'PUT',
    route: route`/rest/api/3/issue/${issueId}?notifyUsers=false&returnIssue=true`,
    body: {
      fields: { priority: { id: priorityId } },
      historyMetadata: { type: HISTORY_TYPE, description: 'Impact and urgency', activityDescription: 'Cadran' },
    },
  });
  const parsed = v.safeParse(writtenIssue, body);
  return parsed.success ? parsed.output.fields.updated : null;
}

async function writeSlaFields(issueId: string, fields: FieldIds, changed: Partial<SlaFieldValues>): Promise<void> {
  const names = Object.keys(changed) as (keyof SlaFieldValues)[];
  const updates = names.flatMap((name) => {
    const customField = fields[name];
    return customField === null ? [] : [{ customField, issueIds: [Number(issueId)], value: fieldValue(name, changed) }];
  });
  await writeFieldValues(updates);
}

async function writeSlaStatus({ slaStatus }: FieldIds, groups: readonly StatusGroup[]): Promise<void> {
  if (slaStatus === null) return;
  await writeFieldValues(
    groups.map(({ status, issueIds }) => ({
      customField: slaStatus,
      issueIds: issueIds.map(Number),
      value: status === 'none' ? null : status,
    })),
  );
}

interface FieldUpdate {
  readonly customField: string;
  readonly issueIds: readonly number[];
  readonly value: string | number | null;
}

async function writeFieldValues(updates: readonly FieldUpdate[]): Promise<void> {
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

async function writeLevelsAsApp(issueId: string, edits: readonly LevelFieldEdit[]): Promise<void> {
  const own = edits.filter(({ isOwnField }) => isOwnField);
  await writeFieldValues(
    own.map(({ fieldId, value }) => ({ customField: fieldId, issueIds: [Number(issueId)], value: String(value) })),
  );
  const selects = edits.filter(({ isOwnField }) => !isOwnField);
  if (selects.length === 0) return;
  await jiraWrite({
    operation: 'copy-answers',
    as: 'app',
    method: 'PUT',
    route: route`/rest/api/3/issue/${issueId}?notifyUsers=false`,
    body: {
      fields: Object.fromEntries(selects.map(({ fieldId, value }) => [fieldId, value])),
      historyMetadata: { type: HISTORY_TYPE, description: 'Answers on the portal', activityDescription: 'Cadran' },
    },
  });
}

async function writeLevelsAsUser(issueId: string, { impact, urgency }: LevelEdit): Promise<void> {
  await jiraWrite({
    operation: 'write-levels',
    as: 'user',
    method: 'PUT',
    route: route`/rest/api/3/issue/${issueId}`,
    body: { fields: { [impact.fieldId]: impact.value, [urgency.fieldId]: urgency.value } },
  });
}

/** By the request's own route, which says `public` in so many words. */
async function replyAsUser(issueKey: string, text: string): Promise<void> {
  await jiraSend({
    operation: 'reply',
    as: 'user',
    method: 'POST',
    route: route`/rest/servicedeskapi/request/${issueKey}/comment`,
    body: { body: text, public: true },
  });
}

const seenPage = v.object({
  issues: v.array(v.object({ id: v.string(), key: v.string(), fields: v.object({ summary: v.string() }) })),
});

/** A bulk read leaves out what the user may not browse, where a search by id would refuse the whole question. */
async function seenByUser(issueIds: readonly string[]): Promise<readonly SeenIssue[]> {
  if (issueIds.length === 0) return [];
  const found = await jiraGet(
    {
      operation: 'see-issues',
      as: 'user',
      method: 'POST',
      route: route`/rest/api/3/issue/bulkfetch`,
      body: { issueIdsOrKeys: issueIds, fields: ['summary'] },
    },
    seenPage,
  );
  return (found?.issues ?? []).map(({ id, key, fields }) => ({ issueId: id, key, summary: fields.summary }));
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

const keyPage = v.object({ issues: v.array(v.object({ id: v.string(), key: v.string() })) });

async function issueKeys(issueIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (issueIds.length === 0) return new Map();
  const found = await jiraGet(
    {
      operation: 'issue-keys',
      as: 'app',
      method: 'POST',
      route: route`/rest/api/3/issue/bulkfetch`,
      body: { issueIdsOrKeys: issueIds, fields: ['project'] },
    },
    keyPage,
  );
  return new Map((found?.issues ?? []).map(({ id, key }) => [id, key]));
}
