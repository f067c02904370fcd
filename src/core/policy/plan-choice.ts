import { instantOfLocal, localDateAt } from '../time/zone';
import type { EpochMillis } from '../time/instant';
import type { CalendarKey, PlanAssignment, PlanKey, PolicyDocument } from './document';
import { calendarOf, planOf } from './lookup';

/** Why a ticket has its plan (rules.md §6). */
export type PlanReason =
  'organization' | 'reporter-organization' | 'default-no-organization' | 'default-unassigned' | 'out-of-subscription';

export interface PlanChoice {
  /** Null only out of subscription where the policy then promises nothing. */
  readonly plan: PlanKey | null;
  readonly reason: PlanReason;
  /** The organization whose assignment decided; null for the default plan. */
  readonly organizationId: string | null;
  /** The assignment's days, `YYYY-MM-DD`; null for the default plan or without an end. */
  readonly from: string | null;
  readonly to: string | null;
  /** The assignment's own calendar, in place of the policy's default calendar; null for none. */
  readonly calendar: CalendarKey | null;
}

export interface PlanQuestion {
  /** The ticket's own organizations. */
  readonly organizationIds: readonly string[];
  /** Asked only where the ticket has none of its own. */
  readonly reporterOrganizationIds: readonly string[];
  readonly createdAt: EpochMillis;
  /** The instant of the choice: what was recorded after it is not known yet. */
  readonly at: EpochMillis;
  /** In any order; those of other organizations do no harm. */
  readonly assignments: readonly PlanAssignment[];
}

/**
 * The plan a ticket has at an instant, and why (rules.md §6): by the assignments that cover its creation day in the default
 * calendar's zone and were on record then; of several the plan of highest rank, ties by the order of the plans, then by
 * organization id. Assignments to a plan that the policy does not have count for nothing.
 *
 * Out of subscription are organizations that once had a plan and had none on the creation day: all assignments begun by
 * then had ended, whatever begins later. Where the policy lets later plans reach open tickets, an assignment that begins
 * after the creation joins the choice once its first day has come, and stays as one from the creation would.
 *
 * Throws TimeError `unknown-zone`, and RangeError for a policy without its default calendar (checkPolicy refuses both).
 */
export function choosePlan(policy: PolicyDocument, question: PlanQuestion): PlanChoice {
  const { organizationIds, reporterOrganizationIds, at } = question;
  const isOwn = organizationIds.length > 0;
  if (!isOwn && reporterOrganizationIds.length === 0) return byDefault(policy, 'default-no-organization');

  const day = creationDay(policy, question.createdAt);
  const known = assignmentsAsked(policy, question).filter((assignment) => isOnRecord(assignment, at));
  const [best] = known
    .filter((assignment) => covers(assignment, day) || hasReached(policy, assignment, day, at))
    .sort((a, b) => compareAssignments(policy, a, b));
  if (best !== undefined) {
    const { organizationId, plan, from, to, calendar } = best;
    return { plan, reason: isOwn ? 'organization' : 'reporter-organization', organizationId, from, to, calendar };
  }
  const hadPlan = known.some(({ to }) => to !== null && to < day);
  return byDefault(policy, hadPlan ? 'out-of-subscription' : 'default-unassigned');
}

/**
 * The instants after the creation at which the choice for a ticket may change: when one of the assignments that concern
 * its creation day was recorded or taken off the record or, where the policy lets later plans reach open tickets, when a later one began. In order,
 * each once; whose assignments to look at is the caller's. Throws as choosePlan does.
 */
export function planChangeInstants(
  policy: PolicyDocument,
  createdAt: EpochMillis,
  assignments: readonly PlanAssignment[],
): readonly EpochMillis[] {
  const day = creationDay(policy, createdAt);
  const instants = assignments
    .filter(({ from }) => from <= day || policy.modes.laterPlanReachesOpenTickets)
    .flatMap((assignment) => [countsFrom(policy, assignment, day), assignment.removedAt ?? createdAt])
    .filter((instant) => instant > createdAt);
  return [...new Set(instants)].sort((a, b) => a - b);
}

function assignmentsAsked(policy: PolicyDocument, question: PlanQuestion): readonly PlanAssignment[] {
  const { organizationIds, reporterOrganizationIds, assignments } = question;
  const asked = new Set(organizationIds.length > 0 ? organizationIds : reporterOrganizationIds);
  return assignments.filter(
    ({ organizationId, plan }) => asked.has(organizationId) && planOf(policy, plan) !== undefined,
  );
}

/** `YYYY-MM-DD` compares as text. */
function covers({ from, to }: PlanAssignment, day: string): boolean {
  return from <= day && (to === null || day <= to);
}

function hasReached(policy: PolicyDocument, assignment: PlanAssignment, day: string, at: EpochMillis): boolean {
  const isLater = assignment.from > day && policy.modes.laterPlanReachesOpenTickets;
  return isLater && countsFrom(policy, assignment, day) <= at;
}

/** Recorded by then and not yet taken off. */
function isOnRecord({ recordedAt, removedAt }: PlanAssignment, at: EpochMillis): boolean {
  return recordedAt <= at && (removedAt === undefined || at < removedAt);
}

/** When an assignment begins to count for a ticket created on `day`. */
function countsFrom(policy: PolicyDocument, { from, recordedAt }: PlanAssignment, day: string): EpochMillis {
  return from <= day ? recordedAt : Math.max(recordedAt, instantOfLocal(zoneOf(policy), from));
}

/** The best first; the last two comparisons only settle overlapping days of one organization, the newest record first. */
function compareAssignments(policy: PolicyDocument, a: PlanAssignment, b: PlanAssignment): number {
  const rank = ({ plan }: PlanAssignment): number => planOf(policy, plan)?.rank ?? -Infinity;
  const order = ({ plan }: PlanAssignment): number => policy.plans.findIndex(({ key }) => key === plan);
  return (
    rank(b) - rank(a) ||
    order(a) - order(b) ||
    compareText(a.organizationId, b.organizationId) ||
    b.recordedAt - a.recordedAt ||
    compareText(b.from, a.from)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byDefault(policy: PolicyDocument, reason: PlanReason): PlanChoice {
  const promisesNothing = reason === 'out-of-subscription' && policy.modes.outOfSubscription === 'no-promise';
  const plan = promisesNothing ? null : policy.defaultPlan;
  return { plan, reason, organizationId: null, from: null, to: null, calendar: null };
}

function creationDay(policy: PolicyDocument, createdAt: EpochMillis): string {
  return localDateAt(zoneOf(policy), createdAt);
}

function zoneOf(policy: PolicyDocument): string {
  const named = calendarOf(policy, policy.defaultCalendar);
  if (named === undefined) throw new RangeError(`the policy has no calendar "${policy.defaultCalendar}"`);
  return named.calendar.timeZone;
}
