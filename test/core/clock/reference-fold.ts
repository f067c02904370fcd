import type { FoldInput } from '../../../src/core/clock/ticket-fold';
import type { SlaMetric, Threshold } from '../../../src/core/policy/document';
import type { SlaCalendar } from '../../../src/core/time/calendar';
import { MS, ReferenceTicket, type Minute, type Unavailable } from './reference-ticket';

// Clocks counted minute by minute, for comparison with the fold. Targets and instants are whole minutes, calendars in UTC.

export interface ReferenceGoal {
  readonly plan: string;
  readonly priority: string;
  readonly calendar: string;
  readonly target: Minute;
}

interface Promise {
  readonly goal: ReferenceGoal | null;
  readonly hours: SlaCalendar;
  readonly thresholds: readonly Threshold[];
}

export interface ReferenceClock {
  readonly metric: SlaMetric;
  cycle: number;
  start: Minute;
  stop: Minute | null;
  promise: Promise;
  used: Minute;
  forgotten: Minute;
  outsideHours: Minute;
  paused: Minute;
  unavailable: Minute;
  closed: Minute;
  halt: 'paused' | 'unavailable' | null;
  /** The minutes in which it counted. */
  ran: Minute[];
  /** Milliseconds since 1970 at which used time reached a threshold, by its text. */
  reached: Map<string, number>;
  customerUnavailable: boolean;
}

export interface ReferenceFold {
  readonly ticket: ReferenceTicket;
  readonly clocks: readonly ReferenceClock[];
  readonly closedCycles: readonly ReferenceClock[];
  readonly retargets: readonly { readonly at: Minute; readonly metric: SlaMetric }[];
}

export function referenceFold(input: FoldInput): ReferenceFold {
  const now = input.now / MS;
  const ticket = new ReferenceTicket(input, now);
  const instants = new Set(ticket.instants);
  const closedCycles: ReferenceClock[] = [];
  const retargets: { at: Minute; metric: SlaMetric }[] = [];
  const clocks = (['response', 'resolution'] as const).map((metric) => {
    let clock = started(ticket, metric, 1, ticket.created);
    for (let t = ticket.created; t <= now; t++) {
      if (instants.has(t)) {
        clock = taken(ticket, clock, t, closedCycles, retargets);
        clock.halt = haltAt(ticket, metric, t);
      }
      if (t < now) countMinute(clock, t);
    }
    return clock;
  });
  return { ticket, clocks, closedCycles, retargets };
}

function started(ticket: ReferenceTicket, metric: SlaMetric, cycle: number, start: Minute): ReferenceClock {
  const clock: ReferenceClock = {
    metric,
    cycle,
    start,
    stop: null,
    promise: promiseAt(ticket, metric, start),
    used: 0,
    forgotten: 0,
    outsideHours: 0,
    paused: 0,
    unavailable: 0,
    closed: 0,
    halt: null,
    ran: [],
    reached: new Map(),
    customerUnavailable: false,
  };
  noteReached(clock, start * MS);
  return clock;
}

function taken(
  ticket: ReferenceTicket,
  clock: ReferenceClock,
  t: Minute,
  closedCycles: ReferenceClock[],
  retargets: { at: Minute; metric: SlaMetric }[],
): ReferenceClock {
  const { metric } = clock;
  if (clock.stop !== null) {
    if (metric === 'response' || !ticket.movedStatusAt(t) || ticket.isDone(t)) return clock;
    if (ticket.policy(t).modes.reopen === 'new-cycle') {
      closedCycles.push(clock);
      return started(ticket, metric, clock.cycle + 1, t);
    }
    clock.closed += t - clock.stop;
    clock.stop = null;
  } else if ((metric === 'response' && ticket.repliedAt(t)) || ticket.isDone(t)) {
    clock.stop = t;
    const before = t === ticket.created ? [] : ticket.unavailable(t - 1);
    clock.customerUnavailable = isLate(clock) && overlaps(before, clock.reached.get('due')! / MS, t);
    return clock;
  }
  if (t === clock.start) return clock;
  const promise = promiseAt(ticket, metric, t);
  if (isSame(clock, promise, t)) {
    const known = clock.reached;
    clock.promise = promise;
    clock.reached = new Map();
    noteReached(clock, t * MS, known);
    return clock;
  }
  retargets.push({ at: t, metric });
  const mode = ticket.policy(t).modes.retarget;
  clock.promise = promise;
  if (mode === 'restart') clock.forgotten = clock.used;
  if (mode === 'retroactive') {
    clock.forgotten = 0;
    clock.used = clock.ran.filter((minute) => isOpen(promise.hours, minute)).length;
    clock.outsideHours = clock.ran.length - clock.used;
  }
  clock.reached = new Map();
  noteReached(clock, t * MS);
  return clock;
}

function countMinute(clock: ReferenceClock, t: Minute): void {
  if (clock.stop !== null) return;
  if (clock.halt !== null) {
    clock[clock.halt]++;
    return;
  }
  clock.ran.push(t);
  if (!isOpen(clock.promise.hours, t)) {
    clock.outsideHours++;
    return;
  }
  const { goal } = clock.promise;
  if (goal !== null && clock.used - clock.forgotten === goal.target && !clock.reached.has('breach')) {
    clock.reached.set('breach', t * MS + 1);
  }
  clock.used++;
  noteReached(clock, (t + 1) * MS);
}

