import type { PolicyDocument } from '../document';
import type { Reported } from '../finding';

/** What the site still has to say: which tickets count, which statuses pause, which Jira priorities stand for ours. */
export function checkSetup(document: PolicyDocument, jiraPriorityIds: readonly string[] | null): readonly Reported[] {
  return [...tickets(document), ...statuses(document), ...priorities(document, jiraPriorityIds)];
}

function tickets({ scope }: PolicyDocument): readonly Reported[] {
  if (scope.some(({ kind }) => kind !== 'none')) return [];
  return [{ code: 'no-scope', place: { kind: 'setting', setting: 'scope' }, facts: {} }];
}

function statuses({ pauseStatusIds, extraDoneStatusIds, statusCategories }: PolicyDocument): readonly Reported[] {
  const place = { kind: 'setting', setting: 'pauseStatusIds' } as const;
  if (pauseStatusIds.length === 0) return [{ code: 'no-pause-status', place, facts: {} }];
  return pauseStatusIds
    .filter((id) => statusCategories[id] === 'done' || extraDoneStatusIds.includes(id))
    .map((statusId) => ({ code: 'pause-status-is-done', place, facts: { statusId } }));
}

/** `jiraPriorityIds` are the site's, null where the site was not asked: then no id can be told to be unknown. */
function priorities(document: PolicyDocument, jiraPriorityIds: readonly string[] | null): readonly Reported[] {
  const byId = new Map<string, string[]>();
  const findings: Reported[] = [];
  for (const { key: priority, jiraPriorityId } of document.priorities) {
    const place = { kind: 'priority', priority } as const;
    if (jiraPriorityId === null) {
      findings.push({ code: 'priority-not-mapped', place, facts: { priority } });
      continue;
    }
    byId.set(jiraPriorityId, [...(byId.get(jiraPriorityId) ?? []), priority]);
    if (jiraPriorityIds !== null && !jiraPriorityIds.includes(jiraPriorityId)) {
      findings.push({ code: 'jira-priority-unknown', place, facts: { priority, jiraPriorityId } });
    }
  }
  for (const [jiraPriorityId, shared] of byId) {
    const [first] = shared;
    if (first === undefined || shared.length < 2) continue;
    const place = { kind: 'priority', priority: first } as const;
    findings.push({ code: 'jira-priority-shared', place, facts: { jiraPriorityId, priorities: shared } });
  }
  return findings;
}
