import type { Threshold } from '../../../src/core/policy/document';
import type { AdminWords } from '../admin-words';
import type { StepKind } from '../draft/step-kind';

/** When people are warned. */
export interface ThresholdsStep {
  readonly kind: 'thresholds';
  readonly thresholds: readonly Threshold[];
}

export const thresholdsStep: StepKind<ThresholdsStep> = {
  kind: 'thresholds',
  key: () => '',
  apply: (document, { thresholds }) => ({ ...document, thresholds }),
  words: ({ thresholds }, { base, words }) => [
    {
      place: words.say('setting.thresholds'),
      before: thresholdsText(base.thresholds, words),
      after: thresholdsText(thresholds, words),
    },
  ],
};

/** Warnings as people read and write them: `75 %, 90 %`, or `30 min` left. */
export function thresholdsText(thresholds: readonly Threshold[], words: AdminWords): string {
  if (thresholds.length === 0) return words.say('none');
  return thresholds
    .map((threshold) =>
      threshold.kind === 'percent'
        ? words.format.percent(threshold.percent / 100)
        : words.say('threshold.remaining', { remaining: words.duration(threshold.remaining) }),
    )
    .join(', ');
}
