import type { Level, Plan, PolicyDocument, PriorityMatrix } from '../document';
import type { LevelAxis } from '../matrix';
import { planOf } from '../lookup';
import { unpublished } from '../presets/published';
import type { Bilingual } from '../text';
import { keysOf, type ListName } from './list-names';

/** An item to be added: its key, what people call it, and, for a plan, the one it is a copy of. */
export interface NewItem {
  readonly key: string;
  readonly label: Bilingual;
  readonly copyOf?: string;
}

/**
 * The document with an item more, at the end of its list. A level takes over the priorities of the level before it, a plan
 * the rows that the others have. Throws RangeError where the key is taken, where a copy has no original, or where a row
 * would stand in no plan.
 */
export function withItem(document: PolicyDocument, list: ListName, item: NewItem): PolicyDocument {
  const { key, label } = item;
  if (keysOf(document, list).includes(key)) throw new RangeError(`the policy has "${key}" already`);
  switch (list) {
    case 'impacts':
    case 'urgencies':
      return withLevel(document, list, {
        key,
        label: unpublished(label.en, label.fr),
        description: unpublished('', ''),
      });
    case 'priorities':
      return { ...document, priorities: [...document.priorities, { key, label, jiraPriorityId: null }] };
    case 'plans':
      return withPlan(document, item);
    case 'entitlements':
      return withRow(document, item);
    case 'clauses':
      return { ...document, clauses: [...document.clauses, { key, text: unpublished(label.en, label.fr) }] };
    case 'reasons':
      return { ...document, reasons: [...document.reasons, { key, label }] };
    case 'orderingBodies':
      return { ...document, orderingBodies: [...document.orderingBodies, { key, label }] };
  }
}

function withLevel(document: PolicyDocument, list: 'impacts' | 'urgencies', level: Level): PolicyDocument {
  const axis: LevelAxis = list === 'impacts' ? 'impact' : 'urgency';
  const like = document[list].at(-1)?.key;
  return { ...document, [list]: [...document[list], level], matrix: widened(document, axis, level.key, like) };
}

/** The matrix with the new level's cells: those of the level before it, else the least urgent priority. */
function widened(document: PolicyDocument, axis: LevelAxis, key: string, like: string | undefined): PriorityMatrix {
  const { matrix, priorities, impacts, urgencies } = document;
  const least = priorities.at(-1)?.key;
  const cell = (impact: string, urgency: string): Readonly<Record<string, string>> => {
    const priority = (axis === 'impact' ? matrix[like ?? '']?.[urgency] : matrix[impact]?.[like ?? '']) ?? least;
    return priority === undefined ? {} : { [urgency]: priority };
  };
  if (axis === 'impact') {
    const row = urgencies.flatMap((urgency) => Object.entries(cell(key, urgency.key)));
    return { ...matrix, [key]: Object.fromEntries(row) };
  }
  return Object.fromEntries(impacts.map(({ key: impact }) => [impact, { ...matrix[impact], ...cell(impact, key) }]));
}

function withPlan(document: PolicyDocument, { key, label, copyOf }: NewItem): PolicyDocument {
  const { plans, defaultPlan } = document;
  const original = copyOf === undefined ? undefined : planOf(document, copyOf);
  if (copyOf !== undefined && original === undefined)
    throw new RangeError(`the policy has no plan "${copyOf}" to copy`);
  const rank = Math.max(0, ...plans.map((plan) => plan.rank)) + 1;
  const rows = plans[0]?.entitlements.map((row) => ({ ...row, inclusion: 'not-stated' as const })) ?? [];
  const blank: Omit<Plan, 'key' | 'label' | 'rank'> = {
    goals: {},
    entitlements: rows,
    portalVisibility: 'state-and-times',
    price: { kind: 'included' },
  };
  const plan: Plan = { ...(original ?? blank), key, label: unpublished(label.en, label.fr), rank };
  return {
    ...document,
    plans: [...plans, plan],
    defaultPlan: planOf(document, defaultPlan) === undefined ? key : defaultPlan,
  };
}

function withRow(document: PolicyDocument, { key, label }: NewItem): PolicyDocument {
  if (document.plans.length === 0) throw new RangeError('the policy has no plan for the row to stand in');
  const row = { key, label: unpublished(label.en, label.fr), inclusion: 'not-stated' } as const;
  return {
    ...document,
    plans: document.plans.map((plan) => ({ ...plan, entitlements: [...plan.entitlements, row] })),
  };
}
