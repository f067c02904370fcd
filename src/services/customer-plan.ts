import type { CustomerCorrection, CustomerPlan } from '../contract/customer-panel';
import { clauseTopic } from '../core/policy/clause-topic';
import {
  SLA_METRICS,
  type Plan,
  type PolicyDocument,
  type PortalVisibility,
  type PriorityKey,
} from '../core/policy/document';
import { goalSetting } from '../core/policy/goals';
import { calendarOf } from '../core/policy/lookup';
import { isAlways } from '../core/time/calendar';
import type { FixVersion } from './ports';
import { levelView } from './view-levels';

/**
 * *About your plan*: what the policy publishes to all its customers, and what is included in this one's plan. Of other
 * plans, also of the clauses about them, only what an admin allows, and no times where this plan hides them.
 */
export function customerPlan(
  document: PolicyDocument,
  plan: Plan,
  priority: PriorityKey | null,
  fixVersions: readonly FixVersion[],
): CustomerPlan {
  const { showOtherPlans } = document.portal;
  return {
    label: plan.label.shown,
    policyTitle: document.title.shown,
    policyDate: document.updated?.date ?? null,
    entitlements: plan.entitlements.map(({ label, inclusion }) => ({ label: label.shown, inclusion })),
    clauses: document.clauses
      .map(({ key, text }) => ({ topic: clauseTopic(key), text: text.shown }))
      .filter(({ topic }) => showOtherPlans || topic !== 'other-plans'),
    corrections: corrections(fixVersions, plan.portalVisibility),
    definitions: {
      impacts: document.impacts.map(levelView),
      urgencies: document.urgencies.map(levelView),
      priorities: document.priorities.map(({ key, label }) => ({ key, label })),
      matrix: document.matrix,
    },
    otherPlans:
      showOtherPlans && plan.portalVisibility === 'state-and-times' && priority !== null
        ? document.plans
            .filter(({ key }) => key !== plan.key)
            .map((other) => ({ label: other.label.shown, targets: targetsOf(document, other, priority) }))
        : [],
  };
}

function targetsOf(
  document: PolicyDocument,
  plan: Plan,
  priority: PriorityKey,
): CustomerPlan['otherPlans'][number]['targets'] {
  return SLA_METRICS.flatMap((metric) => {
    const goal = goalSetting(document, plan.key, priority, metric);
    const calendar = goal && calendarOf(document, goal.calendar)?.calendar;
    if (goal === undefined) return [];
    return [{ metric, target: goal.target, aroundTheClock: calendar !== undefined && isAlways(calendar) }];
  });
}

function corrections(versions: readonly FixVersion[], visibility: PortalVisibility): readonly CustomerCorrection[] {
  if (visibility === 'nothing') return [];
  return versions.map(({ name, releaseDate, released }) => ({
    version: name,
    date: visibility === 'state-and-times' ? releaseDate : null,
    released,
  }));
}
