import { noSuchPlace } from '../change-text';
import type { LevelFieldMapping, PolicyDocument, PriorityKey } from '../document';
import { SLA_METRICS } from '../document';
import type { LevelAxis } from '../matrix';
import { keysOf, type ListName } from './list-names';

/** What goes with an item that is removed, counted; `to` is what takes its place there. */
export type GoesWith =
  | { readonly what: 'cells'; readonly count: number; readonly to: PriorityKey | null }
  | { readonly what: 'targets'; readonly count: number }
  | { readonly what: 'options'; readonly count: number }
  | { readonly what: 'duty'; readonly count: number }
  | { readonly what: 'default-plan'; readonly count: number; readonly to: string | null };

/**
 * The document without an item and without what goes with it: a level's cells and options, a priority's targets; cells of
 * a priority take the next less urgent one, the default plan the first that is left. Throws RangeError where there is no
 * such item.
 */
export function withoutItem(document: PolicyDocument, list: ListName, key: string): PolicyDocument {
  if (!keysOf(document, list).includes(key)) throw noSuchPlace(key);
  switch (list) {
    case 'impacts':
      return withoutImpact(document, key);
    case 'urgencies':
      return withoutUrgency(document, key);
    case 'priorities':
      return withoutPriority(document, key);
    case 'plans': {
      const plans = without(document.plans, key);
      return { ...document, plans, defaultPlan: nextDefault(document, key) ?? document.defaultPlan };
    }
    case 'entitlements':
      return {
        ...document,
        plans: document.plans.map((plan) => ({ ...plan, entitlements: without(plan.entitlements, key) })),
      };
    case 'clauses':
      return { ...document, clauses: without(document.clauses, key) };
    case 'reasons':
      return { ...document, reasons: without(document.reasons, key) };
    case 'orderingBodies':
      return { ...document, orderingBodies: without(document.orderingBodies, key) };
  }
}

/** What would go with an item; only what there is any of. */
export function goesWith(document: PolicyDocument, list: ListName, key: string): readonly GoesWith[] {
  return allThatGoes(document, list, key).filter(({ count }) => count > 0);
}

function allThatGoes(document: PolicyDocument, list: ListName, key: string): readonly GoesWith[] {
  const { matrix, plans, levelFields } = document;
  const options = (axis: LevelAxis): GoesWith => {
    const levels = Object.values(levelFields[axis]?.options ?? {});
    return { what: 'options', count: levels.filter((level) => level === key).length };
  };
  switch (list) {
    case 'impacts':
      return [{ what: 'cells', count: Object.keys(matrix[key] ?? {}).length, to: null }, options('impact')];
    case 'urgencies': {
      const count = Object.values(matrix).filter((row) => Object.hasOwn(row, key)).length;
      return [{ what: 'cells', count, to: null }, options('urgency')];
    }
    case 'priorities': {
      const cells = Object.values(matrix).flatMap((row) => Object.values(row));
      const goals = plans.flatMap((plan) => SLA_METRICS.filter((metric) => plan.goals[key]?.[metric] !== undefined));
      return [
        { what: 'cells', count: cells.filter((cell) => cell === key).length, to: neighbourOf(document, key) },
        { what: 'targets', count: goals.length },
        { what: 'duty', count: document.duty.priorities.includes(key) ? 1 : 0 },
      ];
    }
    case 'plans': {
      const goals = Object.values(plans.find((plan) => plan.key === key)?.goals ?? {});
      const isDefault = document.defaultPlan === key;
      return [
        { what: 'targets', count: goals.flatMap((goal) => Object.keys(goal)).length },
        { what: 'default-plan', count: isDefault ? 1 : 0, to: nextDefault(document, key) },
      ];
    }
    case 'entitlements':
    case 'clauses':
    case 'reasons':
    case 'orderingBodies':
      return [];
  }
}

function withoutImpact(document: PolicyDocument, key: string): PolicyDocument {
  const { [key]: _row, ...matrix } = document.matrix;
  return {
    ...document,
    impacts: without(document.impacts, key),
    matrix,
    levelFields: { ...document.levelFields, impact: withoutLevel(document.levelFields.impact, key) },
  };
}

function withoutUrgency(document: PolicyDocument, key: string): PolicyDocument {
  const rows = Object.entries(document.matrix).map(([impact, { [key]: _cell, ...row }]) => [impact, row] as const);
  return {
    ...document,
    urgencies: without(document.urgencies, key),
    matrix: Object.fromEntries(rows),
    levelFields: { ...document.levelFields, urgency: withoutLevel(document.levelFields.urgency, key) },
  };
}

function withoutPriority(document: PolicyDocument, key: string): PolicyDocument {
  const next = neighbourOf(document, key);
  const rows = Object.entries(document.matrix).map(([impact, row]) => {
    const cells = Object.entries(row).flatMap(([urgency, priority]) => {
      if (priority !== key) return [[urgency, priority] as const];
      return next === null ? [] : [[urgency, next] as const];
    });
    return [impact, Object.fromEntries(cells)] as const;
  });
  return {
    ...document,
    priorities: without(document.priorities, key),
    matrix: Object.fromEntries(rows),
    plans: document.plans.map((plan) => {
      const { [key]: _goals, ...goals } = plan.goals;
      return { ...plan, goals };
    }),
    duty: { ...document.duty, priorities: document.duty.priorities.filter((priority) => priority !== key) },
    alerts: {
      ...document.alerts,
      priorities: document.alerts.priorities?.filter((priority) => priority !== key) ?? null,
    },
  };
}

/** The next less urgent priority, else the next more urgent one. */
function neighbourOf({ priorities }: PolicyDocument, key: string): PriorityKey | null {
  const index = priorities.findIndex((priority) => priority.key === key);
  return (priorities[index + 1] ?? priorities[index - 1])?.key ?? null;
}

/** The plan that becomes the default one; null where the one removed is not, or where none is left. */
function nextDefault({ plans, defaultPlan }: PolicyDocument, key: string): string | null {
  return defaultPlan === key ? (without(plans, key)[0]?.key ?? null) : null;
}

function withoutLevel(mapping: LevelFieldMapping | null, level: string): LevelFieldMapping | null {
  if (mapping === null) return null;
  const options = Object.entries(mapping.options).filter(([, other]) => other !== level);
  return { ...mapping, options: Object.fromEntries(options) };
}

function without<T extends { readonly key: string }>(list: readonly T[], key: string): readonly T[] {
  return list.filter((item) => item.key !== key);
}
