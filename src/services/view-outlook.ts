import { BOARD_STATES, type BoardDeadline, type BoardFilter, type BoardOutlook } from '../contract/sla-board';
import { SLA_METRICS, type SlaMetric } from '../core/policy/document';
import { measuresOf } from '../core/policy/matrix';
import { calendarOf } from '../core/policy/lookup';
import { DAY, type EpochMillis } from '../core/time/instant';
import { compileCalendar } from '../core/time/working-time';
import { openIntervals } from '../core/time/working-time-queries';
import { boardPolicy, incidentQuery, type BoardPolicy } from './board-policy';
import { boardStateOf } from './board-state';
import { RefusedError, type IncidentSighting, type Ports } from './ports';

/** Deadlines of one metric that are drawn: what Jira gives in one page. */
const MOST_OF_A_METRIC = 100;

/**
 * The day ahead on a project's board, as the user who asks: what falls due until this time tomorrow, and how many open
 * incidents there are in each state. One search a metric, and one count a state.
 * Errors: RefusedError where there is no board; BusyError.
 */
export async function viewOutlook(
  ports: Pick<Ports, 'now' | 'policies' | 'board'>,
  { projectId }: { readonly projectId: string },
  { filter }: { readonly filter: BoardFilter },
): Promise<BoardOutlook> {
  const board = await boardPolicy(ports, projectId);
  if (typeof board === 'string') throw new RefusedError('view-outlook');
  const { fields } = board.tracking;
  const query = incidentQuery(board, projectId, filter);
  const page = { after: null, size: MOST_OF_A_METRIC };
  const [counted, found] = await Promise.all([
    Promise.all(BOARD_STATES.map(async (state) => [state, await ports.board.count(query, state, fields)] as const)),
    Promise.all(
      SLA_METRICS.map(async (metric) => {
        const { incidents, next } = await ports.board.dueWithin(query, { metric, within: DAY }, fields, page);
        const deadlines = incidents.flatMap((sighting) => deadlineOf(board, sighting, metric));
        return { deadlines, isAll: next === null };
      }),
    ),
  ]);
  const at = ports.now();
  const cutOff = found.flatMap(({ deadlines, isAll }) => (isAll ? [] : [deadlines.at(-1)?.due ?? at]));
  const completeUntil = Math.min(at + DAY, ...cutOff);
  return {
    at,
    counts: Object.fromEntries(counted) as BoardOutlook['counts'],
    deadlines: found
      .flatMap(({ deadlines }) => deadlines)
      .filter(({ due }) => due >= at && due <= completeUntil)
      .sort((a, b) => a.due - b.due || a.issueKey.localeCompare(b.issueKey)),
    completeUntil,
    hours: hoursAhead(board, at),
  };
}

function deadlineOf(
  { version }: BoardPolicy,
  { issueKey, summary, slaFields }: IncidentSighting,
  metric: SlaMetric,
): BoardDeadline[] {
  const due = metric === 'response' ? slaFields.responseDue : slaFields.resolutionDue;
  if (due === null) return [];
  const { priority } = measuresOf(version.document, slaFields.handlingOrder ?? 0);
  // The status tells of the worst clock: it is said of the one that falls due first.
  const state = due === slaFields.slaNextDue ? boardStateOf(slaFields.slaStatus) : 'running';
  return [{ issueKey, summary, priority, metric, due, state }];
}

function hoursAhead({ version: { document } }: BoardPolicy, at: EpochMillis): BoardOutlook['hours'] {
  const named = calendarOf(document, document.defaultCalendar);
  if (named === undefined) return [];
  return openIntervals(compileCalendar(named.calendar, at, at + DAY), at, at + DAY);
}
