// Named imports, so that the bundle holds no other surface's words.
import { common as commonEn, customerPanel as customerPanelEn, errors as errorsEn } from '../../src/i18n/en-US.json';
import { common as commonFr, customerPanel as customerPanelFr, errors as errorsFr } from '../../src/i18n/fr-FR.json';
import type { MessageKey } from '../../src/i18n/message';

export const customerPanelMessages = {
  en: { common: commonEn, errors: errorsEn, customerPanel: customerPanelEn },
  fr: { common: commonFr, errors: errorsFr, customerPanel: customerPanelFr },
};

export type CustomerPanelMessages = typeof customerPanelMessages.en;

/** A key under `customerPanel`. */
export type CustomerPanelKey = MessageKey<CustomerPanelMessages['customerPanel']>;