function haltAt(ticket: ReferenceTicket, metric: SlaMetric, t: Minute): 'paused' | 'unavailable' | null {
  if (metric === 'response') return null;
  if (ticket.isPaused(t)) return 'paused';
  const isOpenInterval = ticket.unavailable(t).some((interval) => interval.to === Infinity);
  return ticket.policy(t).modes.duty === 'pause' && isOpenInterval ? 'unavailable' : null;
}

export function elapsed(clock: ReferenceClock): Minute {
  return clock.used - clock.forgotten;
}

export function isLate(clock: ReferenceClock): boolean {
  const { goal } = clock.promise;
  return goal !== null && elapsed(clock) > goal.target;
}

export function overlaps(intervals: readonly Unavailable[], from: Minute, to: Minute): boolean {
  return intervals.some((interval) => interval.from < to && interval.to > from);
}

/** Marks as reached at `at` what is reached and not marked yet; `known` keeps the times of what already was. */
function noteReached(clock: ReferenceClock, at: number, known: ReadonlyMap<string, number> = new Map()): void {
  const { goal, thresholds } = clock.promise;
  if (goal === null) return;
  const levels: [string, number][] = [
    ...thresholds.map((threshold): [string, number] => [textOf(threshold), levelOf(threshold, goal.target)]),
    ['due', goal.target],
    ['breach', goal.target + 0.0001],
  ];
  for (const [text, level] of levels) {
    if (elapsed(clock) >= level && !clock.reached.has(text)) clock.reached.set(text, known.get(text) ?? at);
  }
}

export function textOf(threshold: Threshold | { readonly kind: 'breach' }): string {
  if (threshold.kind === 'breach') return 'breach';
  return threshold.kind === 'percent' ? `${threshold.percent}%` : `${threshold.remaining.amount}m left`;
}

function levelOf(threshold: Threshold, target: Minute): number {
  if (threshold.kind === 'percent') return (target * threshold.percent) / 100;
  return Math.max(0, target - threshold.remaining.amount);
}

function promiseAt(ticket: ReferenceTicket, metric: SlaMetric, t: Minute): Promise {
  const policy = ticket.policy(t);
  const { plan, calendar: own } = ticket.plan(t);
  const { effective: priority } = ticket.priority(t);
  const setting = policy.plans.find(({ key }) => key === plan)?.goals[priority ?? '']?.[metric];
  const stated = setting?.calendar ?? policy.defaultCalendar;
  const calendar = own !== null && stated === policy.defaultCalendar ? own : stated;
  const hours = policy.calendars[calendar]!.calendar;
  const { thresholds } = policy;
  if (setting === undefined || plan === null || priority === null) return { goal: null, hours, thresholds };
  if (setting.target.unit !== 'minutes') throw new Error('the reference counts targets in minutes');
  return { goal: { plan, priority, calendar, target: setting.target.amount }, hours, thresholds };
}

/** No retarget: the same plan, priority and target, and the same open minutes from the start to the due time. */
function isSame(clock: ReferenceClock, { goal, hours }: Promise, t: Minute): boolean {
  const held = clock.promise;
  if (held.goal === null || goal === null) return held.goal === goal;
  if (held.goal.plan !== goal.plan || held.goal.priority !== goal.priority || held.goal.target !== goal.target)
    return false;
  const due = (clock.reached.get('due') ?? reachOf(clock, t, held.goal.target) * MS) / MS;
  for (let minute = clock.start; minute < due; minute++) {
    if (isOpen(held.hours, minute) !== isOpen(hours, minute)) return false;
  }
  return true;
}

/** When so much will be used if the clock counts on from t. */
export function reachOf(clock: ReferenceClock, t: Minute, level: number): Minute {
  let used = elapsed(clock);
  let minute = t;
  for (; used < level; minute++) if (isOpen(clock.promise.hours, minute)) used++;
  return minute;
}

/** When used time will be more than the target: at the first open minute from then on. */
export function breachAfter(clock: ReferenceClock, t: Minute, target: Minute): number {
  let minute = reachOf(clock, t, target);
  while (!isOpen(clock.promise.hours, minute)) minute++;
  return minute * MS + 1;
}

const memo = new WeakMap<SlaCalendar, Map<Minute, boolean>>();

function isOpen(calendar: SlaCalendar, t: Minute): boolean {
  const known = memo.get(calendar) ?? new Map<Minute, boolean>();
  memo.set(calendar, known);
  const answer = known.get(t) ?? isOpenAt(calendar, t);
  known.set(t, answer);
  return answer;
}

function isOpenAt(calendar: SlaCalendar, t: Minute): boolean {
  if ('always' in calendar) return true;
  const date = new Date(t * MS).toISOString();
  const day = date.slice(0, 10);
  const time = date.slice(11, 16);
  if (calendar.holidays.some((holiday) => holiday.date === day)) return false;
  const weekday = (((new Date(t * MS).getUTCDay() + 6) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
  return (calendar.weeklyHours[weekday] ?? []).some(({ start, end }) => start <= time && time < end);
}
