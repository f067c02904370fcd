import type { BoardClock, BoardFilter, BoardIncident, BoardOrder, BoardPage } from '../contract/sla-board';
import { promisesOf } from '../core/clock/goal';
import { measuresOf, type Measures } from '../core/policy/matrix';
import { calendarOf } from '../core/policy/lookup';
import { choosePlan, type PlanChoice } from '../core/policy/plan-choice';
import type { CalendarKey, PlanAssignment, PolicyVersion, SlaMetric } from '../core/policy/document';
import { DAY, type EpochMillis } from '../core/time/instant';
import { compileCalendar, workingTimeBetween } from '../core/time/working-time';
import { workingTimeToJson } from '../core/time/working-time-json';
import { boardPolicy, incidentQuery, type BoardPolicy } from './board-policy';
import { boardStateOf } from './board-state';
import { RefusedError, type IncidentSighting, type Ports } from './ports';
import { workingTimesFor } from './working-times';

/** Rows of a page: what fits the eye before it turns the page, in one call. */
export const BOARD_PAGE = 50;

/** The browser counts on alone for as long as a page may stay without an answer. */
const BROWSER_AHEAD = 3 * DAY;

type Needs = Pick<Ports, 'now' | 'policies' | 'assignments' | 'board'>;

/**
 * One page of a project's open incidents, as the user who asks: one call to Jira. What is left of the next clock is the
 * working time until its due time, which the issue's own field holds.
 * Errors: RefusedError where there is no board; BusyError.
 */
export async function listIncidents(
  ports: Needs,
  { projectId }: { readonly projectId: string },
  { filter, order, page }: { readonly filter: BoardFilter; readonly order: BoardOrder; readonly page: string | null },
): Promise<BoardPage> {
  const board = await boardPolicy(ports, projectId);
  if (typeof board === 'string') throw new RefusedError('list-incidents');
  const query = incidentQuery(board, projectId, filter);
  const found = await ports.board.incidents(query, order, board.tracking.fields, { after: page, size: BOARD_PAGE });
  const organizationIds = found.incidents.flatMap(({ organizations }) => organizations.map(({ id }) => id));
  const assignments = await ports.assignments.ofOrganizations([...new Set(organizationIds)]);
  const at = ports.now();
  const incidents = found.incidents.map((sighting) => incidentOf(board.version, sighting, assignments, at));
  return { at, incidents, workingTimes: workingTimesOf(board, incidents, at), next: found.next };
}

function incidentOf(
  version: PolicyVersion,
  sighting: IncidentSighting,
  assignments: readonly PlanAssignment[],
  at: EpochMillis,
): BoardIncident {
  const { slaFields, organizations, createdAt: _created, ...shown } = sighting;
  const measures = measuresOf(version.document, slaFields.handlingOrder ?? 0);
  return {
    ...shown,
    ...measures,
    plan: slaFields.customerPlan,
    organizations: organizations.map(({ name }) => name),
    state: boardStateOf(slaFields.slaStatus),
    responseDue: slaFields.responseDue,
    resolutionDue: slaFields.resolutionDue,
    clock: clockOf(version, sighting, measures, assignments, at),
  };
}

function clockOf(
  version: PolicyVersion,
  { slaFields, organizations, createdAt }: IncidentSighting,
  { priority }: Measures,
  assignments: readonly PlanAssignment[],
  at: EpochMillis,
): BoardClock | null {
  const { responseDue, resolutionDue, customerPlan } = slaFields;
  const metric: SlaMetric = (responseDue ?? Infinity) <= (resolutionDue ?? Infinity) ? 'response' : 'resolution';
  const due = metric === 'response' ? responseDue : resolutionDue;
  if (due === null) return null;
  // Organizations that a ticket has only through its reporter are known to its row alone: their own calendar would ask for
  // one more read a ticket. The due time is right either way.
  const question = {
    organizationIds: organizations.map(({ id }) => id),
    reporterOrganizationIds: [],
    createdAt,
    at,
    assignments,
  };
  const choice = choosePlan(version.document, question);
  const held: PlanChoice = choice.plan === customerPlan ? choice : { ...choice, plan: customerPlan, calendar: null };
  const { calendarKey, calendar, marked } = promisesOf(version, held, priority)[metric];
  const workingTime = workingTimesFor(Math.min(createdAt, due), Math.max(at, due))(calendar);
  const warnings = (marked?.marks ?? []).filter(({ threshold }) => !['due', 'breach'].includes(threshold.kind));
  return {
    metric,
    due,
    remaining: workingTimeBetween(workingTime, at, due),
    target: marked?.goal.target ?? null,
    warnsAt: warnings[0]?.level ?? null,
    calendar: calendarKey,
  };
}

function workingTimesOf(
  { version }: BoardPolicy,
  incidents: readonly BoardIncident[],
  at: EpochMillis,
): Record<CalendarKey, unknown> {
  const keys = new Set(incidents.flatMap(({ clock }) => (clock === null ? [] : [clock.calendar])));
  return Object.fromEntries(
    [...keys].flatMap((key) => {
      const named = calendarOf(version.document, key);
      if (named === undefined) return [];
      return [[key, workingTimeToJson(compileCalendar(named.calendar, at, at + BROWSER_AHEAD))]];
    }),
  );
}
