import type { HistoryComment, RecordedEdit, TicketHistory, TicketValues } from '../../../src/core/clock/history';
import type { FoldInput } from '../../../src/core/clock/ticket-fold';
import type { PlanAssignment, PolicyDocument } from '../../../src/core/policy/document';

// An independent account of a ticket, for comparison with the fold: nothing is carried from event to event. Each question
// is answered for one instant from the whole history up to it. Instants are whole minutes since 1970, calendars in UTC.

export const MS = 60_000;
export type Minute = number;

type Action = HistoryComment & { readonly action: NonNullable<HistoryComment['action']> };

/** How much of one instant has been taken: edits come after lifts, downgrades after edits. */
interface Upto {
  readonly edits: Minute;
  readonly downgrades: Minute;
  readonly lifts: Minute;
}

const all = (t: Minute): Upto => ({ edits: t, downgrades: t, lifts: t });
const beforeDowngrades = (t: Minute): Upto => ({ edits: t, downgrades: t - 1, lifts: t });
const beforeEdits = (t: Minute): Upto => ({ edits: t - 1, downgrades: t - 1, lifts: t });

export interface ReferencePriority {
  readonly derived: string | null;
  readonly effective: string | null;
  readonly source: 'matrix' | 'override' | 'jira' | 'none';
  readonly downgrade: { readonly from: string; readonly to: string } | null;
  readonly toWrite: string | null;
}

export interface Unavailable {
  readonly from: Minute;
  /** Infinity while open. */
  readonly to: Minute;
  readonly reasonCode: string;
}

export class ReferenceTicket {
  readonly created: Minute;
  readonly instants: readonly Minute[];
  private readonly edits: readonly RecordedEdit[];
  private readonly actions: readonly Action[];
  private readonly replies: readonly Minute[];
  private readonly first: TicketValues;

  constructor(
    private readonly input: FoldInput,
    now: Minute,
  ) {
    const { history } = input;
    this.created = history.createdAt / MS;
    this.edits = uniqueInOrder(history.edits);
    const comments = uniqueInOrder(history.comments).filter((comment) => comment.author === 'agent');
    this.actions = comments.filter((comment): comment is Action => comment.action !== null);
    this.replies = comments.filter((comment) => comment.isPublic).map((comment) => comment.at / MS);
    this.first = unwound(history, this.edits);
    const times = [
      this.created,
      ...this.edits.map((edit) => edit.at / MS),
      ...comments.map((comment) => comment.at / MS),
      ...input.policies.map((policy) => policy.publishedAt / MS),
      ...input.assignments.flatMap((a) => [a.recordedAt / MS, startOfDay(a.from), (a.removedAt ?? 0) / MS]),
    ];
    const inRange = times.filter((t) => t >= this.created && t <= now);
    this.instants = [...new Set(inRange)].sort((a, b) => a - b);
  }

  values(t: Minute): TicketValues {
    return this.edits
      .filter((edit) => edit.at / MS <= t)
      .reduce((values, edit) => ({ ...values, ...edit.set }), this.first);
  }

  policy(t: Minute): PolicyDocument {
    const { policies } = this.input;
    return (policies.filter((policy) => policy.publishedAt / MS <= t).at(-1) ?? policies[0]!).document;
  }

  publishedAt(t: Minute): boolean {
    return t > this.created && this.input.policies.some((policy) => policy.publishedAt / MS === t);
  }

  repliedAt(t: Minute): boolean {
    return this.replies.includes(t);
  }

  movedStatusAt(t: Minute): boolean {
    return this.edits.some((edit) => edit.at / MS === t && edit.set.statusId !== undefined);
  }

  isDone(t: Minute): boolean {
    const { statusId } = this.values(t);
    const { statusCategories, extraDoneStatusIds } = this.policy(t);
    return statusCategories[statusId] === 'done' || extraDoneStatusIds.includes(statusId);
  }

  isPaused(t: Minute): boolean {
    return this.policy(t).pauseStatusIds.includes(this.values(t).statusId);
  }

  /** Everything of t taken, by what is known to be undone as of t. */
  priority(t: Minute, asOf = t): ReferencePriority {
    return this.outcome(all(t), this.policy(t), asOf);
  }

  downgradeSince(t: Minute): { since: Minute; reasonCode: string } | null {
    const standing = this.downgrade(all(t), t);
    return standing && { since: standing.at / MS, reasonCode: standing.action.reasonCode };
  }

