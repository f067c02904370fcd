import type { StepKind } from '../draft/step-kind';
import { withMember } from '../draft/with-member';

/** Whether the resolution clock waits in a status, for somebody other than the customer, or ends in it. */
export interface StatusStep {
  readonly kind: 'status';
  readonly statusId: string;
  readonly role: 'pauses' | 'others' | 'stops';
  readonly on: boolean;
}

export const statusStep: StepKind<StatusStep> = {
  kind: 'status',
  key: ({ role, statusId }) => `${role}/${statusId}`,
  apply: (document, { role, statusId, on }) => {
    if (role === 'others') {
      const pausesForOthers = withMember(document.portal.pausesForOthers ?? [], statusId, on);
      return { ...document, portal: { ...document.portal, pausesForOthers } };
    }
    const list = role === 'pauses' ? 'pauseStatusIds' : 'extraDoneStatusIds';
    return { ...document, [list]: withMember(document[list], statusId, on) };
  },
  words: ({ role, statusId, on }, { words, names }) => {
    const yes = words.say('yes');
    const no = words.say('no');
    const place = words.say(`statusRole.${role}`, { status: words.quote(names.status(statusId)) });
    return [{ place, before: on ? no : yes, after: on ? yes : no }];
  },
};
