import type { PolicyDocument, PriorityKey } from '../../../src/core/policy/document';
import type { AdminWords } from '../admin-words';
import type { StepKind } from '../draft/step-kind';
import type { Names } from '../names';

/** The priorities that comments and mails tell of; null for all. */
export interface ToldPrioritiesStep {
  readonly kind: 'told-priorities';
  readonly priorities: readonly PriorityKey[] | null;
}

export const toldPrioritiesStep: StepKind<ToldPrioritiesStep> = {
  kind: 'told-priorities',
  key: () => '',
  apply: (document, { priorities }) => ({ ...document, alerts: { ...document.alerts, priorities } }),
  words: ({ priorities }, { base, words, names }) => [
    {
      place: words.say('setting.toldPriorities'),
      before: toldText(base.alerts.priorities, words, names),
      after: toldText(priorities, words, names),
    },
  ],
};

/** `All`, `P1, P2` or `None`. */
export function toldText(told: readonly PriorityKey[] | null, { say }: AdminWords, names: Names): string {
  if (told === null) return say('alerts.allPriorities');
  return told.length === 0 ? say('none') : told.map(names.priority).join(', ');
}

/** The priorities told once one of them is told or no longer; all of them is null, so that a new one joins. */
export function withTold(
  { alerts, priorities }: PolicyDocument,
  key: PriorityKey,
  on: boolean,
): readonly PriorityKey[] | null {
  const isTold = (other: PriorityKey): boolean =>
    other === key ? on : alerts.priorities === null || alerts.priorities.includes(other);
  const told = priorities.map((priority) => priority.key).filter(isTold);
  return told.length === priorities.length ? null : told;
}
