import type { CalendarKey, PlanKey, PolicyDocument, PolicyVersion, PriorityKey, SlaMetric } from '../policy/document';
import { goalCalendar, goalSetting } from '../policy/goals';
import { calendarOf } from '../policy/lookup';
import type { PlanChoice } from '../policy/plan-choice';
import { businessDayClose } from '../time/business-days';
import { calendarFingerprint, type SlaCalendar } from '../time/calendar';
import { durationMillis, type Duration } from '../time/duration';
import type { EpochMillis, Millis } from '../time/instant';
import { workingTimeBetween, type WorkingTime } from '../time/working-time-queries';
import type { SlaGoal } from './clock';
import { flagKeysOf, marksOf, type Mark } from './marks';

/** What a policy version promises for one metric, plan and priority, and the calendar that time is counted on. */
export interface Promised {
  readonly version: PolicyVersion;
  readonly metric: SlaMetric;
  readonly plan: PlanKey | null;
  readonly priority: PriorityKey | null;
  readonly calendarKey: CalendarKey;
  readonly calendar: SlaCalendar;
  readonly calendarFingerprint: string;
  /** Null: nothing is promised, time accrues on the default calendar (rules.md §5). */
  readonly duration: Duration | null;
  /** The same for every ticket; null for business days, whose close depends on the start, and without a promise. */
  readonly marked: MarkedGoal | null;
}

/** A promise with the compiled hours that it is counted in. */
export interface CountedGoal {
  readonly promised: Promised;
  readonly hours: WorkingTime;
}

/** A goal and the lengths of used time that matter under it. */
export interface MarkedGoal {
  readonly goal: SlaGoal;
  readonly marks: readonly Mark[];
  /** The marks' flag keys in a ticket's first cycle, which for most is the only one. */
  readonly firstKeys: readonly string[];
}

/** What is promised for each metric. */
export type Promises = Readonly<Record<SlaMetric, Promised>>;

/**
 * What a policy version promises. An assignment's own calendar stands in for the policy's default one.
 * Throws RangeError, naming it, for a calendar that the policy does not have.
 */
export function promisesOf(version: PolicyVersion, choice: PlanChoice, priority: PriorityKey | null): Promises {
  const known = knownPromises.get(version) ?? new Map<string, Promises>();
  knownPromises.set(version, known);
  const name = `${priority ?? ''} ${choice.plan ?? ''} ${choice.calendar ?? ''}`;
  const found = known.get(name) ?? {
    response: readPromise(version, 'response', choice, priority),
    resolution: readPromise(version, 'resolution', choice, priority),
  };
  known.set(name, found);
  return found;
}

/** Versions are immutable, so what one promises is worked out once while it is kept. */
const knownPromises = new WeakMap<PolicyVersion, Map<string, Promises>>();

function readPromise(
  version: PolicyVersion,
  metric: SlaMetric,
  choice: PlanChoice,
  priority: PriorityKey | null,
): Promised {
  const { document } = version;
  const { plan } = choice;
  const setting = plan === null || priority === null ? undefined : goalSetting(document, plan, priority, metric);
  const calendarKey =
    setting === undefined
      ? accrualCalendar(document, choice.calendar)
      : goalCalendar(document, setting, choice.calendar);
  const calendar = requireCalendar(document, calendarKey);
  const duration = setting?.target ?? null;
  const promised: Omit<Promised, 'marked'> = {
    version,
    metric,
    plan,
    priority,
    calendarKey,
    calendar,
    calendarFingerprint: calendarFingerprint(calendar),
    duration,
  };
  const isFixed = duration !== null && duration.unit !== 'business-days';
  return { ...promised, marked: isFixed ? markedGoal(promised, durationMillis(duration, calendar)) : null };
}

/** Without a goal time is counted as an ordinary goal of the ticket's customer would count it. */
function accrualCalendar(document: PolicyDocument, own: CalendarKey | null): CalendarKey {
  return own !== null && calendarOf(document, own) !== undefined ? own : document.defaultCalendar;
}

function requireCalendar(document: PolicyDocument, key: CalendarKey): SlaCalendar {
  const named = calendarOf(document, key);
  if (named === undefined) throw new RangeError(`the policy has no calendar "${key}"`);
  return named.calendar;
}

/**
 * The goal of a clock that counts it from `start`; null where nothing is promised.
 * Throws TimeError where the calendar's compiled range does not reach the close of a business day.
 */
export function goalFrom({ promised, hours }: CountedGoal, start: EpochMillis): MarkedGoal | null {
  const { duration, calendar, marked } = promised;
  if (marked !== null || duration === null) return marked;
  // `2bd` as working time: from the start to the close of the second working day after it.
  const close = businessDayClose(hours, calendar, start, duration.amount);
  return markedGoal(promised, workingTimeBetween(hours, start, close));
}

function markedGoal(promised: Omit<Promised, 'marked'>, target: Millis): MarkedGoal | null {
  const { metric, plan, priority, calendarKey, calendar, duration, version } = promised;
  if (plan === null || priority === null || duration === null) return null;
  const goal: SlaGoal = {
    metric,
    plan,
    priority,
    calendar: calendarKey,
    duration,
    target,
    fingerprint: `${target}-${promised.calendarFingerprint}`,
    policyVersion: version.version,
  };
  const marks = marksOf(target, version.document.thresholds, calendar);
  return { goal, marks, firstKeys: flagKeysOf(goal, 1, marks) };
}
