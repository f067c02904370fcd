import type { PolicyDocument } from '../document';
import type { Reported } from '../finding';

/** Rows of which the source does not say which plans have them. Nothing in the policy speaks for one answer: no fix. */
export function checkAccessRows({ plans }: PolicyDocument): readonly Reported[] {
  const open = new Map<string, string[]>();
  for (const plan of plans) {
    for (const { key, inclusion } of plan.entitlements) {
      if (inclusion === 'not-stated') open.set(key, [...(open.get(key) ?? []), plan.key]);
    }
  }
  return [...open].map(([entitlement, keys]) => ({
    code: 'access-not-stated',
    place: { kind: 'entitlement', entitlement },
    facts: { entitlement, plans: keys },
  }));
}
