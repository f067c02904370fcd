import type { LevelAxis } from './matrix';
import type {
  CalendarKey,
  Level,
  LevelKey,
  NamedCalendar,
  Plan,
  PlanKey,
  PolicyDocument,
  PriorityDefinition,
  PriorityKey,
  Reason,
  ReasonKey,
} from './document';

/** The level of that key, or undefined where the policy has none. */
export function levelOf(policy: PolicyDocument, axis: LevelAxis, key: LevelKey): Level | undefined {
  return (axis === 'impact' ? policy.impacts : policy.urgencies).find((level) => level.key === key);
}

/** The plan of that key, or undefined where the policy has none. */
export function planOf(policy: PolicyDocument, key: PlanKey): Plan | undefined {
  return policy.plans.find((plan) => plan.key === key);
}

/** The priority of that key, or undefined where the policy has none. */
export function priorityOf(policy: PolicyDocument, key: PriorityKey): PriorityDefinition | undefined {
  return policy.priorities.find((priority) => priority.key === key);
}

/** The most urgent priority that maps to a Jira priority id, or undefined where none does. */
export function priorityByJiraId(policy: PolicyDocument, jiraPriorityId: string): PriorityDefinition | undefined {
  return policy.priorities.find((priority) => priority.jiraPriorityId === jiraPriorityId);
}

/** The calendar of that key, or undefined where the policy has none. */
export function calendarOf(policy: PolicyDocument, key: CalendarKey): NamedCalendar | undefined {
  return Object.hasOwn(policy.calendars, key) ? policy.calendars[key] : undefined;
}

/** The reason of that key, or undefined where the policy has none (any more). */
export function reasonOf(policy: PolicyDocument, key: ReasonKey): Reason | undefined {
  return policy.reasons.find((reason) => reason.key === key);
}
