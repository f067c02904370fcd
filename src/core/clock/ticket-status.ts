import type { PolicyDocument } from '../policy/document';

/** What a ticket's status does to its clocks. */
export type StatusEffect = 'counts' | 'pauses' | 'stops';

/**
 * A status stops the clocks where its category was Done when the policy was published, or where the policy lists it; it
 * pauses resolution where the policy lists it so. One that is both stops.
 */
export function statusEffect(document: PolicyDocument, statusId: string): StatusEffect {
  if (document.statusCategories[statusId] === 'done' || document.extraDoneStatusIds.includes(statusId)) return 'stops';
  return document.pauseStatusIds.includes(statusId) ? 'pauses' : 'counts';
}
