import type { FormGoal, FormPromise } from '../contract/request-form';
import type { SlaClock } from '../core/clock/clock';
import { foldTicket } from '../core/clock/fold';
import type { TicketHistory } from '../core/clock/history';
import type { TicketFold } from '../core/clock/ticket-fold';
import type { PlanAssignment, PolicyVersion, PriorityKey } from '../core/policy/document';
import { calendarOf, planOf } from '../core/policy/lookup';
import { isAlways } from '../core/time/calendar';
import type { EpochMillis } from '../core/time/instant';
import { customerHours } from './customer-hours';
import type { Ports } from './ports';
import { workingTimesFor } from './working-times';

/** Organizations looked at; a customer of more than that is one of a very few. */
const MOST_ORGANIZATIONS = 50;

/**
 * What a request sent now would be promised, by the same fold that will count it once it is there: one promise for each
 * plan that the customer's organizations lead to, since only sending says which of them the request is shared with. None
 * of a plan that shows its customers no times.
 * Errors: BusyError.
 */
export async function formPromises(
  ports: Pick<Ports, 'assignments'>,
  version: PolicyVersion,
  organizationIds: readonly string[],
  now: EpochMillis,
): Promise<readonly FormPromise[]> {
  const looked = organizationIds.slice(0, MOST_ORGANIZATIONS);
  const assignments = await ports.assignments.ofOrganizations(looked);
  const shares = looked.length === 0 ? [[]] : looked.map((id) => [id]);
  const promises = shares.flatMap((share) => promiseOf(version, share, assignments, now) ?? []);
  return [...new Map(promises.map((promise) => [JSON.stringify(promise), promise])).values()];
}

function promiseOf(
  version: PolicyVersion,
  organizationIds: readonly string[],
  assignments: readonly PlanAssignment[],
  now: EpochMillis,
): FormPromise | null {
  const { document } = version;
  const workingTimeOf = workingTimesFor(now, now);
  const fold = (levels: { impact: string; urgency: string }): TicketFold =>
    foldTicket({
      history: newTicket(now, levels, organizationIds),
      policies: [version],
      assignments,
      workingTimeOf,
      now,
    });
  const folds = Object.entries(cellsByPriority(version)).map(([key, levels]) => [key, fold(levels)] as const);
  const plan = planOf(document, folds[0]?.[1].plan.plan ?? '');
  if (plan?.portalVisibility !== 'state-and-times') return null;
  const clocks = folds.flatMap(([, { clocks: all }]) => all);
  return {
    plan: plan.label.shown,
    goals: Object.fromEntries(
      folds.map(([key, { clocks: all }]) => [key, all.flatMap((clock) => goalOf(clock, version))]),
    ),
    hours: hoursOf(clocks, version),
  };
}

/** Where each priority stands in the matrix first. */
function cellsByPriority({
  document,
}: PolicyVersion): Readonly<Record<PriorityKey, { impact: string; urgency: string }>> {
  const cells = Object.entries(document.matrix).flatMap(([impact, row]) =>
    Object.entries(row).map(([urgency, priority]) => [priority, { impact, urgency }] as const),
  );
  return Object.fromEntries(cells.reverse());
}

/** A request as it will be the moment it is sent. */
function newTicket(
  createdAt: EpochMillis,
  { impact, urgency }: { impact: string; urgency: string },
  organizationIds: readonly string[],
): TicketHistory {
  return {
    issueId: '',
    createdAt,
    current: { impact, urgency, priorityId: null, statusId: '', resolutionId: null, organizationIds },
    edits: [],
    comments: [],
    reporterOrganizationIds: [],
  };
}

function goalOf({ metric, goal, breachTime }: SlaClock, { document }: PolicyVersion): readonly FormGoal[] {
  if (goal === null || breachTime === null) return [];
  const calendar = calendarOf(document, goal.calendar)?.calendar;
  const aroundTheClock = calendar !== undefined && isAlways(calendar);
  return [{ metric, target: goal.duration, aroundTheClock, due: breachTime }];
}

function hoursOf(clocks: readonly SlaClock[], { document }: PolicyVersion): FormPromise['hours'] {
  const named = clocks.flatMap(({ goal }) => (goal === null ? [] : (calendarOf(document, goal.calendar) ?? [])));
  const business = named.find(({ calendar }) => !isAlways(calendar));
  return business === undefined ? null : customerHours(business);
}
