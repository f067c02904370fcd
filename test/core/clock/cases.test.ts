import type { TicketFold } from '../../../src/core/clock/ticket-fold';
import type { GoalSetting, PolicyDocument } from '../../../src/core/policy/document';
import type { OpenHours, SlaCalendar } from '../../../src/core/time/calendar';
import { SECOND } from '../../../src/core/time/instant';
import { workingTimeBetween } from '../../../src/core/time/working-time';
import { buildPolicy, buildPolicyVersion } from '../../builders/policy';
import type { CommentSpec, EditSpec } from '../../builders/ticket';
import recorded from '../../fixtures/clock/timelines.json';
import { clockOf, entries, fold, workingTimeOf } from './folding';

/** Timelines of other systems (test/fixtures/clock/timelines.json names each source), run through the fold. */

interface Timeline {
  readonly id: string;
  readonly title: string;
  readonly calendar: string;
  /** One target for both clocks, or one each. */
  readonly target: {
    readonly seconds?: number;
    readonly response_seconds?: number;
    readonly resolution_seconds?: number;
  };
  readonly events: readonly { readonly t: string; readonly e: string; readonly seconds?: number }[];
  readonly expect: Readonly<Record<string, string | number>>;
}

interface Recorded {
  readonly timelines: readonly Timeline[];
  readonly calendars: Readonly<
    Record<string, { readonly tz: string; readonly week: Record<string, string[][]>; readonly holidays?: string[] }>
  >;
}

/** Where another system means something else on purpose. */
const OTHER_SEMANTICS: Readonly<Record<string, string>> = {
  'chatwoot-t01': 'a calendar that never opens counts around the clock there; here the policy is refused',
};

/** ServiceNow's retroactive start is our mode of that name; all others carry what was used. */
const RETROACTIVE = 'vendor-t02';

const { timelines, calendars } = recorded as unknown as Recorded;
const compared = timelines.filter(({ id }) => OTHER_SEMANTICS[id] === undefined);
const skipped = timelines.filter(({ id }) => OTHER_SEMANTICS[id] !== undefined);

describe.each(compared.map((timeline) => [timeline.id, timeline.title, timeline] as const))(
  '%s: %s',
  (_id, _title, timeline) => {
    it.each(Object.entries(timeline.expect))('%s is %s', (name, expected) => {
      expect(answerOf(timeline, name)).toEqual(
        typeof expected === 'string' && expected.endsWith('Z') ? Date.parse(expected) : expected,
      );
    });
  },
);

describe.each(skipped.map(({ id, title }) => [id, title, OTHER_SEMANTICS[id] ?? ''] as const))(
  '%s: %s',
  (_id, _title, reason) => {
    it.skip(`other semantics: ${reason}`, () => undefined);
  },
);

it('all recorded timelines are compared or skipped with a reason', () => {
  expect([compared.length, skipped.length]).toEqual([12, 1]);
});

/** What the fold answers to one of a timeline's expectations, in that system's words and seconds. */
function answerOf(timeline: Timeline, name: string): unknown {
  const last = timeline.events.at(-1)?.t ?? '';
  switch (name) {
    case 'response_due_at_start':
      return clockOf(foldAt(timeline, eventAt(timeline, 'start')), 'response').breachTime;
    case 'due_before':
      return clockOf(foldAt(timeline, eventAt(timeline, 'start')), 'resolution').breachTime;
    case 'resolution_due_after_resume':
      return clockOf(foldAt(timeline, eventAt(timeline, 'resume')), 'resolution').breachTime;
    case 'due':
      return clockOf(foldAt(timeline, last), 'resolution').breachTime;
    case 'resolution_elapsed':
      return clockOf(foldAt(timeline, last), 'resolution').elapsedTime / SECOND;
    case 'response_late_by':
      return (clockOf(foldAt(timeline, last), 'response').late?.working ?? 0) / SECOND;
    case 'resolution_late_by':
      return (clockOf(foldAt(timeline, last), 'resolution').late?.working ?? 0) / SECOND;
    case 'paused_business_seconds':
      return pausedBusinessTime(timeline) / SECOND;
    case 'status':
      return statusOf(foldAt(timeline, last));
    case 'which':
      return foldAt(timeline, last)
        .clocks.filter(({ breached }) => breached)
        .map(({ metric }) => metric)
        .join();
    default:
      throw new Error(`${timeline.id} expects "${name}", which this test cannot ask`);
  }
}

