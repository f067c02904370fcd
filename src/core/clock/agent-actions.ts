import { priorityOf, reasonOf } from '../policy/lookup';
import type { PolicyDocument } from '../policy/document';
import type { AgentAction, HistoryComment } from './history';
import type { TicketFold } from './ticket-fold';
import { byId, type ActionComment } from './timeline';

/** Why an agent's action cannot be taken now. */
export type ActionProblem =
  /** The policy lists no such reason. */
  | 'unknown-reason'
  /** The ticket has no priority that could be lowered, or stands at the lowest already. */
  | 'nothing-to-lower'
  /** The priorities below are fewer. */
  | 'too-many-levels'
  /** The duty does not apply at the ticket's priority (rules.md §7). */
  | 'no-duty'
  /** It is not the last action any more: somebody acted meanwhile. */
  | 'not-last';

/** What comes of an action before it is written. `unchanged`: it is so already, as after a click that is repeated. */
export type ActionCheck = 'takes-effect' | 'unchanged' | { readonly problem: ActionProblem };

/** Checks an action against the ticket as it stands: nothing is written that would change nothing. */
export function checkAction(
  fold: Pick<TicketFold, 'priority' | 'unavailable'>,
  document: PolicyDocument,
  comments: readonly HistoryComment[],
  action: AgentAction,
): ActionCheck {
  const { priority, unavailable } = fold;
  switch (action.kind) {
    case 'downgrade':
      return checkDowngrade(priority, document, action);
    case 'lift-downgrade':
      return priority.downgrade === null ? 'unchanged' : 'takes-effect';
    case 'return-to-matrix':
      return priority.source === 'override' ? 'takes-effect' : 'unchanged';
    case 'unavailable':
      if (reasonOf(document, action.reasonCode) === undefined) return { problem: 'unknown-reason' };
      if (!dutyApplies(fold, document)) return { problem: 'no-duty' };
      return unavailable?.reasonCode === action.reasonCode ? 'unchanged' : 'takes-effect';
    case 'available':
      return unavailable === null ? 'unchanged' : 'takes-effect';
    case 'undo':
      return checkUndo(lastAction(comments), action.commentId);
  }
}

/** Whether the policy asks the customer for resources at the ticket's priority. */
export function dutyApplies({ priority }: Pick<TicketFold, 'priority'>, { duty }: PolicyDocument): boolean {
  return priority.effective !== null && duty.priorities.includes(priority.effective);
}

/** By how many levels a priority may be lowered; 0 without one, and for the lowest. */
export function levelsBelow({ priorities }: PolicyDocument, priority: string | null): number {
  const rank = priorities.findIndex(({ key }) => key === priority);
  return rank === -1 ? 0 : priorities.length - 1 - rank;
}

function checkDowngrade(
  { effective, downgrade }: TicketFold['priority'],
  document: PolicyDocument,
  { levels, reasonCode }: Extract<AgentAction, { kind: 'downgrade' }>,
): ActionCheck {
  if (reasonOf(document, reasonCode) === undefined) return { problem: 'unknown-reason' };
  const below = levelsBelow(document, downgrade?.from ?? effective);
  if (below === 0) return { problem: 'nothing-to-lower' };
  if (levels > below) return { problem: 'too-many-levels' };
  if (downgrade === null || priorityOf(document, downgrade.from) === undefined) return 'takes-effect';
  const lowered = below - levelsBelow(document, downgrade.to);
  return lowered === levels && downgrade.reasonCode === reasonCode ? 'unchanged' : 'takes-effect';
}

function checkUndo(last: ActionComment | null, commentId: string): ActionCheck {
  if (last?.id === commentId) return 'takes-effect';
  return last?.action.kind === 'undo' && last.action.commentId === commentId ? 'unchanged' : { problem: 'not-last' };
}

/** The last action taken on a ticket, the one that can be undone; an undo can be undone in its turn. Null without any. */
export function lastAction(comments: readonly HistoryComment[]): ActionComment | null {
  return comments.reduce<ActionComment | null>(
    (last, comment) => (isAction(comment) && (last === null || isLater(comment, last)) ? comment : last),
    null,
  );
}

function isAction(comment: HistoryComment): comment is ActionComment {
  return comment.author === 'agent' && comment.action !== null;
}

function isLater(a: ActionComment, b: ActionComment): boolean {
  return a.at === b.at ? byId(a.id, b.id) > 0 : a.at > b.at;
}
