import type {
  CustomerClock,
  CustomerClockState,
  CustomerPanelView,
  CustomerTicketView,
} from '../contract/customer-panel';
import type { SlaClock } from '../core/clock/clock';
import type { Level, LevelKey, Plan, PolicyDocument } from '../core/policy/document';
import type { Bilingual } from '../core/policy/text';
import { isAlways } from '../core/time/calendar';
import { lookAtTicket, type TrackedLook } from './look-at-ticket';
import { RefusedError, type Ports } from './ports';

/**
 * A request as its customer may see it. Every key is chosen here by hand: nothing of the fold passes through whole, so
 * that no threshold, setting, agent or other organization can leave (design.md §5).
 * Errors: RefusedError when the request is gone; BusyError.
 */
export async function viewRequest(ports: Ports, issueId: string): Promise<CustomerPanelView> {
  const look = await lookAtTicket(ports, issueId);
  switch (look.kind) {
    case 'gone':
      throw new RefusedError('view-request');
    case 'not-configured':
    case 'out-of-scope':
    case 'feature':
      return { state: 'no-promise' };
    case 'tracked':
      return customerView(look);
  }
}

function customerView({ fold, document, reading }: TrackedLook): CustomerTicketView {
  const plan = document.plans.find((candidate) => candidate.key === fold.plan.plan);
  const visibility = plan?.portalVisibility ?? 'nothing';
  const resolution = fold.clocks.find((clock) => clock.metric === 'resolution');
  const onDuty = fold.priority.effective !== null && document.duty.priorities.includes(fold.priority.effective);
  const { downgrade } = fold.priority;
  const priority = document.priorities.find((candidate) => candidate.key === fold.priority.effective);
  return {
    state: 'tracked',
    at: fold.at,
    ...waiting(resolution, reading.history.current.statusId, document, fold.ledger),
    impact: levelText(document.impacts, fold.impact),
    urgency: levelText(document.urgencies, fold.urgency),
    priority: priority === undefined ? null : { key: priority.key, label: priority.label },
    clocks:
      visibility === 'nothing'
        ? []
        : fold.clocks.filter((clock) => clock.goal !== null).map((clock) => customerClock(clock, visibility)),
    hours: visibility === 'state-and-times' ? hoursOf(fold.clocks, document) : null,
    duty: onDuty && resolution?.stopTime === null ? document.duty.text.shown : null,
    unavailable:
      fold.unavailable === null
        ? null
        : { since: fold.unavailable.since, reason: reasonText(document, fold.unavailable.reasonCode) },
    downgrade:
      downgrade === null
        ? null
        : {
            since: downgrade.since,
            from: downgrade.from,
            to: downgrade.to,
            reason: reasonText(document, downgrade.reasonCode),
          },
    plan: plan === undefined ? null : planText(plan, document),
  };
}

/** Whom the request waits for: the customer while a status pauses the resolution, nobody once it is solved. */
function waiting(
  resolution: SlaClock | undefined,
  statusId: string,
  document: PolicyDocument,
  ledger: TrackedLook['fold']['ledger'],
): Pick<CustomerTicketView, 'waitsFor' | 'waitsSince'> {
  if (resolution !== undefined && resolution.stopTime !== null)
    return { waitsFor: 'nobody', waitsSince: resolution.stopTime };
  if (!document.pauseStatusIds.includes(statusId)) return { waitsFor: 'team', waitsSince: null };
  const paused = ledger.findLast((entry) => entry.kind === 'paused' && entry.cause === 'status');
  return { waitsFor: 'you', waitsSince: paused?.at ?? null };
}

function customerClock(clock: SlaClock, visibility: 'state-and-times' | 'state'): CustomerClock {
  const goal = visibility === 'state-and-times' ? clock.goal : null;
  return {
    metric: clock.metric,
    state: customerState(clock),
    due: goal && clock.breachTime,
    stoppedAt: goal && clock.stopTime,
    usedShare: goal && Math.min(1, clock.elapsedTime / Math.max(1, goal.target)),
    remaining: goal && clock.stopTime === null ? clock.remainingTime : null,
    target: goal && goal.duration,
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

function hoursOf(clocks: readonly SlaClock[], document: PolicyDocument): CustomerTicketView['hours'] {
  const goal = clocks.find((clock) => clock.stopTime === null && clock.goal !== null)?.goal ?? clocks.at(-1)?.goal;
  const named = document.calendars[goal?.calendar ?? ''];
  if (named === undefined) return null;
  const { calendar, label } = named;
  if (isAlways(calendar)) return { kind: 'around-the-clock', timeZone: calendar.timeZone };
  return { kind: 'business-hours', timeZone: calendar.timeZone, weeklyHours: calendar.weeklyHours, label };
}

function levelText(levels: readonly Level[], key: LevelKey | null): CustomerTicketView['impact'] {
  const level = levels.find((candidate) => candidate.key === key);
  return level === undefined ? null : { label: level.label.shown, description: level.description.shown };
}

function reasonText(document: PolicyDocument, key: string): Bilingual {
  return document.reasons.find((reason) => reason.key === key)?.label ?? { en: '', fr: '' };
}

function planText(plan: Plan, document: PolicyDocument): NonNullable<CustomerTicketView['plan']> {
  return {
    label: plan.label.shown,
    policyTitle: document.title.shown,
    policyDate: document.updated?.date ?? null,
    entitlements: plan.entitlements.map(({ label, inclusion }) => ({ label: label.shown, inclusion })),
    clauses: document.clauses.map((clause) => clause.text.shown),
  };
}
