import { noSuchPlace } from '../../../../src/core/policy/change-text';
import { goalSetting } from '../../../../src/core/policy/goals';
import type { CalendarKey, GoalSetting, PolicyDocument, PriorityKey } from '../../../../src/core/policy/document';
import { planOf, priorityOf } from '../../../../src/core/policy/lookup';
import { placeKey, type GoalPlace } from '../../../../src/core/policy/place';
import type { Language } from '../../../../src/core/policy/text';
import type { StepKind } from '../../draft/step-kind';

/** A target where the plan promised nothing, or no promise where it had a target. */
export interface GoalStep extends GoalPlace {
  readonly kind: 'goal';
  readonly setting: GoalSetting | null;
}

export const goalStep: StepKind<GoalStep> = {
  kind: 'goal',
  key: goalKey,
  apply: (document, { setting, ...place }) => {
    if (setting === null && !goalSetting(document, place.plan, place.priority, place.metric)) throw missing(place);
    return withGoal(document, place, () => setting);
  },
  words: ({ setting, ...place }, { base, words, names }) => {
    const before = goalSetting(base, place.plan, place.priority, place.metric);
    const text = (goal: GoalSetting | null | undefined): string =>
      goal ? words.duration(goal.target) : words.say('targets.none');
    return [{ place: names.goal(place), before: text(before), after: text(setting) }];
  },
  places: placesOf,
};

/** The calendar that a target counts in. */
export interface GoalCalendarStep extends GoalPlace {
  readonly kind: 'goal-calendar';
  readonly calendar: CalendarKey;
}

export const goalCalendarStep: StepKind<GoalCalendarStep> = {
  kind: 'goal-calendar',
  key: goalKey,
  apply: (document, { calendar, ...place }) =>
    withGoal(document, place, (goal) => {
      if (goal === undefined) throw missing(place);
      return { ...goal, calendar };
    }),
  words: ({ calendar, ...place }, { base, words, names }) => {
    const before = goalSetting(base, place.plan, place.priority, place.metric)?.calendar;
    return [
      {
        place: words.say('calendarOfGoal', { goal: names.goal(place) }),
        before: before === undefined ? words.say('none') : names.calendar(before),
        after: names.calendar(calendar),
      },
    ];
  },
  places: placesOf,
};

/** The cell of the source's table, word for word; null where it has none in that language. */
export interface GoalPublishedStep extends GoalPlace {
  readonly kind: 'goal-published';
  readonly language: Language;
  readonly text: string | null;
}

export const goalPublishedStep: StepKind<GoalPublishedStep> = {
  kind: 'goal-published',
  key: (step) => `${goalKey(step)}/${step.language}`,
  apply: (document, { language, text, ...place }) =>
    withGoal(document, place, (goal) => {
      if (goal === undefined) throw missing(place);
      return { ...goal, published: { ...goal.published, [language]: text } };
    }),
  words: ({ language, text, ...place }, { base, words: { say }, names }) => [
    {
      place: say('publishedIn', { place: names.goal(place), language: say(`language.${language}`) }),
      before: goalSetting(base, place.plan, place.priority, place.metric)?.published[language] ?? say('none'),
      after: text ?? say('none'),
    },
  ],
  places: placesOf,
};

function withGoal(
  document: PolicyDocument,
  { plan, priority, metric }: GoalPlace,
  change: (goal: GoalSetting | undefined) => GoalSetting | null,
): PolicyDocument {
  if (!planOf(document, plan) || !priorityOf(document, priority)) throw missing({ plan, priority, metric });
  return {
    ...document,
    plans: document.plans.map((found) => {
      if (found.key !== plan) return found;
      const { [metric]: goal, ...others } = found.goals[priority] ?? {};
      const next = change(goal);
      return {
        ...found,
        goals: withGoals(found.goals, priority, next === null ? others : { ...others, [metric]: next }),
      };
    }),
  };
}

type Goals = PolicyDocument['plans'][number]['goals'];

/** A priority without any target has no entry. */
function withGoals(goals: Goals, priority: PriorityKey, of: Goals[string]): Goals {
  if (Object.keys(of).length > 0) return { ...goals, [priority]: of };
  const { [priority]: _none, ...others } = goals;
  return others;
}

function goalKey({ plan, priority, metric }: GoalPlace): string {
  return placeKey({ kind: 'goal', plan, priority, metric });
}

function placesOf({ plan, priority, metric }: GoalPlace) {
  return [{ kind: 'goal', plan, priority, metric } as const];
}

function missing(place: GoalPlace): RangeError {
  return noSuchPlace(goalKey(place));
}
