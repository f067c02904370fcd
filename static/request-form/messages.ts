// Named imports, so that the bundle holds no other surface's words. Times are worded as in the customer panel.
import { common as commonEn, errors as errorsEn, requestForm as requestFormEn } from '../../src/i18n/en-US.json';
import { common as commonFr, errors as errorsFr, requestForm as requestFormFr } from '../../src/i18n/fr-FR.json';

export const requestFormMessages = {
  en: { common: commonEn, errors: errorsEn, requestForm: requestFormEn },
  fr: { common: commonFr, errors: errorsFr, requestForm: requestFormFr },
};

export type RequestFormMessages = typeof requestFormMessages.en;
