import type { CalendarKey, GoalSetting, PlanKey, PolicyDocument, PriorityKey, SlaMetric } from './document';
import { calendarOf, planOf } from './lookup';

/** The target that a plan promises for a priority and metric; undefined where it promises none. */
export function goalSetting(
  policy: PolicyDocument,
  plan: PlanKey,
  priority: PriorityKey,
  metric: SlaMetric,
): GoalSetting | undefined {
  const goals = planOf(policy, plan)?.goals;
  return goals !== undefined && Object.hasOwn(goals, priority) ? goals[priority]?.[metric] : undefined;
}

/**
 * The calendar a goal counts in. A customer's own calendar stands for the policy's default one, so a goal that is promised
 * around the clock stays so. An own calendar that this policy does not have (any more) replaces nothing.
 */
export function goalCalendar(policy: PolicyDocument, setting: GoalSetting, own: CalendarKey | null): CalendarKey {
  const isReplaced =
    own !== null && setting.calendar === policy.defaultCalendar && calendarOf(policy, own) !== undefined;
  return isReplaced ? own : setting.calendar;
}
