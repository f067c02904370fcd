import type { PriorityKey } from '../../../../src/core/policy/document';
import { changed } from '../../../../src/core/policy/change-text';
import type { StepKind } from '../../draft/step-kind';

/** The site's own priority that one of the policy's stands for. */
export interface JiraPriorityStep {
  readonly kind: 'jira-priority';
  readonly priority: PriorityKey;
  readonly jiraPriorityId: string | null;
}

export const jiraPriorityStep: StepKind<JiraPriorityStep> = {
  kind: 'jira-priority',
  key: ({ priority }) => priority,
  apply: (document, { priority, jiraPriorityId }) => ({
    ...document,
    priorities: changed(document.priorities, priority, (found) => ({ ...found, jiraPriorityId })),
  }),
  words: ({ priority, jiraPriorityId }, { base, words: { say }, names }) => {
    const before = base.priorities.find(({ key }) => key === priority)?.jiraPriorityId ?? null;
    const name = (id: string | null): string => (id === null ? say('none') : names.jiraPriority(id));
    const place = say('jiraPriorityOf', { priority: names.priority(priority) });
    return [{ place, before: name(before), after: name(jiraPriorityId) }];
  },
};
