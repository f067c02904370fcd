import type { AgentPanelView, CalendarView } from '../contract/agent-panel';
import type { SlaGoal } from '../core/clock/clock';
import type { TicketFold } from '../core/clock/ticket-fold';
import type { CalendarKey, NamedCalendar } from '../core/policy/document';
import { isAlways } from '../core/time/calendar';
import { DAY, type EpochMillis } from '../core/time/instant';
import { compileCalendar } from '../core/time/working-time';
import { workingTimeToJson } from '../core/time/working-time-json';
import { lookAtTicket, type TrackedLook } from './look-at-ticket';
import { RefusedError, type Ports } from './ports';
import { preparedReplies } from './reply-language';
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
    replies: preparedReplies(look),
    mayEdit,
  };
}

/** The calendars of every goal the clocks or the ledger tell of, each as in the policy version the goal comes from. */
function calendarViews({ fold, policies, reading }: TrackedLook): Record<CalendarKey, CalendarView> {
  const due = fold.clocks.map(({ breachTime }) => breachTime ?? fold.at);
  const until = Math.max(fold.at, ...due) + BROWSER_AHEAD;
  const views: Record<CalendarKey, CalendarView> = {};
  for (const { calendar, policyVersion } of goalsOf(fold)) {
    const named = policies.find(({ version }) => version === policyVersion)?.document.calendars[calendar];
    if (named !== undefined) views[calendar] ??= calendarView(named, reading.history.createdAt - DAY, until);
  }
  return views;
}

/** The goals in force first, so that their version of a calendar is the one shown. */
function goalsOf({ clocks, ledger }: TicketFold): readonly SlaGoal[] {
  const told = ledger.flatMap((entry) => {
    if (entry.kind === 'goal') return [entry.goal];
    return entry.kind === 'retarget' ? [entry.to, entry.from] : [];
  });
  return [...clocks.map(({ goal }) => goal), ...told].filter((goal) => goal !== null);
}

function calendarView({ label, calendar }: NamedCalendar, from: EpochMillis, until: EpochMillis): CalendarView {
  return {
    label,
    timeZone: calendar.timeZone,
    always: isAlways(calendar),
    workingTime: workingTimeToJson(compileCalendar(calendar, from, until)),
  };
}
