import type { StepKind } from '../draft/step-kind';
import { settingName } from '../setting-name';
import { modeText, type Mode, type Modes } from './mode-words';

/** How the clocks behave where the policy does not say. */
export interface ModeStep {
  readonly kind: 'mode';
  readonly mode: Mode;
  readonly modes: Partial<Modes>;
}

export const modeStep: StepKind<ModeStep> = {
  kind: 'mode',
  key: ({ mode }) => mode,
  apply: (document, { modes }) => ({ ...document, modes: { ...document.modes, ...modes } }),
  words: ({ mode, modes }, { base, words }) => [
    {
      place: settingName(`modes.${mode}`, words),
      before: modeText(mode, base.modes[mode], words),
      after: modeText(mode, modes[mode], words),
    },
  ],
};
