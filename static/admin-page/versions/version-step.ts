import type { PolicyDocument } from '../../../src/core/policy/document';
import type { StepKind } from '../draft/step-kind';

/** An earlier version as the draft; what was changed before goes. Published, it is a new version. */
export interface VersionStep {
  readonly kind: 'version';
  readonly version: number;
  readonly document: PolicyDocument;
}

export const versionStep: StepKind<VersionStep> = {
  kind: 'version',
  key: () => '',
  apply: (_document, { document }) => document,
  words: ({ version }, { words: { say } }) => [
    {
      place: say('versions.step'),
      before: say('versions.stepBefore'),
      after: say('versions.stepAfter', { version }),
    },
  ],
  isWhole: true,
};
