import type { proposal } from '../../../src/i18n/en-US.json';
import type { Formatter } from '../../../src/i18n/format';
import type { Translate } from '../../../src/i18n/message';
import { useFormat, useTranslate, type SharedMessages } from '../surface-context';

/** What a surface that shows whole proposals carries: agents' and administrators'. */
export interface ProposalMessages extends SharedMessages {
  readonly proposal: typeof proposal;
}

/** What it takes to put a proposal into words. */
export interface ProposalWords {
  readonly translate: Translate<ProposalMessages>;
  readonly format: Formatter;
}

/** The words of the surface around the component. */
export function useProposalWords(): ProposalWords {
  return { translate: useTranslate<ProposalMessages>(), format: useFormat() };
}
