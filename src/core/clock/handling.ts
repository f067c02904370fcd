import type { PolicyDocument } from '../policy/document';
import type { EpochMillis } from '../time/instant';
import { RESOURCES_AVAILABLE, withAvailable, withUnavailable, type DutyState } from './duty';
import type { AgentAction, RecordedEdit, TicketValues } from './history';
import type { LedgerEntry } from './ledger';
import { afterAction, afterEdits, priorityAtCreation, priorityOutcome, type PriorityState } from './priority';
import type { PriorityOutcome } from './ticket-fold';
import type { ActionComment, Instant, Timeline } from './timeline';

/** How a ticket is handled as of one instant: its priority, and whether the customer supplies what the duty asks. */
export interface Handling {
  readonly priority: PriorityState;
  readonly outcome: PriorityOutcome;
  readonly duty: DutyState;
  /** Ids of the actions that are undone. */
  readonly undone: ReadonlySet<string>;
}

type Write = (entry: LedgerEntry) => void;

/** As created, before anything that happened at the creation's own instant. */
export function handlingAtCreation(created: TicketValues, document: PolicyDocument): Handling {
  const priority = priorityAtCreation(created);
  return { priority, outcome: priorityOutcome(priority, document), duty: RESOURCES_AVAILABLE, undone: NOTHING_UNDONE };
}

const NOTHING_UNDONE: ReadonlySet<string> = new Set();

/** The handling after one instant of a ticket's timeline; what happened is written down. */
export function handlingAt(before: Handling, timeline: Timeline, index: number, write: Write): Handling {
  const instant = timeline.instants[index] as Instant;
  const isUndoing = instant.actions.some(({ action }) => action.kind === 'undo');
  return isUndoing ? handlingAfterUndo(before, timeline, index, write) : handlingAfter(before, instant, write);
}

/**
 * In the order of rules.md §7: lifts, unavailable, levels, override, downgrade. A policy that comes into force does so
 * before them; last, the duty ends where the priority has left it. Actions that were undone count for nothing.
 */
function handlingAfter(before: Handling, instant: Instant, write: Write): Handling {
  const { at, edits, published } = instant;
  const isEdited = edits.some(concernsPriority);
  if (!isEdited && !published && instant.actions.length === 0) return before;

  const step: Step = { at, document: instant.policy.document, write, handling: before };
  const actions =
    before.undone.size === 0 ? instant.actions : instant.actions.filter(({ id }) => !before.undone.has(id));
  if (published) decide(step, before.priority);
  for (const { action } of actions) lift(step, action);
  for (const comment of actions) openDuty(step, comment);
  if (isEdited) takeEdits(step, edits);
  for (const comment of actions) lower(step, comment);
  if (!isInDuty(step)) endDuty(step, 'priority');
  return step.handling;
}

function concernsPriority({ set }: RecordedEdit): boolean {
  return set.impact !== undefined || set.urgency !== undefined || set.priorityId !== undefined;
}

/** One instant being taken. */
interface Step {
  readonly at: EpochMillis;
  readonly document: PolicyDocument;
  readonly write: Write;
  handling: Handling;
}

function setPriority(step: Step, priority: PriorityState): void {
  const { duty, undone } = step.handling;
  step.handling = { priority, outcome: priorityOutcome(priority, step.document), duty, undone };
}

/** Sets the priority and writes down what comes of it. */
function decide(step: Step, priority: PriorityState): void {
  const from = step.handling.outcome.effective;
  setPriority(step, priority);
  const { effective: to, source } = step.handling.outcome;
  if (from !== to) step.write({ at: step.at, kind: 'priority', from, to, source });
}

function lift(step: Step, action: AgentAction): void {
  const { at, write } = step;
  if (action.kind === 'available') endDuty(step, 'lifted');
  if (action.kind !== 'lift-downgrade' && action.kind !== 'return-to-matrix') return;
  const lifted = afterAction(step.handling.priority, action, at);
  if (lifted === step.handling.priority) return;
  setPriority(step, lifted);
  const kind = action.kind === 'return-to-matrix' ? 'returned-to-matrix' : 'downgrade-lifted';
  write({ at, kind, to: step.handling.outcome.effective });
}

function openDuty(step: Step, { id, action }: ActionComment): void {
  if (action.kind !== 'unavailable' || !isInDuty(step)) return;
  const { at, write, handling } = step;
  const { reasonCode } = action;
  step.handling = { ...handling, duty: withUnavailable(handling.duty, at, reasonCode) };
  write({ at, kind: 'unavailable', reasonCode, commentId: id });
}

function takeEdits(step: Step, edits: readonly RecordedEdit[]): void {
  const before = step.handling.priority;
  const priority = afterEdits(before, edits, step.document);
  const { impact, urgency } = priority;
  if (impact !== before.impact || urgency !== before.urgency) {
    step.write({ at: step.at, kind: 'levels', impact, urgency });
  }
  decide(step, priority);
}

function lower(step: Step, { id, action }: ActionComment): void {
  if (action.kind !== 'downgrade') return;
  const { at, write } = step;
  setPriority(step, afterAction(step.handling.priority, action, at));
  const { downgrade } = step.handling.outcome;
  if (downgrade === null) return;
  const { from, to } = downgrade;
  write({ at, kind: 'downgraded', from, to, reasonCode: action.reasonCode, commentId: id });
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
 * Actions that are undone count, from this instant on, as though they had never been taken: the ticket's handling is
 * worked out anew from its creation. What the clocks counted before stays counted.
 */
function handlingAfterUndo(before: Handling, timeline: Timeline, upTo: number, write: Write): Handling {
  const instants = timeline.instants.slice(0, upTo + 1);
  const [first, last] = [instants[0], instants.at(-1)] as [Instant, Instant];
  const undone = undoneBy(instants);
  const stepped = handlingAfter({ ...before, undone }, last, write);
  const handling = instants.reduce((state, instant) => handlingAfter(state, instant, () => undefined), {
    ...handlingAtCreation(timeline.created, first.policy.document),
    undone,
  });
  writeUndone(stepped, handling, last, write);
  return handling;
}

function writeUndone(before: Handling, after: Handling, { at, actions }: Instant, write: Write): void {
  for (const { id, action } of actions) {
    const isUndo = action.kind === 'undo' && !after.undone.has(id) && after.undone.has(action.commentId);
    if (isUndo) write({ at, kind: 'undone', commentId: action.commentId });
  }
  if (before.duty.open !== null && after.duty.open === null) write({ at, kind: 'available', cause: 'lifted' });
  const from = before.outcome.effective;
  const to = after.outcome.effective;
  if (before.outcome.downgrade !== null && after.outcome.downgrade === null) {
    write({ at, kind: 'downgrade-lifted', to });
  } else if (from !== to) {
    write({ at, kind: 'priority', from, to, source: after.outcome.source });
  }
}

/** The ids of the actions that were undone by the last instant. An undo can itself be undone; none reaches a later one. */
function undoneBy(instants: readonly Instant[]): ReadonlySet<string> {
  const undone = new Set<string>();
  const taken = instants.flatMap(({ actions }) => actions);
  for (const [i, { id, action }] of [...taken.entries()].reverse()) {
    if (action.kind !== 'undo' || undone.has(id)) continue;
    if (taken.slice(0, i).some((earlier) => earlier.id === action.commentId)) undone.add(action.commentId);
  }
  return undone;
}
