import { withFasterTargets } from '../../../../src/core/policy/edit/faster-targets';
import type { Inclusion, Plan, PlanKey, PolicyDocument, PortalVisibility } from '../../../../src/core/policy/document';
import { changed } from '../../../../src/core/policy/change-text';
import type { StepKind } from '../../draft/step-kind';
import { priceWords } from '../target-words';

/** The plan of those who have none of their own. */
export interface DefaultPlanStep {
  readonly kind: 'default-plan';
  readonly plan: PlanKey;
}

export const defaultPlanStep: StepKind<DefaultPlanStep> = {
  kind: 'default-plan',
  key: () => '',
  apply: (document, { plan }) => ({ ...document, defaultPlan: plan }),
  words: ({ plan }, { base, words, names }) => [
    { place: words.say('setting.defaultPlan'), before: names.plan(base.defaultPlan), after: names.plan(plan) },
  ],
};

/** What customers of a plan may see. */
export interface VisibilityStep {
  readonly kind: 'visibility';
  readonly plan: PlanKey;
  readonly visibility: PortalVisibility;
}

export const visibilityStep: StepKind<VisibilityStep> = {
  kind: 'visibility',
  key: ({ plan }) => plan,
  apply: (document, { plan, visibility }) =>
    withPlan(document, plan, (found) => ({ ...found, portalVisibility: visibility })),
  words: ({ plan, visibility }, { base, words: { say }, names }) => {
    const before = base.plans.find(({ key }) => key === plan)?.portalVisibility ?? 'nothing';
    return [
      {
        place: say('visibilityOf', { plan: names.plan(plan) }),
        before: say(`visibility.${before}`),
        after: say(`visibility.${visibility}`),
      },
    ];
  },
};

/** Whether a plan has a row of the table of what plans include. */
export interface InclusionStep {
  readonly kind: 'inclusion';
  readonly plan: PlanKey;
  readonly entitlement: string;
  readonly inclusion: Inclusion;
}

export const inclusionStep: StepKind<InclusionStep> = {
  kind: 'inclusion',
  key: ({ plan, entitlement }) => `${plan}/${entitlement}`,
  apply: (document, { plan, entitlement, inclusion }) =>
    withPlan(document, plan, (found) => ({
      ...found,
      entitlements: found.entitlements.map((row) => (row.key === entitlement ? { ...row, inclusion } : row)),
    })),
  words: ({ plan, entitlement, inclusion }, { base, words: { say }, names }) => {
    const found = base.plans.find(({ key }) => key === plan);
    const before = found?.entitlements.find(({ key }) => key === entitlement)?.inclusion ?? 'not-stated';
    const place = say('inclusionOn', { entitlement: names.entitlement(entitlement), plan: names.plan(plan) });
    return [{ place, before: say(`inclusion.${before}`), after: say(`inclusion.${inclusion}`) }];
  },
  places: ({ entitlement }) => [{ kind: 'entitlement', entitlement }],
};

/** Which plan wins where several apply: the one of highest rank. */
export interface RankStep {
  readonly kind: 'rank';
  readonly plan: PlanKey;
  readonly rank: number;
}

export const rankStep: StepKind<RankStep> = {
  kind: 'rank',
  key: ({ plan }) => plan,
  apply: (document, { plan, rank }) => withPlan(document, plan, (found) => ({ ...found, rank })),
  words: ({ plan, rank }, { base, words, names }) => {
    const before = base.plans.find(({ key }) => key === plan)?.rank;
    return [
      {
        place: words.say('rankOf', { plan: names.plan(plan) }),
        before: before === undefined ? words.say('none') : words.format.number(before),
        after: words.format.number(rank),
      },
    ];
  },
};

/** What a plan costs. */
export interface PriceStep {
  readonly kind: 'price';
  readonly plan: PlanKey;
  readonly price: Plan['price'];
}

export const priceStep: StepKind<PriceStep> = {
  kind: 'price',
  key: ({ plan }) => plan,
  apply: (document, { plan, price }) => withPlan(document, plan, (found) => ({ ...found, price })),
  words: ({ plan, price }, { base, words, names }) => {
    const before = base.plans.find(({ key }) => key === plan)?.price;
    return [
      {
        place: words.say('priceOf', { plan: names.plan(plan) }),
        before: before === undefined ? words.say('none') : priceWords(before, words),
        after: priceWords(price, words),
      },
    ];
  },
};

function withPlan(document: PolicyDocument, key: PlanKey, change: (plan: Plan) => Plan): PolicyDocument {
  return { ...document, plans: changed(document.plans, key, change) };
}

/** All of a plan's targets at once, so many times faster than another's. */
export interface FasterStep {
  readonly kind: 'faster';
  readonly plan: PlanKey;
  readonly from: PlanKey;
  readonly factor: number;
}

export const fasterStep: StepKind<FasterStep> = {
  kind: 'faster',
  key: ({ plan }) => plan,
  apply: (document, { plan, from, factor }) => withFasterTargets(document, plan, from, factor),
  words: ({ plan, from, factor }, { base, words, names }) => {
    const had = Object.keys(base.plans.find(({ key }) => key === plan)?.goals ?? {}).length > 0;
    return [
      {
        place: words.say('targetsOf', { plan: names.plan(plan) }),
        before: words.say(had ? 'faster.ownTargets' : 'none'),
        after: words.say('faster.than', { factor: words.format.number(factor), plan: names.plan(from) }),
      },
    ];
  },
};
