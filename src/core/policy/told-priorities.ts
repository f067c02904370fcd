import type { PolicyDocument, PriorityKey } from './document';

/** Whether comments or mails tell of a flag on a ticket of this priority; the fields show it either way. */
export function tellsOf(
  { comment, notify, priorities }: PolicyDocument['alerts'],
  priority: PriorityKey | null,
): boolean {
  if (!comment && !notify) return false;
  return priorities === null || (priority !== null && priorities.includes(priority));
}
