import type { Duration } from '../../time/duration';
import type { Plan, PolicyDocument, SlaMetric } from '../document';
import { goalSetting } from '../goals';
import { planOf } from '../lookup';
import type { GoalPlace } from '../place';
import { lengthOf, measured } from './measure';

/** What the other targets say that a target should be: `factor` times the target `by`. */
export interface ImpliedTarget {
  readonly target: Duration;
  readonly factor: number;
  readonly by: GoalPlace;
}

/**
 * The target that follows from another plan's for the same priority and metric, where most targets of the two plans stand
 * in one proportion ("2X faster"); undefined where they do not, or where the result would be no plain figure.
 */
export function impliedTarget(document: PolicyDocument, place: GoalPlace): ImpliedTarget | undefined {
  const plan = planOf(document, place.plan);
  if (plan === undefined) return undefined;
  for (const other of nearestByRank(document, plan)) {
    const by = { ...place, plan: other.key };
    const target = goalSetting(document, by.plan, by.priority, by.metric)?.target;
    const usual = usualFactor(document, plan, other, place.metric);
    const scaled = target === undefined || usual === undefined ? undefined : times(target, usual);
    if (scaled !== undefined && usual !== undefined) return { target: scaled, factor: usual, by };
  }
  return undefined;
}

/** How many times `b`'s target goes into `a`'s; undefined where one of them is missing or cannot be measured. */
export function factorBetween(document: PolicyDocument, a: GoalPlace, b: GoalPlace): number | undefined {
  const [lengthA, lengthB] = [a, b].map(({ plan, priority, metric }) => {
    const setting = goalSetting(document, plan, priority, metric);
    const goal = setting === undefined ? undefined : measured(document, setting);
    return goal === undefined ? undefined : lengthOf(goal);
  });
  return lengthA === undefined || lengthB === undefined ? undefined : lengthA / lengthB;
}

/** The proportion that more than half of the priorities share. */
function usualFactor(document: PolicyDocument, plan: Plan, other: Plan, metric: SlaMetric): number | undefined {
  const factors = document.priorities.flatMap(({ key: priority }) => {
    const factor = factorBetween(document, { plan: plan.key, priority, metric }, { plan: other.key, priority, metric });
    return factor === undefined ? [] : [factor];
  });
  return factors.find((factor) => factors.filter((same) => same === factor).length * 2 > factors.length);
}

function nearestByRank({ plans }: PolicyDocument, plan: Plan): readonly Plan[] {
  const distance = ({ rank }: Plan): number => Math.abs(rank - plan.rank);
  return plans.filter(({ key }) => key !== plan.key).sort((a, b) => distance(a) - distance(b));
}

function times({ unit, amount }: Duration, factor: number): Duration | undefined {
  const scaled = amount * factor;
  if (Number.isInteger(scaled)) return { unit, amount: scaled };
  return unit === 'hours' && Number.isInteger(scaled * 60) ? { unit: 'minutes', amount: scaled * 60 } : undefined;
}
