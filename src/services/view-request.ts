import type {
  CustomerClock,
  CustomerClockState,
  CustomerPanelView,
  CustomerTicketView,
} from '../contract/customer-panel';
import type { LevelView } from '../contract/level';
import type { SlaClock, SlaGoal } from '../core/clock/clock';
import type { Level, LevelKey, NamedCalendar, PortalVisibility } from '../core/policy/document';
import { calendarOf, planOf, priorityOf, reasonOf } from '../core/policy/lookup';
import type { Bilingual } from '../core/policy/text';
import { isAlways } from '../core/time/calendar';
import { MINUTE, type EpochMillis, type Millis } from '../core/time/instant';
import { addWorkingTime } from '../core/time/working-time';
import { customerHours } from './customer-hours';
import { customerPlan } from './customer-plan';
import { lookAtTicket, type TrackedLook } from './look-at-ticket';
import { BusyError, RefusedError, type Ports } from './ports';
import { levelView } from './view-levels';
import { featureOf } from './view-proposal';
import { customerOnRequest, viewRequestProposal } from './view-request-proposal';

/** After that, whatever keeps an answer from its field is not the order of events. */
const JUST_SENT: Millis = 10 * MINUTE;

/**
 * A request as its customer may see it. Every key is chosen here by hand: nothing of the fold passes through whole, so
 * that no threshold, setting, agent or other organization can leave (design.md §5). Answers of the portal's form that the
 * fields of a request just sent do not hold yet have the ticket looked at: whoever sent it is the first to see it.
 * Errors: RefusedError when the request is gone; BusyError.
 */
export async function viewRequest(ports: Ports, issueId: string, accountId: string): Promise<CustomerPanelView> {
  const look = await lookAtTicket(ports, issueId);
  switch (look.kind) {
    case 'gone':
      throw new RefusedError('view-request');
    case 'not-configured':
    case 'out-of-scope':
      return { state: 'no-promise' };
    case 'feature': {
      const [feature, row] = await Promise.all([featureOf(ports, look), ports.proposals.get(issueId)]);
      const customer = await customerOnRequest(ports, feature, accountId);
      return viewRequestProposal(ports, feature, customer, row?.entries ?? []);
    }
    case 'tracked':
      if (isJustSent(look) && Object.keys(look.answers).length > 0) await trackUnlessFull(ports, issueId);
      return customerView(look);
  }
}

/** A queue that takes nothing keeps no customer from the promise, which counts the answers already: the next event looks again. */
async function trackUnlessFull(ports: Pick<Ports, 'queue' | 'log'>, issueId: string): Promise<void> {
  try {
    await ports.queue.track([issueId]);
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    ports.log.warn('answers-left', { issueId });
  }
}

/** The look that the creation brought may have come before Jira kept the form's answers. */
function isJustSent({ fold, reading }: TrackedLook): boolean {
  return fold.at - reading.history.createdAt < JUST_SENT;
}

function customerView(look: TrackedLook): CustomerTicketView {
  const { fold, document, reading } = look;
  const plan = planOf(document, fold.plan.plan ?? '');
  const visibility = plan?.portalVisibility ?? 'nothing';
  const resolution = fold.clocks.find((clock) => clock.metric === 'resolution');
  const effective = fold.priority.effective;
  const priority = priorityOf(document, effective ?? '');
  const shownAt = (at: EpochMillis | null): EpochMillis | null => (visibility === 'state-and-times' ? at : null);
  const onDuty = effective !== null && document.duty.priorities.includes(effective);
  return {
    state: 'tracked',
    at: fold.at,
    ...waiting(look, resolution, shownAt),
    impact: levelText(document.impacts, fold.impact),
    urgency: levelText(document.urgencies, fold.urgency),
    priority: priority === undefined ? null : { key: priority.key, label: priority.label },
    clocks:
      visibility === 'nothing'
        ? []
        : fold.clocks.filter((clock) => clock.goal !== null).map((clock) => customerClock(look, clock, visibility)),
    hours: visibility === 'state-and-times' ? hoursOf(look) : null,
    duty: onDuty && resolution?.stopTime === null ? document.duty.text.shown : null,
    ...notices(look, shownAt),
    plan: plan === undefined ? null : customerPlan(document, plan, effective, reading.fixVersions),
  };
}

type ShownAt = (at: EpochMillis | null) => EpochMillis | null;

/**
 * Whom the request waits for: the customer while a status pauses the resolution and they have not answered since, nobody
 * once it is solved. A status may stay behind the customer's answer where no automation gives the request back.
 */
