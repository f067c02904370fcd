import type { TrackedTicketView } from '../../../src/contract/agent-panel';
import { createFormatter } from '../../../src/i18n/format';
import { createTranslate, EMPHASIS } from '../../../src/i18n/message';
import { readerOf } from '../../../src/i18n/reader';
import type { ClocksNow } from '../../../static/agent-panel/change-words';
import { workingTimesOf } from '../../../static/agent-panel/counting';
import { agentPanelMessages } from '../../../static/agent-panel/messages';
import type { Words } from '../../../static/agent-panel/words';

/** A reader in Toronto, in either language. */
export function buildWords(view: TrackedTicketView, language: 'en' | 'fr' = 'en', zone = 'America/Toronto'): Words {
  return {
    translate: createTranslate(language, agentPanelMessages),
    format: createFormatter(readerOf(language === 'fr' ? 'fr-FR' : 'en-US', zone)),
    view,
  };
}

/** The view's clocks as of its own instant. */
export function clocksNow({ view }: Words): ClocksNow {
  return { clocks: view.clocks, now: view.at, workingTimes: workingTimesOf(view) };
}

/** No-break spaces as plain ones and emphasis as messages write it, so that expected texts can be read and written. */
export function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ').replaceAll(EMPHASIS.from, '<b>').replaceAll(EMPHASIS.to, '</b>');
}
