import type { BoardState, ReadyBoardView } from '../../src/contract/sla-board';
import type { Formatter } from '../../src/i18n/format';
import type { Translate } from '../../src/i18n/message';
import type { SlaBoardMessages } from './messages';

/** What it takes to put a board into words: messages and figures of one reader, and the policy's own names. */
export interface Words {
  readonly translate: Translate<SlaBoardMessages>;
  readonly format: Formatter;
  readonly view: ReadyBoardView;
}

type Named = readonly { readonly key: string; readonly label: { readonly en: string; readonly fr: string } }[];

/** A name of the policy in the reader's language; its key where the policy no longer has it. */
export function nameIn(list: Named, key: string, { format }: Pick<Words, 'format'>): string {
  return list.find((named) => named.key === key)?.label[format.reader.language] ?? key;
}

/** A state of an incident as the reader's word. */
export function stateName({ translate }: Pick<Words, 'translate'>, state: BoardState): string {
  return state === 'none' ? translate('slaBoard.state.none') : translate(`clock.state.${state}`);
}
