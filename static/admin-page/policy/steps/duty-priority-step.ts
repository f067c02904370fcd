import type { PriorityKey } from '../../../../src/core/policy/document';
import { withMember } from '../../draft/with-member';
import type { StepKind } from '../../draft/step-kind';

/** Whether a priority asks the customer to allocate resources. */
export interface DutyPriorityStep {
  readonly kind: 'duty-priority';
  readonly priority: PriorityKey;
  readonly on: boolean;
}

export const dutyPriorityStep: StepKind<DutyPriorityStep> = {
  kind: 'duty-priority',
  key: ({ priority }) => priority,
  apply: (document, { priority, on }) => ({
    ...document,
    duty: { ...document.duty, priorities: withMember(document.duty.priorities, priority, on) },
  }),
  words: ({ priority, on }, { words: { say }, names }) => [
    {
      place: say('dutyOn', { priority: names.priority(priority) }),
      before: say(on ? 'no' : 'yes'),
      after: say(on ? 'yes' : 'no'),
    },
  ],
};
