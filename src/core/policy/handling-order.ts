import type { LevelKey, PolicyDocument, PriorityKey } from './document';

/**
 * The place of a ticket in the order of handling, as one rank: by priority, then impact, then urgency, each from the most
 * to the least severe (the policy's "order determined by three measures", rules.md §5). 1 is handled first. A measure
 * that is unset, or not one of this policy's, comes after all that are.
 */
export function handlingOrder(
  policy: PolicyDocument,
  priority: PriorityKey | null,
  impact: LevelKey | null,
  urgency: LevelKey | null,
): number {
  const { priorities, impacts, urgencies } = policy;
  const byPriority = placeIn(priorities, priority) * (impacts.length + 1);
  const byImpact = (byPriority + placeIn(impacts, impact)) * (urgencies.length + 1);
  return byImpact + placeIn(urgencies, urgency) + 1;
}

/** The key's index, or one past the last. */
function placeIn(list: readonly { readonly key: string }[], key: string | null): number {
  const index = list.findIndex((item) => item.key === key);
  return index === -1 ? list.length : index;
}
