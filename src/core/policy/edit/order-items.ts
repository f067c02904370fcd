import type { PolicyDocument } from '../document';
import type { ListName } from './list-names';

/** The document with a list in the order of the keys; items that the keys do not name follow in the order they had. */
export function inOrder(document: PolicyDocument, list: ListName, keys: readonly string[]): PolicyDocument {
  const rank = (key: string): number => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  const sorted = <T extends { readonly key: string }>(items: readonly T[]): readonly T[] =>
    items.toSorted((a, b) => rank(a.key) - rank(b.key));
  if (list === 'entitlements') {
    return {
      ...document,
      plans: document.plans.map((plan) => ({ ...plan, entitlements: sorted(plan.entitlements) })),
    };
  }
  return { ...document, [list]: sorted<{ readonly key: string }>(document[list]) };
}
