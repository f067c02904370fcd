import { SLA_METRICS, type PolicyVersion, type PriorityKey, type SlaMetric } from '../policy/document';
import type { PlanChoice } from '../policy/plan-choice';
import type { ClockRun, Write } from './clock-run';
import { createClock, stepClock, stopClock, type Moment } from './clock-steps';
import { promised, type CountedGoal, type Promised } from './goal';
import { handlingAfter, handlingAfterUndo, handlingAtCreation, undoneUpTo, type Handling } from './handling';
import type { FoldInput } from './ticket-fold';
import { isSameChoice, planAt } from './ticket-plan';
import type { Instant, Timeline } from './timeline';

/** A ticket while it is folded: changed in place, instant by instant. */
export interface TicketState {
  readonly input: FoldInput;
  readonly timeline: Timeline;
  readonly write: Write;
  policy: PolicyVersion;
  statusId: string;
  resolutionId: string | null;
  organizationIds: readonly string[];
  handling: Handling;
  undone: ReadonlySet<string>;
  plan: PlanChoice;
  goals: Goals;
  /** Each promise with its hours, once a fold: so a goal that stays is the same object. */
  readonly counted: Map<Promised, CountedGoal>;
  /** The latest cycle of each metric, in the order of SLA_METRICS. */
  runs: readonly ClockRun[];
  readonly closedCycles: ClockRun[];
}

/** What is promised now, and from what it follows. */
interface Goals {
  readonly policy: PolicyVersion;
  readonly plan: PlanChoice;
  readonly priority: PriorityKey | null;
  readonly byMetric: Readonly<Record<SlaMetric, CountedGoal>>;
}

/** The ticket at its creation, with everything that happened at that very instant; its clocks start last. */
export function createTicket(input: FoldInput, timeline: Timeline, write: Write): TicketState {
  const { created } = timeline;
  const instant = timeline.instants[0] as Instant;
  const { at, policy } = instant;
  const before = handlingAtCreation(created, policy.document);
  const { impact, urgency } = created;
  write({ at, kind: 'created', impact, urgency, priority: before.outcome.effective });

  const ticket: Omit<TicketState, 'plan' | 'goals'> = {
    input,
    timeline,
    write,
    policy,
    statusId: created.statusId,
    resolutionId: created.resolutionId,
    organizationIds: created.organizationIds,
    handling: before,
    undone: new Set(),
    counted: new Map(),
    runs: [],
    closedCycles: [],
  };
  takeValues(ticket, instant);
  const handling = handlingAfter(before, instant, ticket.undone, write);
  const plan = planAt(input, policy.document, ticket.organizationIds, at);
  writePlan(write, at, plan);
  const goals = goalsOf(ticket, policy, plan, handling.outcome.effective);
  const state = { ...ticket, handling, plan, goals };
  const moment = momentOf(state, instant);
  return { ...state, runs: SLA_METRICS.map((metric) => createClock(metric, moment)) };
}

/** Takes one instant, in the fixed order of rules.md §7. */
export function stepTicket(ticket: TicketState, index: number): void {
  const instant = ticket.timeline.instants[index] as Instant;
  ticket.policy = instant.policy;
  const hadOrganizations = ticket.organizationIds;
  takeValues(ticket, instant);
  const before = momentOf(ticket, instant);
  for (const run of ticket.runs) stopClock(run, before);

  ticket.handling = handlingAt(ticket, instant, index);
  if (instant.published || instant.assigned || ticket.organizationIds !== hadOrganizations)
    choosePlanAgain(ticket, instant);
  const { policy, plan, handling } = ticket;
  const { effective } = handling.outcome;
  const { goals } = ticket;
  if (goals.policy !== policy || goals.plan !== plan || goals.priority !== effective) {
    ticket.goals = goalsOf(ticket, policy, plan, effective);
  }
  const moment = momentOf(ticket, instant);
  ticket.runs = ticket.runs.map((run) => {
    const next = stepClock(run, moment);
    if (next !== run) ticket.closedCycles.push(run);
    return next;
  });
}

type Values = Pick<TicketState, 'statusId' | 'resolutionId' | 'organizationIds'>;

function takeValues(ticket: Values, { edits }: Instant): void {
  for (const { set } of edits) {
    if (set.statusId !== undefined) ticket.statusId = set.statusId;
    if (set.resolutionId !== undefined) ticket.resolutionId = set.resolutionId;
    if (set.organizationIds !== undefined) ticket.organizationIds = set.organizationIds;
  }
}

function handlingAt(ticket: TicketState, instant: Instant, index: number): Handling {
  const { handling, timeline, write } = ticket;
  const isUndoing = instant.actions.some(({ action }) => action.kind === 'undo');
  if (!isUndoing) return handlingAfter(handling, instant, ticket.undone, write);
  ticket.undone = undoneUpTo(timeline.instants, index);
  return handlingAfterUndo(handling, timeline, index, ticket.undone, write);
}

function choosePlanAgain(ticket: TicketState, { at }: Instant): void {
  const { input, policy, organizationIds, write } = ticket;
  const plan = planAt(input, policy.document, organizationIds, at);
  if (isSameChoice(plan, ticket.plan)) return;
  ticket.plan = plan;
  writePlan(write, at, plan);
}

function writePlan(write: Write, at: number, { plan, organizationId, reason }: PlanChoice): void {
  write({ at, kind: 'plan', plan, organizationId, reason });
}

function goalsOf(
  { counted, input }: Pick<TicketState, 'counted' | 'input'>,
  policy: PolicyVersion,
  plan: PlanChoice,
  priority: PriorityKey | null,
): Goals {
  const goalOf = (metric: SlaMetric): CountedGoal => {
    const promise = promised(policy, metric, plan, priority);
    const known = counted.get(promise) ?? { ...promise, hours: input.workingTimeOf(promise.calendar) };
    counted.set(promise, known);
    return known;
  };
  return { policy, plan, priority, byMetric: { response: goalOf('response'), resolution: goalOf('resolution') } };
}

function momentOf({ policy, statusId, handling, goals, write }: TicketState, instant: Instant): Moment {
  const { at, published, replied, edits } = instant;
  return {
    at,
    document: policy.document,
    published,
    replied,
    statusId,
    movedStatus: edits.some(({ set }) => set.statusId !== undefined),
    duty: handling.duty,
    goals: goals.byMetric,
    write,
  };
}
