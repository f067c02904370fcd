import type { PolicyDocument } from '../policy/document';

/** Whether a status stops the resolution clock: of the category Done when the policy was published, or listed. */
export function isDone({ statusCategories, extraDoneStatusIds }: PolicyDocument, statusId: string): boolean {
  return statusCategories[statusId] === 'done' || extraDoneStatusIds.includes(statusId);
}

/** Whether a status pauses the resolution clock. */
export function isPause({ pauseStatusIds }: PolicyDocument, statusId: string): boolean {
  return pauseStatusIds.includes(statusId);
}
