import { isObject, listAt, objectAt, stringAt, type JsonObject } from './json';
import type { EntityDefinition } from './manifest';
import { StorageError } from './storage-errors';
import { MOST_CONDITIONS } from './storage-limits';

export interface Condition {
  condition: string;
  values: readonly unknown[];
}

/** Filters of a query, or conditions of a transaction's item: all or any of them must hold. */
export interface Filters {
  mode: 'and' | 'or';
  items: readonly (Condition & { property: string })[];
}

const RANGE = new Set([
  'BEGINS_WITH',
  'BETWEEN',
  'EQUAL_TO',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
]);
const FILTER = new Set([...RANGE, 'CONTAINS', 'NOT_CONTAINS', 'NOT_EQUAL_TO', 'EXISTS', 'NOT_EXISTS']);

/** The condition on an index's range attribute; throws a StorageError on what a range cannot express. */
export function readRange(value: unknown): Condition | null {
  if (value === undefined) return null;
  const range = objectAt(value, 'range');
  return checked({ condition: stringAt(range['condition'], 'range.condition'), values: valuesOf(range) }, RANGE);
}

/** `{and: […]}` or `{or: […]}`; null where absent. Throws a StorageError on an undeclared attribute. */
export function readFilters(value: unknown, entity: EntityDefinition): Filters | null {
  if (value === undefined) return null;
  const filters = objectAt(value, 'filters');
  const mode = filters['or'] === undefined ? 'and' : 'or';
  const items = listAt(filters[mode], `filters.${mode}`).map((item) => {
    const filter = objectAt(item, 'filter');
    const property = stringAt(filter['property'], 'filter.property');
    if (!entity.attributes.has(property)) {
      throw new StorageError('INVALID_QUERY', `The entity ${entity.name} declares no attribute ${property}.`);
    }
    return {
      property,
      ...checked({ condition: stringAt(filter['condition'], property), values: valuesOf(filter) }, FILTER),
    };
  });
  if (items.length === 0) throw new StorageError('INVALID_QUERY', 'A filter needs at least one condition.');
  if (items.length > MOST_CONDITIONS) throw new StorageError('INVALID_QUERY', 'A filter has at most 100 conditions.');
  return { mode, items };
}

function valuesOf(from: JsonObject): readonly unknown[] {
  return listAt(from['values'], 'values');
}

function checked(condition: Condition, known: ReadonlySet<string>): Condition {
  if (!known.has(condition.condition)) {
    throw new StorageError('INVALID_QUERY', `The condition ${condition.condition} cannot be used here.`);
  }
  const wanted = condition.condition === 'BETWEEN' ? 2 : 1;
  if (condition.values.length !== wanted) {
    throw new StorageError('INVALID_QUERY', `${condition.condition} takes ${wanted} value(s).`);
  }
  return condition;
}

/** Whether a row's value (undefined for no row) passes the filters. */
export function passes(filters: Filters, value: unknown): boolean {
  const attributes = isObject(value) ? value : {};
  const holds = (item: Condition & { property: string }): boolean => conditionHolds(item, attributes[item.property]);
  return filters.mode === 'and' ? filters.items.every(holds) : filters.items.some(holds);
}

/** Whether one attribute's value satisfies a condition; an absent attribute satisfies only NOT_EXISTS and the negations. */
export function conditionHolds({ condition, values }: Condition, actual: unknown): boolean {
  const [first, second] = values;
  switch (condition) {
    case 'EXISTS':
      return actual !== undefined;
    case 'NOT_EXISTS':
      return actual === undefined;
    case 'EQUAL_TO':
      return actual === first;
    case 'NOT_EQUAL_TO':
      return actual !== first;
    case 'BEGINS_WITH':
      return typeof actual === 'string' && typeof first === 'string' && actual.startsWith(first);
    case 'CONTAINS':
      return contains(actual, first);
    case 'NOT_CONTAINS':
      return !contains(actual, first);
    case 'BETWEEN':
      return holdsOrder(actual, first, (order) => order >= 0) && holdsOrder(actual, second, (order) => order <= 0);
    case 'GREATER_THAN':
      return holdsOrder(actual, first, (order) => order > 0);
    case 'GREATER_THAN_EQUAL_TO':
      return holdsOrder(actual, first, (order) => order >= 0);
    case 'LESS_THAN':
      return holdsOrder(actual, first, (order) => order < 0);
    case 'LESS_THAN_EQUAL_TO':
      return holdsOrder(actual, first, (order) => order <= 0);
    default:
      throw new StorageError('INVALID_QUERY', `The condition ${condition} is not known.`);
  }
}

function contains(actual: unknown, wanted: unknown): boolean {
  if (Array.isArray(actual)) return actual.includes(wanted);
  return typeof actual === 'string' && typeof wanted === 'string' && actual.includes(wanted);
}

function holdsOrder(actual: unknown, wanted: unknown, test: (order: number) => boolean): boolean {
  if (typeof actual !== typeof wanted || (typeof actual !== 'string' && typeof actual !== 'number')) return false;
  return test(compareScalars(actual, wanted));
}

/** Order of two scalars of one type: numbers by size, strings by code units, booleans false first. */
export function compareScalars(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return 0;
}
