import type { Duration } from '../../../src/core/time/duration';
import type {
  GoalSetting,
  Level,
  LevelKey,
  NamedCalendar,
  Plan,
  PolicyDocument,
  SlaMetric,
} from '../../../src/core/policy/document';
import type { PolicyText } from '../../../src/core/policy/text';

/** The document with one target changed, or taken out with null. */
export function withGoal(
  document: PolicyDocument,
  plan: string,
  priority: string,
  metric: SlaMetric,
  change: Partial<GoalSetting> | null,
): PolicyDocument {
  return withPlan(document, plan, (found) => {
    const { [metric]: goal, ...others } = found.goals[priority] ?? {};
    const goals = change === null || goal === undefined ? others : { ...others, [metric]: { ...goal, ...change } };
    return { ...found, goals: { ...found.goals, [priority]: goals } };
  });
}

export function withPlan(document: PolicyDocument, plan: string, change: (plan: Plan) => Plan): PolicyDocument {
  return { ...document, plans: document.plans.map((found) => (found.key === plan ? change(found) : found)) };
}

export function withCell(document: PolicyDocument, impact: string, urgency: string, priority: string): PolicyDocument {
  return { ...document, matrix: { ...document.matrix, [impact]: { ...document.matrix[impact], [urgency]: priority } } };
}

export function withoutCell(document: PolicyDocument, impact: string, urgency: string): PolicyDocument {
  const { [urgency]: _gone, ...row } = document.matrix[impact] ?? {};
  return { ...document, matrix: { ...document.matrix, [impact]: row } };
}

export function withImpact(document: PolicyDocument, key: LevelKey, change: Partial<Level>): PolicyDocument {
  return {
    ...document,
    impacts: document.impacts.map((level) => (level.key === key ? { ...level, ...change } : level)),
  };
}

export function withUrgency(document: PolicyDocument, key: LevelKey, change: Partial<Level>): PolicyDocument {
  return {
    ...document,
    urgencies: document.urgencies.map((level) => (level.key === key ? { ...level, ...change } : level)),
  };
}

export function withClause(document: PolicyDocument, key: string, text: PolicyText): PolicyDocument {
  return { ...document, clauses: document.clauses.map((clause) => (clause.key === key ? { key, text } : clause)) };
}

/** The document with a calendar added or replaced. */
export function withCalendar(
  document: PolicyDocument,
  key: string,
  calendar: NamedCalendar['calendar'],
): PolicyDocument {
  const named: NamedCalendar = { label: { en: key, fr: key }, calendar, holidaySource: null };
  return { ...document, calendars: { ...document.calendars, [key]: named } };
}

export const minutes = (amount: number): Duration => ({ unit: 'minutes', amount });
export const hours = (amount: number): Duration => ({ unit: 'hours', amount });
export const days = (amount: number): Duration => ({ unit: 'days', amount });
export const businessDays = (amount: number): Duration => ({ unit: 'business-days', amount });