  private outcome(upto: Upto, policy: PolicyDocument, asOf: Minute): ReferencePriority {
    const values = this.values(upto.edits);
    const derived = matrixCell(policy, values);
    const change = derived === null ? this.followed(upto, asOf) : this.override(upto, asOf);
    const base = change === null ? derived : keyOf(policy, change.priorityId, derived);
    const source = derived === null ? (base === null ? 'none' : 'jira') : change === null ? 'matrix' : 'override';
    const standing = this.downgrade(upto, asOf);
    const lowers = standing !== null && base !== null && (change === null || change.at <= standing.at / MS);
    const effective = lowers ? lowered(policy, base, standing.action.levels) : base;
    const writable =
      lowers || source === 'matrix' ? jiraOf(policy, effective) : change === null ? null : change.priorityId;
    return {
      derived,
      effective,
      source,
      downgrade: lowers ? { from: base, to: effective! } : null,
      toWrite: writable === values.priorityId ? null : writable,
    };
  }

  /** The last change of priority by anyone but Cadran since the levels last changed or an agent returned to the matrix. */
  private override(upto: Upto, asOf: Minute): { priorityId: string | null; at: Minute } | null {
    const since = Math.max(this.levelsChanged(upto.edits), this.returned(upto.lifts, asOf));
    const edit = this.edits
      .filter((e) => e.author === 'other' && e.set.priorityId !== undefined)
      .filter((e) => e.at / MS >= since && e.at / MS <= upto.edits)
      .at(-1);
    if (edit === undefined) return null;
    const at = edit.at / MS;
    const policy = this.policy(at);
    const derived = matrixCell(policy, this.values(at));
    if (derived === null) return null;
    const standing = this.downgrade(beforeDowngrades(at), asOf);
    const expected = standing === null ? derived : lowered(policy, derived, standing.action.levels);
    const priorityId = edit.set.priorityId!;
    const key = keyOf(policy, priorityId, expected);
    const differs = key === null ? jiraOf(policy, expected) !== null : key !== expected;
    return differs ? { priorityId, at } : null;
  }

  /** What Jira shows, save what Cadran wrote for a downgrade; `at` is when somebody else last set it. */
  private followed(upto: Upto, asOf: Minute): { priorityId: string | null; at: Minute } {
    const changes = this.edits.filter((e) => e.set.priorityId !== undefined && e.at / MS <= upto.edits);
    const own = (e: RecordedEdit): boolean => e.author === 'cadran';
    const counts = (e: RecordedEdit): boolean => !own(e) || this.downgrade(beforeDowngrades(e.at / MS), asOf) === null;
    const last = changes.filter(counts).at(-1);
    const foreign = changes.filter((e) => !own(e)).at(-1);
    return {
      priorityId: last === undefined ? this.first.priorityId : last.set.priorityId!,
      at: foreign === undefined ? -Infinity : foreign.at / MS,
    };
  }

  private downgrade(upto: Upto, asOf: Minute): (Action & { action: { kind: 'downgrade' } }) | null {
    const acts = this.taken(asOf);
    const lift = acts.filter((a) => a.action.kind === 'lift-downgrade' && a.at / MS <= upto.lifts).at(-1);
    const last = acts
      .filter((a): a is Action & { action: { kind: 'downgrade' } } => a.action.kind === 'downgrade')
      .filter((a) => Number.isInteger(a.action.levels) && a.action.levels > 0)
      .filter((a) => a.at / MS <= upto.downgrades && a.at >= (lift?.at ?? -Infinity))
      .at(-1);
    return last ?? null;
  }

  private levelsChanged(upto: Minute): Minute {
    const times = this.instants.filter((t) => t <= upto);
    const changed = times.filter((t) => {
      const [before, after] = [t === this.created ? this.first : this.values(t - 1), this.values(t)];
      return before.impact !== after.impact || before.urgency !== after.urgency;
    });
    return changed.at(-1) ?? -Infinity;
  }

  private returned(upto: Minute, asOf: Minute): Minute {
    const acts = this.taken(asOf).filter((a) => a.action.kind === 'return-to-matrix' && a.at / MS <= upto);
    return (acts.at(-1)?.at ?? -Infinity) / MS;
  }

  /** The actions of agents up to `asOf` that were not undone by then. */
  private taken(asOf: Minute): readonly Action[] {
    return this.actions.filter((action) => action.at / MS <= asOf && !this.isUndone(action, asOf));
  }

  private isUndone(action: Action, asOf: Minute): boolean {
    const later = this.actions.slice(this.actions.indexOf(action) + 1).filter((other) => other.at / MS <= asOf);
    return later.some(
      ({ ...other }) =>
        other.action.kind === 'undo' &&
        other.action.commentId === action.id &&
        !this.isUndone(
          this.actions.find((a) => a.id === other.id)!,
          asOf,
        ),
    );
  }

