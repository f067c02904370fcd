import type { PolicyVersion } from '../policy/document';
import type { EpochMillis } from '../time/instant';
import type { AgentAction, HistoryComment, RecordedEdit, TicketHistory, TicketValues } from './history';

/** A comment that carries an action of an agent. */
export type ActionComment = HistoryComment & { readonly action: AgentAction };

/**
 * Everything that happened to a ticket at one instant. What happens at one instant has no order of its own: the fold
 * takes it in the fixed order of rules.md §7, and of several edits of one value the last by id holds.
 */
export interface Instant {
  readonly at: EpochMillis;
  readonly edits: readonly RecordedEdit[];
  readonly actions: readonly ActionComment[];
  /** Whether an agent answered in public. */
  readonly replied: boolean;
  /** The policy in force, and whether it came into force now. */
  readonly policy: PolicyVersion;
  readonly published: boolean;
  /** Whether an assignment of plans begins to count now. */
  readonly assigned: boolean;
}

/** A ticket's history in order: its values when created, then the instants at which something happened. */
export interface Timeline {
  readonly createdAt: EpochMillis;
  /** The last instant looked at: `until`, or the creation where that is later (clocks of two machines may differ). */
  readonly until: EpochMillis;
  readonly created: TicketValues;
  /** The first is the creation. */
  readonly instants: readonly Instant[];
}

/**
 * The one ordered list of a ticket's history: doubles dropped by id, each list sorted, comments that concern no clock
 * left out, publications and `changes` (instants at which an assignment of plans counts) put among them. What happens
 * after `until` is left out. Edits recorded before the creation count as made at it.
 * Throws RangeError for an edit that does not say what a value was before it, for an empty list of policies, and for NaN in
 * place of an instant.
 */
export function timelineOf(
  history: TicketHistory,
  policies: readonly PolicyVersion[],
  changes: readonly EpochMillis[],
  until: EpochMillis,
): Timeline {
  const { createdAt } = history;
  const last = Math.max(createdAt, until);
  const edits = inOrder(history.edits);
  const comments = inOrder(history.comments.filter(concernsClocks));
  const [first] = policies;
  if (first === undefined) throw new RangeError('a fold needs at least one policy version');
  let policy: PolicyVersion = first;

  const instants: Instant[] = [];
  let edit = 0;
  let comment = 0;
  let version = 0;
  let change = 0;
  let at = createdAt;
  while (at <= last) {
    const firstEdit = edit;
    while (edit < edits.length && (edits[edit] as RecordedEdit).at <= at) edit++;

    let actions: ActionComment[] = NO_ACTIONS;
    let replied = false;
    for (; comment < comments.length && (comments[comment] as HistoryComment).at <= at; comment++) {
      const said = comments[comment] as HistoryComment;
      replied ||= said.isPublic;
      if (hasAction(said)) actions = [...actions, said];
    }

    let published = false;
    for (; version < policies.length && (policies[version] as PolicyVersion).publishedAt <= at; version++) {
      // Versions from before the creation are no event: the last of them is simply in force.
      published = at > createdAt;
      policy = policies[version] as PolicyVersion;
    }
    const firstChange = change;
    while (change < changes.length && (changes[change] as EpochMillis) <= at) change++;

    instants.push({
      at,
      edits: between(edits, firstEdit, edit),
      actions,
      replied,
      policy,
      published,
      assigned: change > firstChange,
    });
    at = Math.min(
      edits[edit]?.at ?? Infinity,
      comments[comment]?.at ?? Infinity,
      policies[version]?.publishedAt ?? Infinity,
      changes[change] ?? Infinity,
    );
  }
  if (Number.isNaN(at) || Number.isNaN(last))
    throw new RangeError('something in the history happened at no instant (NaN)');
  return { createdAt, until: last, created: valuesAtCreation(history.current, edits), instants };
}

/** The latest instant a history tells of. A caller whose own clock is behind it should fold as of this one. */
export function lastEventAt(history: TicketHistory): EpochMillis {
  const latest = (at: EpochMillis, event: { readonly at: EpochMillis }): EpochMillis => Math.max(at, event.at);
  return history.comments.reduce(latest, history.edits.reduce(latest, history.createdAt));
}

/** A slice without its cost where it is of one or none, as nearly all are. */
function between(edits: readonly RecordedEdit[], from: number, to: number): readonly RecordedEdit[] {
  if (to === from) return NO_EDITS;
  return to - from === 1 ? [edits[from] as RecordedEdit] : edits.slice(from, to);
}

const NO_ACTIONS: ActionComment[] = [];
const NO_EDITS: readonly RecordedEdit[] = [];

/** Agents answer and act; what a customer or an app writes stops no clock and takes no action (rules.md §4, §7). */
function concernsClocks({ author, isPublic, action }: HistoryComment): boolean {
  return author === 'agent' && (isPublic || action !== null);
}

function hasAction(comment: HistoryComment): comment is ActionComment {
  return comment.action !== null;
}

interface Recorded {
  readonly id: string;
  readonly at: EpochMillis;
}

/** Sorted by instant, then id, each id once. Lists from Jira mostly come so, and are then handed back as they are. */
function inOrder<T extends Recorded>(list: readonly T[]): readonly T[] {
  if (list.every((event, i) => i === 0 || byInstantAndId(list[i - 1] as T, event) < 0)) return list;
  return [...list].sort(byInstantAndId).filter((event, i, sorted) => sorted[i - 1]?.id !== event.id);
}

function byInstantAndId(a: Recorded, b: Recorded): number {
  return a.at - b.at || byId(a.id, b.id);
}

/** Jira's ids are numbers written as text: the longer is the later. */
export function byId(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** What the values were before the edits: those they have now, each edit taken back in turn. */
function valuesAtCreation(current: TicketValues, edits: readonly RecordedEdit[]): TicketValues {
  let { impact, urgency, priorityId, statusId, resolutionId, organizationIds } = current;
  for (let i = edits.length - 1; i >= 0; i--) {
    const { id, set, was } = edits[i] as RecordedEdit;
    if (set.impact !== undefined) impact = before(was.impact, 'impact', id);
    if (set.urgency !== undefined) urgency = before(was.urgency, 'urgency', id);
    if (set.priorityId !== undefined) priorityId = before(was.priorityId, 'priorityId', id);
    if (set.statusId !== undefined) statusId = before(was.statusId, 'statusId', id);
    if (set.resolutionId !== undefined) resolutionId = before(was.resolutionId, 'resolutionId', id);
    if (set.organizationIds !== undefined) organizationIds = before(was.organizationIds, 'organizationIds', id);
  }
  return { impact, urgency, priorityId, statusId, resolutionId, organizationIds };
}

function before<Value>(was: Value | undefined, name: keyof TicketValues, editId: string): Value {
  if (was === undefined) throw new RangeError(`edit ${editId} sets ${name} without saying what it was`);
  return was;
}
