import type { StepKind } from '../draft/step-kind';
import { withMember } from '../draft/with-member';
import { findingWords } from './finding-words';

/** Live with a finding, by its id; or look at it again. */
export interface AcceptStep {
  readonly kind: 'accept';
  readonly finding: string;
  readonly on: boolean;
}

export const acceptStep: StepKind<AcceptStep> = {
  kind: 'accept',
  key: ({ finding }) => finding,
  apply: (document, { finding, on }) => ({ ...document, accepted: withMember(document.accepted, finding, on) }),
  words: (step, { findings, words, names }) => {
    const { say } = words;
    const finding = findings.find(({ id }) => id === step.finding);
    const place = finding ? findingWords(finding, words, names).title : say('setting.accepted');
    return [{ place, before: say(step.on ? 'open' : 'kept'), after: say(step.on ? 'kept' : 'open') }];
  },
};