  /** The intervals without the customer's resources, as known after t. */
  unavailable(t: Minute): readonly Unavailable[] {
    const intervals: Unavailable[] = [];
    let open: { from: Minute; reasonCode: string } | null = null;
    const isDuty = (priority: string | null, at: Minute): boolean =>
      priority !== null && this.policy(at).duty.priorities.includes(priority);
    for (const at of this.instants.filter((instant) => instant <= t)) {
      const acts = this.taken(t).filter((action) => action.at / MS === at);
      const close = (): void => {
        if (open !== null && open.from < at) intervals.push({ ...open, to: at });
        open = null;
      };
      if (acts.some((a) => a.action.kind === 'available')) close();
      for (const { action } of acts) {
        if (action.kind !== 'unavailable') continue;
        if (!isDuty(this.outcome(beforeEdits(at), this.policy(at), t).effective, at)) continue;
        open = { from: (open as { from: Minute } | null)?.from ?? at, reasonCode: action.reasonCode };
      }
      if (!isDuty(this.priority(at, t).effective, at)) close();
    }
    return open === null ? intervals : [...intervals, { ...open, to: Infinity }];
  }

  /** The plan and the customer's own calendar. */
  plan(t: Minute): { plan: string | null; calendar: string | null } {
    const policy = this.policy(t);
    const own = this.values(t).organizationIds;
    const asked = own.length > 0 ? own : this.input.history.reporterOrganizationIds;
    const day = dayOf(this.created);
    const stands = (a: PlanAssignment): boolean =>
      a.recordedAt / MS <= t && !(a.removedAt !== undefined && a.removedAt / MS <= t);
    const known = this.input.assignments.filter((a) => asked.includes(a.organizationId) && stands(a));
    const later = (a: PlanAssignment): boolean =>
      policy.modes.laterPlanReachesOpenTickets && a.from > day && startOfDay(a.from) <= t;
    const valid = known.filter((a) => (a.from <= day && (a.to === null || a.to >= day)) || later(a));
    if (valid.length > 0) {
      const rank = (a: PlanAssignment): number => policy.plans.find((plan) => plan.key === a.plan)!.rank;
      const top = Math.max(...valid.map(rank));
      const best = valid.filter((a) => rank(a) === top);
      const ordered = [...best].sort(
        (a, b) =>
          Number(a.organizationId > b.organizationId) - Number(a.organizationId < b.organizationId) ||
          b.recordedAt - a.recordedAt ||
          Number(a.from < b.from) - Number(a.from > b.from),
      );
      return { plan: ordered[0]!.plan, calendar: ordered[0]!.calendar };
    }
    const ended = known.some((a) => a.to !== null && a.to < day);
    const promisesNothing = ended && policy.modes.outOfSubscription === 'no-promise';
    return { plan: promisesNothing ? null : policy.defaultPlan, calendar: null };
  }
}

export function uniqueInOrder<T extends { readonly id: string; readonly at: number }>(
  list: readonly T[],
): readonly T[] {
  const byId = new Map(list.map((item) => [item.id, item]));
  return [...byId.values()].sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id));
}

function unwound({ current }: TicketHistory, edits: readonly RecordedEdit[]): TicketValues {
  return [...edits].reverse().reduce((values, edit) => ({ ...values, ...edit.was }), current);
}

function matrixCell({ matrix }: PolicyDocument, { impact, urgency }: TicketValues): string | null {
  return impact === null || urgency === null ? null : (matrix[impact]?.[urgency] ?? null);
}

function lowered({ priorities }: PolicyDocument, from: string, levels: number): string {
  const keys = priorities.map(({ key }) => key);
  return keys[Math.min(keys.length - 1, keys.indexOf(from) + levels)]!;
}

function keyOf({ priorities }: PolicyDocument, priorityId: string | null, expected: string | null): string | null {
  const keys = priorities.filter((p) => p.jiraPriorityId !== null && p.jiraPriorityId === priorityId).map((p) => p.key);
  return expected !== null && keys.includes(expected) ? expected : (keys[0] ?? null);
}

function jiraOf({ priorities }: PolicyDocument, key: string | null): string | null {
  return priorities.find((p) => p.key === key)?.jiraPriorityId ?? null;
}

export function startOfDay(date: string): Minute {
  return Date.parse(`${date}T00:00Z`) / MS;
}

function dayOf(t: Minute): string {
  return new Date(t * MS).toISOString().slice(0, 10);
}
