import type { PolicyDocument } from '../policy/document';
import { RESOURCES_AVAILABLE, withAvailable, withUnavailable, type DutyState } from './duty';
import type { RecordedEdit, TicketValues } from './history';
import type { LedgerEntry } from './ledger';
import { afterAction, afterEdits, priorityAtCreation, priorityOutcome, type PriorityState } from './priority';
import type { PriorityOutcome } from './ticket-fold';
import type { Instant, Timeline } from './timeline';

/** How a ticket is handled as of one instant: its priority, and whether the customer supplies what the duty asks. */
export interface Handling {
  readonly priority: PriorityState;
  readonly outcome: PriorityOutcome;
  readonly duty: DutyState;
}

type Write = (entry: LedgerEntry) => void;

/** As created, before anything that happened at the creation's own instant. */
export function handlingAtCreation(created: TicketValues, document: PolicyDocument): Handling {
  const priority = priorityAtCreation(created);
  return { priority, outcome: priorityOutcome(priority, document), duty: RESOURCES_AVAILABLE };
}

/**
 * The handling after one instant, in the order of rules.md §7: lifts, unavailable, levels, override, downgrade; last, the
 * duty ends where the priority has left it. Actions that were undone count for nothing.
 */
export function handlingAfter(before: Handling, instant: Instant, undone: ReadonlySet<string>, write: Write): Handling {
  const { at, edits, published } = instant;
  const isDecided = published || edits.some(concernsPriority);
  if (!isDecided && instant.actions.length === 0) return before;
  const { document } = instant.policy;
  const actions = instant.actions.filter(({ id }) => !undone.has(id));
  const step: Step = { at, document, write, handling: before };

  for (const { action } of actions) {
    if (action.kind === 'available') endDuty(step, 'lifted');
    if (action.kind === 'lift-downgrade' && step.handling.priority.downgrade !== null) {
      setPriority(step, afterAction(step.handling.priority, action, at));
      write({ at, kind: 'downgrade-lifted', to: step.handling.outcome.effective });
    }
    if (action.kind === 'return-to-matrix' && step.handling.priority.override !== null) {
      setPriority(step, afterAction(step.handling.priority, action, at));
      write({ at, kind: 'returned-to-matrix', to: step.handling.outcome.effective });
    }
  }
  for (const { action, id } of actions) {
    if (action.kind !== 'unavailable' || !isInDuty(step)) continue;
    const { reasonCode } = action;
    step.handling = { ...step.handling, duty: withUnavailable(step.handling.duty, at, reasonCode) };
    write({ at, kind: 'unavailable', reasonCode, commentId: id });
  }
  if (isDecided) takeEdits(step, instant);
  for (const { action, id } of actions) {
    if (action.kind !== 'downgrade') continue;
    const { reasonCode } = action;
    setPriority(step, afterAction(step.handling.priority, action, at));
    const lowered = step.handling.outcome.downgrade;
    if (lowered !== null)
      write({ at, kind: 'downgraded', from: lowered.from, to: lowered.to, reasonCode, commentId: id });
  }
  if (!isInDuty(step)) endDuty(step, 'priority');
  return step.handling;
}

function concernsPriority({ set }: RecordedEdit): boolean {
  return set.impact !== undefined || set.urgency !== undefined || set.priorityId !== undefined;
}

interface Step {
  readonly at: number;
  readonly document: PolicyDocument;
  readonly write: Write;
  handling: Handling;
}

function setPriority(step: Step, priority: PriorityState): void {
  if (priority === step.handling.priority) return;
  step.handling = { ...step.handling, priority, outcome: priorityOutcome(priority, step.document) };
}

function takeEdits(step: Step, { at, edits }: Instant): void {
  const before = step.handling;
  const priority = afterEdits(before.priority, edits, step.document);
  const outcome = priorityOutcome(priority, step.document);
  step.handling = { ...before, priority, outcome };
  const { impact, urgency } = priority;
  if (impact !== before.priority.impact || urgency !== before.priority.urgency) {
    step.write({ at, kind: 'levels', impact, urgency });
  }
  const from = before.outcome.effective;
  const to = outcome.effective;
  if (from !== to) step.write({ at, kind: 'priority', from, to, source: outcome.source });
}

function isInDuty({ handling, document }: Step): boolean {
  const { effective } = handling.outcome;
  return effective !== null && document.duty.priorities.includes(effective);
}

function endDuty(step: Step, cause: 'lifted' | 'priority'): void {
  if (step.handling.duty.open === null) return;
  step.handling = { ...step.handling, duty: withAvailable(step.handling.duty, step.at) };
  step.write({ at: step.at, kind: 'available', cause });
}

/**
 * The handling after an instant at which actions were undone: as though they had never been taken, from this instant on.
 * What the clocks counted before stays counted.
 */
export function handlingAfterUndo(
  before: Handling,
  { created, instants }: Timeline,
  upTo: number,
  undone: ReadonlySet<string>,
  write: Write,
): Handling {
  const instant = instants[upTo] as Instant;
  const { at } = instant;
  const stepped = handlingAfter(before, instant, undone, write);
  const handling = instants
    .slice(0, upTo + 1)
    .reduce(
      (state, each) => handlingAfter(state, each, undone, () => undefined),
      handlingAtCreation(created, (instants[0] as Instant).policy.document),
    );
  for (const { id, action } of instant.actions) {
    const isUndo = action.kind === 'undo' && !undone.has(id) && undone.has(action.commentId);
    if (isUndo) write({ at, kind: 'undone', commentId: action.commentId });
  }
  if (stepped.duty.open !== null && handling.duty.open === null) write({ at, kind: 'available', cause: 'lifted' });
  const from = stepped.outcome.effective;
  const to = handling.outcome.effective;
  if (stepped.outcome.downgrade !== null && handling.outcome.downgrade === null) {
    write({ at, kind: 'downgrade-lifted', to });
  } else if (from !== to) {
    write({ at, kind: 'priority', from, to, source: handling.outcome.source });
  }
  return handling;
}

/** The ids of the actions that are undone as of an instant. An undo can itself be undone; none reaches a later comment. */
export function undoneUpTo(instants: readonly Instant[], upTo: number): ReadonlySet<string> {
  const undone = new Set<string>();
  const taken = instants.slice(0, upTo + 1).flatMap(({ actions }) => actions);
  for (const [i, { id, action }] of [...taken.entries()].reverse()) {
    if (action.kind !== 'undo' || undone.has(id)) continue;
    if (taken.slice(0, i).some((earlier) => earlier.id === action.commentId)) undone.add(action.commentId);
  }
  return undone;
}
