/** The one way by which fields of an issue change: value, history and event together. */
import type { ChangeItem, History, Issue, Json } from '../model';
import type { Site } from '../site';
import { changeItem } from '../fields/change-item';
import { issueUpdated } from '../events/issue-events';
import type { Act } from './act';

export interface Effects {
  /** Writes the change to the changelog. */
  changelog: boolean;
  /** Moves the issue's `updated`. */
  touch: boolean;
  /** Raises updated:issue (and assigned:issue where the assignee changed). */
  events: boolean;
}

const ALL: Effects = { changelog: true, touch: true, events: true };

/**
 * Stores what differs of `changes` (stored values by field id; null or an empty list empties a field).
 * Gives the new history, or null where nothing differed or no changelog was wanted.
 */
export function applyChanges(
  site: Site,
  issue: Issue,
  changes: Record<string, Json>,
  act: Act,
  effects: Effects = ALL,
): History | null {
  const items = withResolution(site, issue, changes, act).flatMap(([fieldId, value]) =>
    change(site, issue, fieldId, value, act),
  );
  if (items.length === 0) return null;
  if (effects.touch) issue.updated = Math.max(issue.updated, act.at);
  const history = effects.changelog ? addHistory(site, issue, items, act) : null;
  if (effects.events && !act.silent) issueUpdated(site, issue, history, act);
  return history;
}

function change(site: Site, issue: Issue, fieldId: string, value: Json, act: Act): ChangeItem[] {
  const field = site.state.fields[fieldId];
  if (field === undefined) throw new Error(`no field ${fieldId}`);
  const before = issue.values[fieldId] ?? null;
  const after = Array.isArray(value) && value.length === 0 ? null : value;
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (after === null) delete issue.values[fieldId];
  else issue.values[fieldId] = after;
  if (fieldId === 'status') issue.statusSince = act.at;
  return [changeItem(site, field, before, after)];
}

/** Entering Done sets a resolution (the one asked for, else Done), leaving it clears it: Jira's workflows do so. */
function withResolution(site: Site, issue: Issue, changes: Record<string, Json>, act: Act): [string, Json][] {
  const entries = Object.entries(changes);
  const to = changes['status'];
  if (typeof to === 'string') {
    const isDone = site.state.statuses[to]?.category === 'done';
    const hasResolution = issue.values['resolution'] !== undefined;
    if (!isDone && hasResolution) entries.push(['resolution', null]);
    if (isDone && !hasResolution && changes['resolution'] === undefined) entries.push(['resolution', '10000']);
  }
  const resolution = entries.findLast(([fieldId]) => fieldId === 'resolution');
  if (resolution !== undefined) {
    if (resolution[1] === null) delete issue.values['resolutiondate'];
    else issue.values['resolutiondate'] ??= act.at;
  }
  return entries;
}

function addHistory(site: Site, issue: Issue, items: ChangeItem[], act: Act): History {
  const history: History = {
    id: site.nextId(),
    authorId: act.accountId,
    created: act.at,
    items,
    historyMetadata: act.historyMetadata,
  };
  issue.histories.push(history);
  return history;
}
