import type { TrackedTicketView } from '../../../src/contract/agent-panel';
import { createFormatter } from '../../../src/i18n/format';
import { createTranslate } from '../../../src/i18n/message';
import { readerOf } from '../../../src/i18n/reader';
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

/** No-break spaces as plain ones, so that expected texts can be read and written. */
export function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}
