import type { PolicyDocument } from '../document';

/** The lists of a document whose items an admin adds, removes and puts in order. */
export const LIST_NAMES = [
  'impacts',
  'urgencies',
  'priorities',
  'plans',
  'entitlements',
  'clauses',
  'reasons',
  'orderingBodies',
] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** The keys of a list, in its order; rows of what plans include in the order in which the plans first have them. */
export function keysOf(document: PolicyDocument, list: ListName): readonly string[] {
  if (list !== 'entitlements') return document[list].map(({ key }) => key);
  return [...new Set(document.plans.flatMap(({ entitlements }) => entitlements.map(({ key }) => key)))];
}
