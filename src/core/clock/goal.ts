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

/** What a policy version promises for one metric, plan and priority, and the calendar that time is counted on. */
export interface Promised {
  readonly metric: SlaMetric;
  readonly plan: PlanKey | null;
  readonly priority: PriorityKey | null;
  readonly calendarKey: CalendarKey;
  readonly calendar: SlaCalendar;
  readonly calendarFingerprint: string;
  /** Null: nothing is promised, time accrues on the default calendar (rules.md §5). */
  readonly duration: Duration | null;
  /** The duration's working time; null for business days, whose close depends on the start, and without a promise. */
  readonly target: Millis | null;
  readonly policyVersion: number;
}

/** A promise with the compiled hours that it is counted in. */
export interface CountedGoal extends Promised {
  readonly hours: WorkingTime;
}

/**
 * What a policy version promises. An assignment's own calendar stands in for the policy's default one.
 * Throws RangeError, naming it, for a calendar that the policy does not have.
 */
export function promised(
  version: PolicyVersion,
  metric: SlaMetric,
  choice: PlanChoice,
  priority: PriorityKey | null,
): Promised {
  const known = knownPromises.get(version) ?? new Map<string, Promised>();
  knownPromises.set(version, known);
  const name = `${metric} ${choice.plan ?? ''} ${priority ?? ''} ${choice.calendar ?? ''}`;
  const found = known.get(name) ?? promisedBy(version, metric, choice, priority);
  known.set(name, found);
  return found;
}

/** Versions are immutable, so what one promises is worked out once while it is kept. */
const knownPromises = new WeakMap<PolicyVersion, Map<string, Promised>>();

function promisedBy(
  { document, version }: PolicyVersion,
  metric: SlaMetric,
  choice: PlanChoice,
  priority: PriorityKey | null,
): Promised {
  const { plan } = choice;
  const setting = plan === null || priority === null ? undefined : goalSetting(document, plan, priority, metric);
  const calendarKey =
    setting === undefined
      ? accrualCalendar(document, choice.calendar)
      : goalCalendar(document, setting, choice.calendar);
  const calendar = requireCalendar(document, calendarKey);
  const duration = setting?.target ?? null;
  return {
    metric,
    plan,
    priority,
    calendarKey,
    calendar,
    calendarFingerprint: calendarFingerprint(calendar),
    duration,
    target: duration === null || duration.unit === 'business-days' ? null : durationMillis(duration, calendar),
    policyVersion: version,
  };
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
export function goalFrom(counted: CountedGoal, start: EpochMillis): SlaGoal | null {
  const { metric, plan, priority, calendarKey, duration, policyVersion } = counted;
  if (plan === null || priority === null || duration === null) return null;
  const target = counted.target ?? businessDaysMillis(counted, start, duration.amount);
  const fingerprint = `${target}-${counted.calendarFingerprint}`;
  return { metric, plan, priority, calendar: calendarKey, duration, target, fingerprint, policyVersion };
}

/** `2bd` as working time: from the start to the close of the second working day after it. */
function businessDaysMillis({ hours, calendar }: CountedGoal, start: EpochMillis, days: number): Millis {
  return workingTimeBetween(hours, start, businessDayClose(hours, calendar, start, days));
}
