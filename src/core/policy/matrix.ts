import type { LevelKey, PolicyDocument, PriorityKey } from './document';

/** Which of the two questions a level answers. */
export type LevelAxis = 'impact' | 'urgency';

/** What the matrix says of two levels. Anything but `derived` is no priority, and says why. */
export type MatrixAnswer =
  | { readonly kind: 'derived'; readonly priority: PriorityKey }
  /** A question is still open (rules.md §5): the clocks follow Jira's own priority. */
  | { readonly kind: 'unset' }
  | { readonly kind: 'unknown-level'; readonly axis: LevelAxis; readonly level: LevelKey }
  /** The policy has a hole, or names a priority that it does not define; checkPolicy refuses to publish either. */
  | { readonly kind: 'no-priority'; readonly impact: LevelKey; readonly urgency: LevelKey };

/** Matrix(impact, urgency) of rules.md §5, with the reason where it gives no priority. */
export function askMatrix(policy: PolicyDocument, impact: LevelKey | null, urgency: LevelKey | null): MatrixAnswer {
  if (impact !== null && !isLevel(policy, 'impact', impact)) {
    return { kind: 'unknown-level', axis: 'impact', level: impact };
  }
  if (urgency !== null && !isLevel(policy, 'urgency', urgency)) {
    return { kind: 'unknown-level', axis: 'urgency', level: urgency };
  }
  if (impact === null || urgency === null) return { kind: 'unset' };
  const priority = cellOf(policy, impact, urgency);
  if (priority === undefined || !policy.priorities.some(({ key }) => key === priority)) {
    return { kind: 'no-priority', impact, urgency };
  }
  return { kind: 'derived', priority };
}

/**
 * The priority that the matrix derives, or null where it derives none: a level unset, or not (or no longer) one of this
 * policy's. Nothing is guessed; who must tell the cases apart asks askMatrix.
 */
export function priorityFor(
  policy: PolicyDocument,
  impact: LevelKey | null,
  urgency: LevelKey | null,
): PriorityKey | null {
  const answer = askMatrix(policy, impact, urgency);
  return answer.kind === 'derived' ? answer.priority : null;
}

/** The matrix's entry as it stands in the document; undefined for a hole. */
export function cellOf(policy: PolicyDocument, impact: LevelKey, urgency: LevelKey): PriorityKey | undefined {
  if (!Object.hasOwn(policy.matrix, impact)) return undefined;
  const row = policy.matrix[impact];
  return row !== undefined && Object.hasOwn(row, urgency) ? row[urgency] : undefined;
}

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

/** The three measures behind a rank of `handlingOrder`; null for one that is unset, or for all where no rank is that. */
export interface Measures {
  readonly priority: PriorityKey | null;
  readonly impact: LevelKey | null;
  readonly urgency: LevelKey | null;
}

/**
 * The measures that a rank stands for under the policy that gave it: the inverse of handlingOrder.
 *
 * @example measuresOf(policy, 6) // { priority: 'P1', impact: 'important', urgency: 'critical' } with four levels a side
 */
export function measuresOf(policy: PolicyDocument, rank: number): Measures {
  const { priorities, impacts, urgencies } = policy;
  if (!Number.isInteger(rank) || rank < 1) return { priority: null, impact: null, urgency: null };
  const byImpact = Math.floor((rank - 1) / (urgencies.length + 1));
  const keyAt = (list: readonly { readonly key: string }[], place: number): string | null => list[place]?.key ?? null;
  return {
    priority: keyAt(priorities, Math.floor(byImpact / (impacts.length + 1))),
    impact: keyAt(impacts, byImpact % (impacts.length + 1)),
    urgency: keyAt(urgencies, (rank - 1) % (urgencies.length + 1)),
  };
}

/** The first and last rank that handlingOrder gives tickets of a priority; null for one that the policy does not have. */
export function ranksOf(
  policy: PolicyDocument,
  priority: PriorityKey,
): { readonly first: number; readonly last: number } | null {
  const place = policy.priorities.findIndex(({ key }) => key === priority);
  if (place === -1) return null;
  const ranks = (policy.impacts.length + 1) * (policy.urgencies.length + 1);
  return { first: place * ranks + 1, last: (place + 1) * ranks };
}

function isLevel(policy: PolicyDocument, axis: LevelAxis, level: LevelKey): boolean {
  const levels = axis === 'impact' ? policy.impacts : policy.urgencies;
  return levels.some(({ key }) => key === level);
}

/** The key's index, or one past the last. */
function placeIn(list: readonly { readonly key: string }[], key: string | null): number {
  const index = list.findIndex((item) => item.key === key);
  return index === -1 ? list.length : index;
}
