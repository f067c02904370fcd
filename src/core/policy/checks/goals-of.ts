import { SLA_METRICS, type GoalSetting, type PolicyDocument } from '../document';
import { goalSetting } from '../goals';
import type { GoalPlace } from '../place';

/** A target and its place. */
export interface PlacedGoal extends GoalPlace {
  readonly setting: GoalSetting;
}

/** Every target of the document by plan, priority and metric, in the document's own order. */
export function goalsOf(document: PolicyDocument): readonly PlacedGoal[] {
  return document.plans.flatMap((plan) =>
    document.priorities.flatMap((priority) =>
      SLA_METRICS.flatMap((metric): readonly PlacedGoal[] => {
        const setting = goalSetting(document, plan.key, priority.key, metric);
        return setting === undefined ? [] : [{ plan: plan.key, priority: priority.key, metric, setting }];
      }),
    ),
  );
}

/** Only the place of a target, without the target. */
export function placeOf({ plan, priority, metric }: GoalPlace): GoalPlace {
  return { plan, priority, metric };
}
