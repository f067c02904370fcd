import type { Duration } from '../../time/duration';
import type { GoalSetting, Plan, PlanKey, PolicyDocument, SlaMetric } from '../document';
import { SLA_METRICS } from '../document';
import { noSuchPlace } from '../change-text';
import { planOf } from '../lookup';

/**
 * The document with all of a plan's targets made from another's, so many times faster, each in the other's calendar. A
 * target that such a part is no plain figure of (a third of an hour and a half, half of one business day) is the next
 * longer plain one. Throws RangeError for a plan that the document does not have, and for a factor that is not above zero.
 */
export function withFasterTargets(
  document: PolicyDocument,
  plan: PlanKey,
  from: PlanKey,
  factor: number,
): PolicyDocument {
  const source = planOf(document, from);
  if (source === undefined || planOf(document, plan) === undefined)
    throw noSuchPlace(source === undefined ? from : plan);
  if (!(factor > 0)) throw new RangeError(`nothing is ${factor} times faster`);
  const goals = fasterGoals(source, factor);
  return { ...document, plans: document.plans.map((other) => (other.key === plan ? { ...other, goals } : other)) };
}

/**
 * A duration divided: whole minutes, whole business days, halves and quarters of a day; rounded up.
 *
 * @example
 * dividedBy({ unit: 'hours', amount: 1 }, 2) // => { unit: 'minutes', amount: 30 }
 * dividedBy({ unit: 'days', amount: 1 }, 2) // => { unit: 'days', amount: 0.5 }
 */
export function dividedBy({ unit, amount }: Duration, factor: number): Duration {
  const exact = amount / factor;
  switch (unit) {
    case 'business-days':
      return { unit, amount: ceil(exact) };
    case 'days':
      return { unit, amount: ceil(exact * 4) / 4 };
    case 'minutes':
    case 'hours': {
      const minutes = ceil(unit === 'hours' ? exact * 60 : exact);
      return minutes % 60 === 0 ? { unit: 'hours', amount: minutes / 60 } : { unit: 'minutes', amount: minutes };
    }
  }
}

function fasterGoals({ goals }: Plan, factor: number): Plan['goals'] {
  const faster = (goal: GoalSetting): GoalSetting => ({
    target: dividedBy(goal.target, factor),
    calendar: goal.calendar,
    published: { en: null, fr: null },
  });
  return Object.fromEntries(
    Object.entries(goals).map(([priority, of]) => [
      priority,
      Object.fromEntries(
        SLA_METRICS.flatMap((metric): readonly (readonly [SlaMetric, GoalSetting])[] => {
          const goal = of[metric];
          return goal === undefined ? [] : [[metric, faster(goal)]];
        }),
      ),
    ]),
  );
}

/** Up to the next whole number, but for the dust of a division. */
function ceil(value: number): number {
  return Math.max(1, Math.ceil(value - 1e-9));
}
