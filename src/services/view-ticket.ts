import type { AgentPanelView, CalendarView } from '../contract/agent-panel';
import type { SlaClock } from '../core/clock/clock';
import type { CalendarKey, PolicyDocument } from '../core/policy/document';
import { isAlways } from '../core/time/calendar';
import { DAY, type EpochMillis } from '../core/time/instant';
import { compileCalendar } from '../core/time/working-time';
import { workingTimeToJson } from '../core/time/working-time-json';
import { lookAtTicket, type TrackedLook } from './look-at-ticket';
import { RefusedError, type Ports } from './ports';
import { levelView } from './view-levels';

/** The browser counts on alone for as long as a panel may stay open. */
const BROWSER_AHEAD = 35 * DAY;

/**
 * A ticket's clocks as the agent panel shows them, folded as of now from what Jira says now. Writes nothing.
 * Errors: RefusedError when the issue is gone; BusyError.
 */
export async function viewTicket(ports: Ports, issueId: string, mayEdit: boolean): Promise<AgentPanelView> {
  const look = await lookAtTicket(ports, issueId);
  switch (look.kind) {
    case 'not-configured':
      return { state: 'not-configured' };
    case 'gone':
      throw new RefusedError('view-ticket');
    case 'out-of-scope':
      return { state: 'out-of-scope' };
    case 'feature':
      return { state: 'feature-request' };
    case 'tracked':
      return trackedView(look, mayEdit);
  }
}

function trackedView(look: TrackedLook, mayEdit: boolean): AgentPanelView {
  const { fold, reading, document } = look;
  const plan = document.plans.find((candidate) => candidate.key === fold.plan.plan);
  const { organizationId } = fold.plan;
  return {
    state: 'tracked',
    issueId: reading.issueId,
    issueKey: reading.issueKey,
    at: fold.at,
    policyTitle: document.title.shown,
    impacts: document.impacts.map(levelView),
    urgencies: document.urgencies.map(levelView),
    priorities: document.priorities.map(({ key, label }) => ({ key, label })),
    matrix: document.matrix,
    impact: fold.impact,
    urgency: fold.urgency,
    priority: fold.priority,
    plan: {
      ...fold.plan,
      label: plan?.label.shown ?? null,
      organizationName: organizationId === null ? null : (reading.organizationNames[organizationId] ?? null),
    },
    status: fold.status,
    clocks: fold.clocks,
    calendars: calendarViews(look),
    ledger: fold.ledger,
    statusNames: reading.statusNames,
    reasons: document.reasons.map(({ key, label }) => ({ key, label })),
    duty: {
      applies: fold.priority.effective !== null && document.duty.priorities.includes(fold.priority.effective),
      text: document.duty.text.shown,
    },
    unavailable: fold.unavailable,
    mayEdit,
  };
}

/** The calendars of the clocks' goals, each of the policy version that the goal comes from. */
function calendarViews({ fold, policies, reading }: TrackedLook): Record<CalendarKey, CalendarView> {
  const views: Record<CalendarKey, CalendarView> = {};
  for (const clock of fold.clocks) {
    if (clock.goal === null) continue;
    const version = policies.find((candidate) => candidate.version === clock.goal?.policyVersion);
    const view = version && calendarView(version.document, clock, reading.history.createdAt, fold.at);
    if (view !== undefined) views[clock.goal.calendar] = view;
  }
  return views;
}

function calendarView(
  document: PolicyDocument,
  clock: SlaClock,
  createdAt: EpochMillis,
  now: EpochMillis,
): CalendarView | undefined {
  const named = document.calendars[clock.goal?.calendar ?? ''];
  if (named === undefined) return undefined;
  const until = Math.max(now, clock.breachTime ?? now) + BROWSER_AHEAD;
  return {
    label: named.label,
    timeZone: named.calendar.timeZone,
    always: isAlways(named.calendar),
    workingTime: workingTimeToJson(compileCalendar(named.calendar, createdAt - DAY, until)),
  };
}