function waiting(
  { reading, document, fold: { ledger } }: TrackedLook,
  resolution: SlaClock | undefined,
  shownAt: ShownAt,
): Pick<CustomerTicketView, 'waitsFor' | 'waitsSince'> {
  if (resolution !== undefined && resolution.stopTime !== null)
    return { waitsFor: 'nobody', waitsSince: shownAt(resolution.stopTime) };
  if (!document.pauseStatusIds.includes(reading.history.current.statusId)) {
    return { waitsFor: 'team', waitsSince: null };
  }
  if (document.portal.pausesForOthers?.includes(reading.history.current.statusId) === true) {
    return { waitsFor: 'others', waitsSince: null };
  }
  const since = ledger.findLast((entry) => entry.kind === 'paused' && entry.cause === 'status')?.at ?? null;
  const isAnswered = reading.history.comments.some(
    ({ author, isPublic, at }) => author === 'customer' && isPublic && since !== null && at > since,
  );
  return isAnswered ? { waitsFor: 'team', waitsSince: null } : { waitsFor: 'you', waitsSince: shownAt(since) };
}

function customerClock(look: TrackedLook, clock: SlaClock, visibility: PortalVisibility): CustomerClock {
  const goal = visibility === 'state-and-times' ? clock.goal : null;
  const calendar = goal && goalCalendar(look, goal)?.calendar;
  return {
    metric: clock.metric,
    state: customerState(clock),
    excused: clock.missedWithCustomerUnavailable,
    due: goal && clock.breachTime,
    dueIfResumed: goal && dueIfResumed(look, clock, goal),
    stoppedAt: goal && clock.stopTime,
    usedShare: goal && Math.min(1, clock.elapsedTime / Math.max(1, goal.target)),
    remaining: goal && clock.stopTime === null ? clock.remainingTime : null,
    target: goal && goal.duration,
    aroundTheClock: calendar ? isAlways(calendar) : null,
  };
}

/** Near breach is the team's business: to a customer the clock runs. */
function customerState({ state }: SlaClock): CustomerClockState {
  switch (state) {
    case 'near-breach':
    case 'running':
      return 'running';
    case 'breached':
      return 'late';
    case 'paused':
    case 'met':
    case 'missed':
      return state;
  }
}

function dueIfResumed(look: TrackedLook, clock: SlaClock, goal: SlaGoal): EpochMillis | null {
  const named = goalCalendar(look, goal);
  const left = clock.remainingTime ?? 0;
  if (clock.state !== 'paused' || named === undefined || left <= 0) return null;
  return addWorkingTime(look.input.workingTimeOf(named.calendar), look.fold.at, left);
}

/** The calendar of a goal, as the policy version that the goal comes from has it. */
function goalCalendar({ policies }: TrackedLook, goal: SlaGoal): NamedCalendar | undefined {
  const version = policies.find((candidate) => candidate.version === goal.policyVersion);
  return version && calendarOf(version.document, goal.calendar);
}

function hoursOf(look: TrackedLook): CustomerTicketView['hours'] {
  const { clocks } = look.fold;
  const open = clocks.filter(({ stopTime }) => stopTime === null);
  const named = (open.length > 0 ? open : clocks).flatMap(({ goal }) => (goal && goalCalendar(look, goal)) ?? []);
  const shown = named.find(({ calendar }) => !isAlways(calendar)) ?? named[0];
  return shown === undefined ? null : customerHours(shown);
}

function notices(
  { fold, document }: TrackedLook,
  shownAt: ShownAt,
): Pick<CustomerTicketView, 'unavailable' | 'downgrade'> {
  const { unavailable } = fold;
  const { downgrade } = fold.priority;
  const label = (key: string): Bilingual => priorityOf(document, key)?.label ?? { en: key, fr: key };
  const reason = (key: string): Bilingual => reasonOf(document, key)?.label ?? { en: '', fr: '' };
  return {
    unavailable: unavailable && { since: shownAt(unavailable.since), reason: reason(unavailable.reasonCode) },
    downgrade: downgrade && {
      since: shownAt(downgrade.since),
      from: label(downgrade.from),
      to: label(downgrade.to),
      reason: reason(downgrade.reasonCode),
    },
  };
}

function levelText(levels: readonly Level[], key: LevelKey | null): LevelView | null {
  const level = levels.find((candidate) => candidate.key === key);
  return level === undefined ? null : levelView(level);
}