/** That system has one word for a promise broken, whether the ticket is open or not, and for either clock. */
function statusOf({ clocks, status }: TicketFold): string {
  return clocks.some(({ breached }) => breached) ? 'breached' : status;
}

/** There a pause is counted in business time; here in time, so what the ledger says is measured on the calendar. */
function pausedBusinessTime(timeline: Timeline): number {
  const ledger = foldAt(timeline, timeline.events.at(-1)?.t ?? '');
  const [paused, resumed] = entries(ledger, 'paused', 'resumed');
  return workingTimeBetween(workingTimeOf(calendarOf(timeline)), paused?.at ?? NaN, resumed?.at ?? NaN);
}

function eventAt({ id, events }: Timeline, name: string): string {
  const event = events.find(({ e }) => e === name);
  if (event === undefined) throw new Error(`${id} has no ${name}`);
  return event.t;
}

function foldAt(timeline: Timeline, now: string): TicketFold {
  const edits: EditSpec[] = [];
  const comments: CommentSpec[] = [];
  for (const { t: at, e } of timeline.events) {
    if (e.includes('respond')) comments.push({ at });
    if (e.includes('pause')) edits.push({ at, statusId: 'waiting' });
    if (e === 'resume') edits.push({ at, statusId: 'open' });
    if (e === 'resolve') edits.push({ at, statusId: 'resolved' });
    if (e === 'retarget') edits.push({ at, urgency: 'high' });
  }
  const ticket = { createdAt: eventAt(timeline, 'start'), impact: 'extended', urgency: 'critical' };
  return fold({ ...ticket, edits, comments, policies: [buildPolicyVersion(policyOf(timeline))], now });
}

/** P1 has the timeline's targets; P2, which a retarget leads to, those of its retarget. */
function policyOf(timeline: Timeline): PolicyDocument {
  const policy = buildPolicy();
  const { target, events } = timeline;
  const goal = (seconds: number): GoalSetting => ({
    target: { unit: 'minutes', amount: seconds / 60 },
    calendar: 'recorded',
    published: { en: null, fr: null },
  });
  const response = goal(target.response_seconds ?? target.seconds ?? NaN);
  const resolution = goal(target.resolution_seconds ?? target.seconds ?? NaN);
  const after = goal(events.find(({ e }) => e === 'retarget')?.seconds ?? 0);
  return {
    ...policy,
    plans: policy.plans.map((plan) => ({
      ...plan,
      goals: { P1: { response, resolution }, P2: { resolution: after } },
    })),
    calendars: { recorded: { label: { en: '', fr: '' }, calendar: calendarOf(timeline), holidaySource: null } },
    defaultCalendar: 'recorded',
    modes: { ...policy.modes, retarget: timeline.id === RETROACTIVE ? 'retroactive' : 'carry' },
  };
}

const known = new Map<string, SlaCalendar>();

function calendarOf({ calendar: key }: Timeline): SlaCalendar {
  const { tz, week, holidays = [] } = calendars[key]!;
  const hours = ([day, intervals]: [string, string[][]]): [string, OpenHours[]] => [
    day,
    intervals.map(([start = '', end = '']) => ({ start, end })),
  ];
  const calendar = known.get(key) ?? {
    timeZone: tz,
    weeklyHours: Object.fromEntries(Object.entries(week).map(hours)),
    holidays: holidays.map((date) => ({ date })),
    exceptions: [],
  };
  known.set(key, calendar);
  return calendar;
}
