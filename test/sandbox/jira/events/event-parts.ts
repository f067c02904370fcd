/** What every product event carries of its issue: a subset of fields without priority, custom fields or organizations. */
import { textIn } from '../issue-values';
import type { ChangeItem, Issue, JsonObject } from '../model';
import type { ProductEvent } from '../../seam';
import type { Site } from '../site';
import type { Act } from '../writes/act';
import { issueTypeView, projectView, statusView } from '../views/things';
import { jiraTimestamp } from '../views/times';

const account = (accountId: unknown): JsonObject | null => (typeof accountId === 'string' ? { accountId } : null);

/** The issue of an event. In the minimal shape it is id and key alone. */
export function eventIssue(site: Site, issue: Issue): JsonObject {
  if (site.options.events.shape === 'minimal') return { id: issue.id, key: issue.key };
  const { state } = site;
  const status = state.statuses[textIn(issue, 'status')];
  const type = state.issueTypes[issue.issueTypeId];
  return {
    id: issue.id,
    key: issue.key,
    fields: {
      summary: issue.values['summary'] ?? null,
      issuetype: type === undefined ? null : issueTypeView(site, type),
      creator: account(issue.creatorId),
      created: jiraTimestamp(issue.created, 'UTC'),
      project: projectView(site, site.projectOf(issue)),
      reporter: account(issue.values['reporter']),
      assignee: account(issue.values['assignee']),
      updated: jiraTimestamp(issue.updated, 'UTC'),
      status: status === undefined ? null : statusView(site, status),
    },
  };
}

/** A changelog item as events, the changelog and bulkfetch show it; minimal ones have ids alone. */
export function itemView(item: ChangeItem, minimal: boolean): JsonObject {
  const { field, fieldId, fieldtype, from, fromString, to, toText } = item;
  return minimal ? { field, fieldId, from, to } : { field, fieldtype, fieldId, from, fromString, to, toString: toText };
}

/** Accounts that an event names, where the site's events name any. */
export function associatedUsers(site: Site, issue: Issue): JsonObject {
  if (site.options.events.shape === 'minimal') return {};
  const ids = [issue.values['assignee'], issue.values['reporter']].filter((id): id is string => typeof id === 'string');
  return { associatedUsers: { associatedUsers: [...new Set(ids)].map((accountId) => ({ accountId })) } };
}

/** Puts an event among those to deliver, unless the options drop it. */
export function raise(site: Site, eventType: string, act: Act, payload: JsonObject): void {
  const event: ProductEvent = { eventType, selfGenerated: act.asApp, ...payload };
  if (site.options.events.drop?.(event) !== true) site.pending.push(event);
}
