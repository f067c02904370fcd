import { SLA_METRICS, type PolicyVersion, type PriorityKey } from '../policy/document';
import type { PlanChoice } from '../policy/plan-choice';
import type { ClockRun, Write } from './clock-run';
import { createClock, stepClock, stopClock, type Moment } from './clock-steps';
import { promisesOf, type CountedGoal, type Promised } from './goal';
import { handlingAt, handlingAtCreation, type Handling } from './handling';
import type { FoldInput } from './ticket-fold';
import { isSameChoice, planAt } from './ticket-plan';
import { statusEffect, type StatusEffect } from './ticket-status';
import type { Instant, Timeline } from './timeline';

/** A ticket while it is folded: changed in place, instant by instant. */
export interface TicketState {
  readonly input: FoldInput;
  readonly timeline: Timeline;
  readonly write: Write;
  policy: PolicyVersion;
  statusId: string;
  statusEffect: StatusEffect;
  resolutionId: string | null;
  organizationIds: readonly string[];
  handling: Handling;
  plan: PlanChoice;
  goals: Goals;
  /** All that was promised so far, so that what is promised again is the same object. */
  readonly knownGoals: Goals[];
  /** The latest cycle of each metric, in the order of SLA_METRICS. */
  readonly runs: ClockRun[];
  readonly closedCycles: ClockRun[];
}

/** What is promised now, and from what it follows. */
interface Goals {
  readonly policy: PolicyVersion;
  readonly plan: PlanChoice;
  readonly priority: PriorityKey | null;
  /** In the order of SLA_METRICS. */
  readonly counted: readonly CountedGoal[];
}

/** The ticket at its creation, with everything that happened at that very instant; its clocks start last. */
export function createTicket(input: FoldInput, timeline: Timeline, write: Write): TicketState {
  const { created } = timeline;
  const instant = timeline.instants[0] as Instant;
  const { at, policy } = instant;
  const before = handlingAtCreation(created, policy.document);
  const { impact, urgency } = created;
  write({ at, kind: 'created', impact, urgency, priority: before.outcome.effective });

  const values = {
    statusId: created.statusId,
    resolutionId: created.resolutionId,
    organizationIds: created.organizationIds,
  };
  const movedStatus = takeValues(values, instant);
  const handling = handlingAt(before, timeline, 0, write);
  const plan = planAt(input, policy.document, values.organizationIds, at);
  writePlan(write, at, plan);
  const knownGoals: Goals[] = [];
  const ticket: TicketState = {
    input,
    timeline,
    write,
    policy,
    statusId: values.statusId,
    statusEffect: statusEffect(policy.document, values.statusId),
    resolutionId: values.resolutionId,
    organizationIds: values.organizationIds,
    handling,
    plan,
    goals: goalsOf({ input, knownGoals }, policy, plan, handling.outcome.effective),
    knownGoals,
    runs: [],
    closedCycles: [],
  };
  const moment = momentOf(ticket, instant, movedStatus);
  for (const counted of ticket.goals.counted) ticket.runs.push(createClock(counted, moment));
  return ticket;
}

/** Takes one instant, in the fixed order of rules.md §7. */
export function stepTicket(ticket: TicketState, index: number): void {
  const instant = ticket.timeline.instants[index] as Instant;
  const { published, assigned } = instant;
  const { organizationIds, handling, goals } = ticket;
  const movedStatus = takeValues(ticket, instant);
  ticket.policy = instant.policy;
  if (movedStatus || published) ticket.statusEffect = statusEffect(ticket.policy.document, ticket.statusId);
  if (instant.replied || (ticket.statusEffect === 'stops' && (movedStatus || published))) {
    const moment = momentOf(ticket, instant, movedStatus);
    for (const run of ticket.runs) stopClock(run, moment);
  }
  ticket.handling = handlingAt(handling, ticket.timeline, index, ticket.write);
  if (published || assigned || ticket.organizationIds !== organizationIds) choosePlanAgain(ticket, instant);
  if (isPromisedAnew(ticket)) {
    ticket.goals = goalsOf(ticket, ticket.policy, ticket.plan, ticket.handling.outcome.effective);
  }
  if (movedStatus || ticket.goals !== goals || ticket.handling.duty !== handling.duty) {
    stepClocks(ticket, momentOf(ticket, instant, movedStatus));
  }
}

function stepClocks({ runs, goals, closedCycles }: TicketState, moment: Moment): void {
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] as ClockRun;
    const next = stepClock(run, goals.counted[i] as CountedGoal, moment);
    if (next === run) continue;
    closedCycles.push(run);
    runs[i] = next;
  }
}

type Values = Pick<TicketState, 'statusId' | 'resolutionId' | 'organizationIds'>;

/** Takes over what the instant's edits set; answers whether the status was among it. */
function takeValues(ticket: Values, { edits }: Instant): boolean {
  let movedStatus = false;
  for (const { set } of edits) {
    if (set.resolutionId !== undefined) ticket.resolutionId = set.resolutionId;
    if (set.organizationIds !== undefined) ticket.organizationIds = set.organizationIds;
    if (set.statusId === undefined) continue;
    ticket.statusId = set.statusId;
    movedStatus = true;
  }
  return movedStatus;
}

function choosePlanAgain(ticket: TicketState, { at }: Instant): void {
  const { input, policy, organizationIds, write } = ticket;
  const before = ticket.plan;
  ticket.plan = planAt(input, policy.document, organizationIds, at);
  if (!isSameChoice(before, ticket.plan)) writePlan(write, at, ticket.plan);
}

function writePlan(write: Write, at: number, { plan, organizationId, reason }: PlanChoice): void {
  write({ at, kind: 'plan', plan, organizationId, reason });
}

function isPromisedAnew({ goals, policy, plan, handling }: TicketState): boolean {
  return goals.policy !== policy || goals.plan !== plan || goals.priority !== handling.outcome.effective;
}

function goalsOf(
  { input, knownGoals }: Pick<TicketState, 'input' | 'knownGoals'>,
  policy: PolicyVersion,
  plan: PlanChoice,
  priority: PriorityKey | null,
): Goals {
  for (const known of knownGoals) {
    if (known.policy === policy && known.plan === plan && known.priority === priority) return known;
  }
  const promises = promisesOf(policy, plan, priority);
  const counted = (promised: Promised): CountedGoal => ({ promised, hours: input.workingTimeOf(promised.calendar) });
  const goals = {
    policy,
    plan,
    priority,
    counted: SLA_METRICS.map((metric) => counted(promises[metric])),
  };
  knownGoals.push(goals);
  return goals;
}

function momentOf(
  { policy, statusId, statusEffect, handling, write }: TicketState,
  { at, published, replied }: Instant,
  movedStatus: boolean,
): Moment {
  const { document } = policy;
  return {
    at,
    document,
    published,
    replied,
    statusId,
    statusEffect,
    movedStatus,
    duty: handling.duty,
    write,
  };
}
