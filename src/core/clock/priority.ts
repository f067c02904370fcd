import { priorityFor } from '../policy/matrix';
import type { LevelKey, PolicyDocument, PriorityKey, ReasonKey } from '../policy/document';
import type { EpochMillis } from '../time/instant';
import type { AgentAction, RecordedEdit, TicketValues } from './history';
import type { PriorityOutcome } from './ticket-fold';

/** A Jira priority and when it was given: acts are numbered in their order, so that the later of two is known. */
interface GivenPriority {
  readonly priorityId: string | null;
  readonly turn: number;
}

interface StandingDowngrade {
  readonly levels: number;
  readonly reasonCode: ReasonKey;
  readonly since: EpochMillis;
  readonly turn: number;
}

/** What decides a ticket's priority, as of one instant (rules.md §5). */
export interface PriorityState {
  readonly impact: LevelKey | null;
  readonly urgency: LevelKey | null;
  /** What Jira shows. */
  readonly shownId: string | null;
  /** The Jira priority that the clocks follow while a level is unset: what Jira shows, save what a downgrade wrote. */
  readonly followed: GivenPriority;
  /** Stands until a level changes or an agent returns to the matrix. */
  readonly override: GivenPriority | null;
  /** Holds over the matrix until lifted; dormant under a priority that was given later. */
  readonly downgrade: StandingDowngrade | null;
  readonly turn: number;
}

/** The priority that a ticket is created with: no change yet, so no override either. */
export function priorityAtCreation({ impact, urgency, priorityId }: TicketValues): PriorityState {
  const followed = { priorityId, turn: 0 };
  return { impact, urgency, shownId: priorityId, followed, override: null, downgrade: null, turn: 0 };
}

/**
 * The priority after the edits of one instant. Levels come first: they end an override; then each change of priority, so
 * that with both in one edit the priority wins. Cadran's own writes are never an override.
 */
export function afterEdits(
  before: PriorityState,
  edits: readonly RecordedEdit[],
  document: PolicyDocument,
): PriorityState {
  let { impact, urgency } = before;
  for (const { set } of edits) {
    if (set.impact !== undefined) impact = set.impact;
    if (set.urgency !== undefined) urgency = set.urgency;
  }
  let state = before;
  if (impact !== before.impact || urgency !== before.urgency) state = withLevels(before, impact, urgency);
  for (const { author, set } of edits) {
    if (set.priorityId === undefined) continue;
    state = author === 'cadran' ? afterOwnWrite(state, set.priorityId) : afterChange(state, set.priorityId, document);
  }
  return state;
}

// Written out member by member: spreading one state into the next costs ten times as much, at every edit of every fold.

function withLevels(state: PriorityState, impact: LevelKey | null, urgency: LevelKey | null): PriorityState {
  const { shownId, followed, downgrade, turn } = state;
  return { impact, urgency, shownId, followed, override: null, downgrade, turn };
}

function afterOwnWrite(state: PriorityState, priorityId: string | null): PriorityState {
  const { impact, urgency, override, downgrade, turn } = state;
  const followed = downgrade === null ? { priorityId, turn: state.followed.turn } : state.followed;
  return { impact, urgency, shownId: priorityId, followed, override, downgrade, turn };
}

function afterChange(state: PriorityState, priorityId: string | null, document: PolicyDocument): PriorityState {
  const { impact, urgency, downgrade } = state;
  const turn = state.turn + 1;
  const given = { priorityId, turn };
  // Against what Cadran shows for the matrix, lowered where a downgrade holds: else an automation that undoes a downgrade
  // and Cadran would write for ever (rules.md §5: it wins after one round).
  const { derived, effective } = priorityOutcome(withLevels(state, impact, urgency), document);
  const isOverride = derived !== null && effective !== null && differs(document, priorityId, effective);
  const override = isOverride ? given : null;
  return { impact, urgency, shownId: priorityId, followed: given, override, downgrade, turn };
}

/**
 * Whether a Jira priority is another than the expected one. One that maps to nothing is another, unless the expected one
 * has no Jira priority yet: then nothing can be told from it.
 */
function differs(document: PolicyDocument, priorityId: string | null, expected: PriorityKey): boolean {
  const key = priorityOfJira(document, priorityId, expected);
  return key === null ? jiraPriorityOf(document, expected) !== null : key !== expected;
}

/** The priority after an agent's action at an instant; actions that concern something else leave it alone. */
export function afterAction(state: PriorityState, action: AgentAction, at: EpochMillis): PriorityState {
  switch (action.kind) {
    case 'downgrade': {
      const { levels, reasonCode } = action;
      if (!Number.isInteger(levels) || levels < 1) return state;
      const turn = state.turn + 1;
      return { ...state, turn, downgrade: { levels, reasonCode, since: at, turn } };
    }
    case 'lift-downgrade':
      return state.downgrade === null ? state : { ...state, downgrade: null };
    case 'return-to-matrix':
      return state.override === null ? state : { ...state, override: null };
    case 'available':
    case 'unavailable':
    case 'undo':
      return state;
  }
}

/** What the ticket's priority is and why, under a policy. */
export function priorityOutcome(state: PriorityState, document: PolicyDocument): PriorityOutcome {
  const derived = priorityFor(document, state.impact, state.urgency);
  const given = derived === null ? state.followed : state.override;
  const base = given === null ? derived : priorityOfJira(document, given.priorityId, derived);
  const source = derived !== null ? (given === null ? 'matrix' : 'override') : base === null ? 'none' : 'jira';
  const { downgrade } = state;
  if (downgrade === null || base === null || (given !== null && given.turn > downgrade.turn)) {
    return { derived, effective: base, source, downgrade: null };
  }
  const to = lowered(document, base, downgrade.levels);
  const { reasonCode, since } = downgrade;
  return { derived, effective: to, source, downgrade: { from: base, to, reasonCode, since } };
}

/**
 * The Jira priority id to write so that Jira shows the outcome; null when it does, or when the policy maps the outcome to
 * none. An override is only ever written to restore it.
 */
export function priorityToWrite(
  state: PriorityState,
  outcome: PriorityOutcome,
  document: PolicyDocument,
): string | null {
  const wanted = wantedPriorityId(state, outcome, document);
  return wanted === state.shownId ? null : wanted;
}

function wantedPriorityId(
  state: PriorityState,
  { source, downgrade, effective }: PriorityOutcome,
  document: PolicyDocument,
): string | null {
  if (downgrade !== null || source === 'matrix') return effective === null ? null : jiraPriorityOf(document, effective);
  return source === 'override' ? (state.override?.priorityId ?? null) : state.followed.priorityId;
}

function lowered({ priorities }: PolicyDocument, from: PriorityKey, levels: number): PriorityKey {
  const rank = priorities.findIndex(({ key }) => key === from);
  return priorities[Math.min(rank + levels, priorities.length - 1)]?.key ?? from;
}

/** Where two priorities share one Jira priority, `expected` decides. */
function priorityOfJira(
  { priorities }: PolicyDocument,
  priorityId: string | null,
  expected: PriorityKey | null,
): PriorityKey | null {
  if (priorityId === null) return null;
  let found: PriorityKey | null = null;
  for (const { key, jiraPriorityId } of priorities) {
    if (jiraPriorityId !== priorityId) continue;
    if (key === expected) return key;
    found ??= key;
  }
  return found;
}

function jiraPriorityOf({ priorities }: PolicyDocument, priority: PriorityKey): string | null {
  return priorities.find(({ key }) => key === priority)?.jiraPriorityId ?? null;
}
