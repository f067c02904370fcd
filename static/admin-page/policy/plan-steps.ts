import type { Inclusion, Plan, PlanKey, PolicyDocument, PortalVisibility } from '../../../src/core/policy/document';
import type { StepKind } from '../draft/step-kind';

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

function withPlan(document: PolicyDocument, key: PlanKey, change: (plan: Plan) => Plan): PolicyDocument {
  return { ...document, plans: document.plans.map((plan) => (plan.key === key ? change(plan) : plan)) };
}
