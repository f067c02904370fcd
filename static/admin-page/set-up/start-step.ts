import type { PolicyDocument } from '../../../src/core/policy/document';
import type { StepKind } from '../draft/step-kind';

/** Another policy to begin with; what was changed before goes. */
export interface StartStep {
  readonly kind: 'start';
  readonly from: 'stage-plus' | 'jira-names' | 'blank' | 'file';
  readonly document: PolicyDocument;
}

export const startStep: StepKind<StartStep> = {
  kind: 'start',
  key: () => '',
  apply: (_document, { document }) => document,
  words: ({ from }, { base, words: { say, pick } }) => [
    { place: say('start.title'), before: pick(base.title.shown) || base.key, after: say(`start.${from}.name`) },
  ],
  isWhole: true,
};
