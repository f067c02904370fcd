import { SLA_METRICS, type PolicyDocument } from '../document';
import type { Reported } from '../finding';
import { goalSetting } from '../goals';
import type { GoalPlace } from '../place';
import { isBroken, remedyFor } from './conflicts';
import { goalsOf, placeOf, type PlacedGoal } from './goals-of';

/** Targets that contradict each other, that are none, or that a plan lacks. */
export function checkFigures(document: PolicyDocument): readonly Reported[] {
  const goals = goalsOf(document);
  return [
    ...goals.filter(({ setting }) => !(setting.target.amount > 0)).map(notPositive),
    ...missing(document),
    ...goals.flatMap((goal) => resolutionBeforeResponse(document, goal)),
    ...goals.flatMap((goal) => lessUrgentFaster(document, goal)),
    ...goals.flatMap((goal) => fasterPlanSlower(document, goal)),
  ];
}

function notPositive(goal: PlacedGoal): Reported {
  const { target } = goal.setting;
  return {
    code: 'target-not-positive',
    place: { kind: 'goal', ...placeOf(goal) },
    facts: { ...placeOf(goal), target },
  };
}

function missing(document: PolicyDocument): readonly Reported[] {
  return document.plans.flatMap(({ key: plan }) =>
    document.priorities.flatMap(({ key: priority }) =>
      SLA_METRICS.filter((metric) => goalSetting(document, plan, priority, metric) === undefined).map(
        (metric): Reported => ({
          code: 'goal-missing',
          place: { kind: 'goal', plan, priority, metric },
          facts: { plan, priority, metric },
        }),
      ),
    ),
  );
}

function resolutionBeforeResponse(document: PolicyDocument, goal: PlacedGoal): readonly Reported[] {
  if (goal.metric !== 'resolution') return [];
  const resolution = placeOf(goal);
  const response: GoalPlace = { ...resolution, metric: 'response' };
  const expectation = { late: response, early: resolution };
  const setting = goalSetting(document, response.plan, response.priority, 'response');
  if (setting === undefined || !isBroken(document, expectation)) return [];
  const { plan, priority } = goal;
  return [
    {
      code: 'resolution-before-response',
      facts: { plan, priority, response: setting.target, resolution: goal.setting.target },
      ...remedyFor(document, [resolution, response], [expectation]),
    },
  ];
}

/** One finding a target, however many more urgent ones it undercuts. */
function lessUrgentFaster(document: PolicyDocument, goal: PlacedGoal): readonly Reported[] {
  const own = placeOf(goal);
  const rank = document.priorities.findIndex(({ key }) => key === own.priority);
  const undercut = document.priorities
    .slice(0, rank)
    .reverse()
    .map(({ key }): GoalPlace => ({ ...own, priority: key }))
    .filter((moreUrgent) => isBroken(document, { late: moreUrgent, early: own }));
  const [nearest] = undercut;
  if (nearest === undefined) return [];
  const than = undercut.flatMap(({ priority }) => {
    const setting = goalSetting(document, own.plan, priority, own.metric);
    return setting === undefined ? [] : [{ priority, target: setting.target }];
  });
  const expectations = undercut.map((late) => ({ late, early: own }));
  return [
    {
      code: 'less-urgent-faster',
      facts: { ...own, target: goal.setting.target, than },
      ...remedyFor(document, [own, ...undercut], expectations),
    },
  ];
}

function fasterPlanSlower(document: PolicyDocument, goal: PlacedGoal): readonly Reported[] {
  const own = placeOf(goal);
  const rankOf = (plan: string): number => document.plans.find(({ key }) => key === plan)?.rank ?? NaN;
  return document.plans
    .filter(({ rank }) => rank < rankOf(own.plan))
    .flatMap(({ key }): readonly Reported[] => {
      const slower: GoalPlace = { ...own, plan: key };
      const expectation = { late: own, early: slower };
      const setting = goalSetting(document, key, own.priority, own.metric);
      if (setting === undefined || !isBroken(document, expectation)) return [];
      return [
        {
          code: 'faster-plan-slower',
          facts: { ...own, target: goal.setting.target, than: { plan: key, target: setting.target } },
          ...remedyFor(document, [slower, own], [expectation]),
        },
      ];
    });
}
