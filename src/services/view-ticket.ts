import type { AgentPanelView, CalendarView, LastActionView, MayAct, PromiseView } from '../contract/agent-panel';
import { dutyApplies, lastAction } from '../core/clock/agent-actions';
import type { SlaGoal } from '../core/clock/clock';
import { promisesOf, type Promised } from '../core/clock/goal';
import type { HistoryComment } from '../core/clock/history';
import type { TicketFold } from '../core/clock/ticket-fold';
import type { CalendarKey, NamedCalendar, PriorityKey } from '../core/policy/document';
import { isAlways } from '../core/time/calendar';
import { DAY, type EpochMillis } from '../core/time/instant';
import { compileCalendar } from '../core/time/working-time';
import { workingTimeToJson } from '../core/time/working-time-json';
import { lookAtTicket, type TrackedLook } from './look-at-ticket';
import { RefusedError, type Ports, type TicketReading } from './ports';
import { preparedReplies } from './prepared-replies';
import { levelView, measureTexts } from './view-levels';
import { featureOf, viewFeatureRequest } from './view-proposal';

/** The browser counts on alone for as long as a panel may stay open. */
const BROWSER_AHEAD = 35 * DAY;

/** What the asking agent may do with the issue, as Jira said. */
export interface AgentMay {
  readonly accountId: string;
  readonly edit: boolean;
  readonly comment: boolean;
}

/**
 * A ticket's clocks as the agent panel shows them, folded as of now from what Jira says now and from comments just
 * `written`. Writes nothing. Errors: RefusedError when the issue is gone; BusyError.
 */
export async function viewTicket(
  ports: Ports,
  issueId: string,
  may: AgentMay,
  written: readonly HistoryComment[] = [],
): Promise<AgentPanelView> {
  const look = await lookAtTicket(ports, issueId, written);
  switch (look.kind) {
    case 'not-configured':
      return { state: 'not-configured' };
    case 'gone':
      throw new RefusedError('view-ticket');
    case 'out-of-scope':
      return { state: 'out-of-scope' };
    case 'feature':
      return viewFeatureRequest(ports, await featureOf(ports, look), may.edit);
    case 'tracked':
      return trackedView(look, may);
  }
}

/**
 * Whether an agent may record actions. What the reporter or a participant writes is the customer's, whatever else they
 * are, so the fold would not count it.
 */
export function mayActOn({ customerAccountIds }: TicketReading, { accountId, comment }: AgentMay): MayAct {
  if (customerAccountIds.includes(accountId)) return 'customer-side';
  return comment ? 'yes' : 'no-comment-permission';
}

function nameIn({ organizationNames }: TicketReading, id: string | null): string | null {
  return id !== null && Object.hasOwn(organizationNames, id) ? (organizationNames[id] ?? null) : null;
}

function trackedView(look: TrackedLook, may: AgentMay): AgentPanelView {
  const { fold, reading, document } = look;
  const plan = document.plans.find((candidate) => candidate.key === fold.plan.plan);
  // Where no organization decided the plan, the request's own still says whose ticket it is.
  const organizationId = fold.plan.organizationId ?? reading.history.current.organizationIds[0] ?? null;
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
      organizationName: nameIn(reading, organizationId),
    },
    status: fold.status,
    clocks: fold.clocks,
    calendars: calendarViews(look),
    ledger: fold.ledger,
    statusNames: reading.statusNames,
    reasons: document.reasons.map(({ key, label }) => ({ key, label })),
    duty: {
      applies: dutyApplies(fold, document),
      text: document.duty.text.shown,
    },
    unavailable: fold.unavailable,
    replies: preparedReplies(look),
    promises: promiseViews(look),
    retarget: document.modes.retarget,
    dutyMode: document.modes.duty,
    measures: measureTexts(document),
    lastAction: lastActionView(look.input.history.comments),
    mayEdit: may.edit,
    mayAct: mayActOn(reading, may),
  };
}

/** What each priority would promise from now on. */
function promiseViews(look: TrackedLook): Record<string, PromiseView> {
  const ofPriority = (priority: PriorityKey): PromiseView =>
    Object.fromEntries(
      promised(look, priority).flatMap(({ metric, calendarKey: calendar, duration, marked }) =>
        duration === null ? [] : [[metric, { calendar, duration, target: marked?.goal.target ?? null }] as const],
      ),
    );
  return Object.fromEntries(look.document.priorities.map(({ key }) => [key, ofPriority(key)]));
}

function promised({ policies, fold }: TrackedLook, priority: PriorityKey): readonly Promised[] {
  const newest = policies.at(-1);
  if (newest === undefined) return [];
  return Object.values(promisesOf(newest, fold.plan, priority)).filter(({ duration }) => duration !== null);
}

function lastActionView(comments: readonly HistoryComment[]): LastActionView | null {
  const last = lastAction(comments);
  if (last === null) return null;
  const { id: commentId, at, action } = last;
  if (action.kind !== 'undo') return { commentId, at, kind: action.kind, undone: false };
  const what = comments.find(({ id }) => id === action.commentId)?.action?.kind;
  // An undo of an undo is the action again: nothing that has a name of its own is left to take back.
  return what === undefined || what === 'undo' ? null : { commentId, at, kind: what, undone: true };
}

/** The calendars of every goal that the clocks, the ledger or the promises tell of, each as in the policy version the goal comes from. */
function calendarViews(look: TrackedLook): Record<CalendarKey, CalendarView> {
  const { fold, policies, reading, document } = look;
  const due = fold.clocks.map(({ breachTime }) => breachTime ?? fold.at);
  const until = Math.max(fold.at, ...due) + BROWSER_AHEAD;
  const views: Record<CalendarKey, CalendarView> = {};
  const ahead = document.priorities
    .flatMap(({ key }) => promised(look, key))
    .map(({ calendarKey, version }) => ({ calendar: calendarKey, policyVersion: version.version }));
  for (const { calendar, policyVersion } of [...goalsOf(fold), ...ahead]) {
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
