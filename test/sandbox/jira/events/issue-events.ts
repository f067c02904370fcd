/** avi:jira:created|updated|assigned|deleted:issue (shared/events). One assignment raises assigned and updated. */
import type { ChangeItem, History, Issue, JsonObject } from '../model';
import type { Site } from '../site';
import type { Act } from '../writes/act';
import { associatedUsers, eventIssue, itemView, raise } from './event-parts';

export function issueCreated(site: Site, issue: Issue, act: Act): void {
  raise(site, 'avi:jira:created:issue', act, {
    issue: eventIssue(site, issue),
    atlassianId: act.accountId,
    ...associatedUsers(site, issue),
  });
}

/** `history` is null for a change kept out of the changelog: the event then says no more than that something changed. */
export function issueUpdated(site: Site, issue: Issue, history: History | null, act: Act): void {
  const assignment = history?.items.find((item) => item.fieldId === 'assignee');
  if (history !== null && assignment !== undefined) {
    raise(site, 'avi:jira:assigned:issue', act, {
      issue: eventIssue(site, issue),
      atlassianId: act.accountId,
      changelog: { items: [itemView(assignment, isMinimal(site))] },
    });
  }
  raise(site, 'avi:jira:updated:issue', act, {
    jiraEventTypeName: 'issue_generic',
    issue: eventIssue(site, issue),
    atlassianId: act.accountId,
    ...(history === null ? {} : { changelog: changelogOf(site, history), ...associatedStatuses(site, history.items) }),
    ...associatedUsers(site, issue),
  });
}

export function issueDeleted(site: Site, issue: Issue, act: Act): void {
  raise(site, 'avi:jira:deleted:issue', act, {
    issue: eventIssue(site, issue),
    atlassianId: act.accountId,
    ...associatedUsers(site, issue),
  });
}

const isMinimal = (site: Site): boolean => site.options.events.shape === 'minimal';

function changelogOf(site: Site, history: History): JsonObject {
  const items = history.items.map((item) => itemView(item, isMinimal(site)));
  return isMinimal(site) ? { items } : { id: history.id, items };
}

function associatedStatuses(site: Site, items: readonly ChangeItem[]): JsonObject {
  const item = items.find(({ fieldId }) => fieldId === 'status');
  if (item === undefined || isMinimal(site)) return {};
  return {
    associatedStatuses: [
      { id: item.from, name: item.fromString },
      { id: item.to, name: item.toText },
    ],
  };
}
