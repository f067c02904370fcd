import type { CalendarView, MayAct, PromiseView, TrackedTicketView } from '../../../src/contract/agent-panel';
import { foldTicket } from '../../../src/core/clock/fold';
import { promisesOf } from '../../../src/core/clock/goal';
import type { PlanAssignment, PolicyDocument, PolicyVersion } from '../../../src/core/policy/document';
import type { PlanChoice } from '../../../src/core/policy/plan-choice';
import { isAlways } from '../../../src/core/time/calendar';
import { DAY } from '../../../src/core/time/instant';
import { compileCalendar } from '../../../src/core/time/working-time';
import { workingTimeToJson } from '../../../src/core/time/working-time-json';
import { measureTexts } from '../../../src/services/view-levels';
import { buildPolicy, buildPolicyVersion } from '../../builders/policy';
import { buildTicket, instant, type TicketSpec, type When } from '../../builders/ticket';

export interface ViewSpec extends TicketSpec {
  readonly now: When;
  readonly policy?: PolicyDocument;
  /** Plan of the ticket's organization `hospital`, for 2026; none without it. */
  readonly plan?: string;
  readonly organizationName?: string;
  readonly mayEdit?: boolean;
  readonly replies?: TrackedTicketView['replies'];
  readonly mayAct?: MayAct;
}

/** The agent panel's view of a ticket folded by the real core, as the server would answer it. */
export function buildView(spec: ViewSpec): TrackedTicketView {
  const document = spec.policy ?? buildPolicy();
  const now = instant(spec.now);
  const history = buildTicket({
    ...(spec.plan === undefined ? {} : { organizationIds: ['hospital'] }),
    ...spec,
  });
  const assignments: PlanAssignment[] =
    spec.plan === undefined
      ? []
      : [
          {
            organizationId: 'hospital',
            plan: spec.plan,
            from: '2026-01-01',
            to: '2026-12-31',
            calendar: null,
            recordedAt: 0,
          },
        ];
  const version = buildPolicyVersion(document);
  const fold = foldTicket({
    history,
    policies: [version],
    assignments,
    workingTimeOf: (calendar) => compileCalendar(calendar, history.createdAt - DAY, now + 200 * DAY),
    now,
  });
  const plan = document.plans.find(({ key }) => key === fold.plan.plan);
  const { impact, urgency, priority, status, clocks, ledger, unavailable } = fold;
  return {
    state: 'tracked',
    issueId: history.issueId,
    issueKey: 'SUP-12',
    at: now,
    policyTitle: document.title.shown,
    impacts: document.impacts.map(levelView),
    urgencies: document.urgencies.map(levelView),
    priorities: document.priorities.map(({ key, label }) => ({ key, label })),
    matrix: document.matrix,
    impact,
    urgency,
    priority,
    plan: {
      ...fold.plan,
      label: plan?.label.shown ?? null,
      organizationName: fold.plan.organizationId === null ? null : (spec.organizationName ?? 'Hôpital Sainte-Rose'),
    },
    status,
    clocks,
    calendars: calendarViews(document, history.createdAt, now),
    ledger,
    statusNames: { waiting: 'Waiting for customer', open: 'Open', resolved: 'Resolved' },
    reasons: document.reasons,
    duty: {
      applies: priority.effective !== null && document.duty.priorities.includes(priority.effective),
      text: document.duty.text.shown,
    },
    unavailable,
    replies: spec.replies ?? null,
    promises: Object.fromEntries(document.priorities.map(({ key }) => [key, promiseView(version, fold.plan, key)])),
    retarget: document.modes.retarget,
    dutyMode: document.modes.duty,
    measures: measureTexts(document),
    lastAction: null,
    mayEdit: spec.mayEdit ?? true,
    mayAct: spec.mayAct ?? 'yes',
  };
}

function promiseView(version: PolicyVersion, plan: PlanChoice, priority: string): PromiseView {
  return Object.fromEntries(
    Object.values(promisesOf(version, plan, priority)).flatMap(({ metric, calendarKey, duration, marked }) =>
      duration === null
        ? []
        : [[metric, { calendar: calendarKey, duration, target: marked?.goal.target ?? null }] as const],
    ),
  );
}

function levelView({
  key,
  label,
  description,
}: PolicyDocument['impacts'][number]): TrackedTicketView['impacts'][number] {
  return { key, label: label.shown, description: description.shown };
}

function calendarViews(document: PolicyDocument, from: number, now: number): Record<string, CalendarView> {
  return Object.fromEntries(
    Object.entries(document.calendars).map(([key, { label, calendar }]) => [
      key,
      {
        label,
        timeZone: calendar.timeZone,
        always: isAlways(calendar),
        workingTime: workingTimeToJson(compileCalendar(calendar, from - DAY, now + 60 * DAY)),
      },
    ]),
  );
}
