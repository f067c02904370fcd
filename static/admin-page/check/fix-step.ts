import { applyFix } from '../../../src/core/policy/apply-fix';
import type { Fix } from '../../../src/core/policy/fix';
import { placeKey } from '../../../src/core/policy/place';
import type { StepKind } from '../draft/step-kind';
import { fixChanges } from './fix-words';
import { placeOfFix } from './place-of-fix';

/** A target, a cell of the matrix, or a text as people read it: by a finding's button or by hand. */
export interface FixStep {
  readonly kind: 'fix';
  readonly fix: Fix;
}

export const fixStep: StepKind<FixStep> = {
  kind: 'fix',
  key: ({ fix }) => `${placeKey(placeOfFix(fix))}/${fix.kind === 'set-shown' ? Object.keys(fix.shown).join() : ''}`,
  apply: (document, { fix }) => applyFix(document, fix),
  words: ({ fix }, { base, words, names }) => fixChanges(fix, base, words, names),
  places: ({ fix }) => [placeOfFix(fix)],
};
