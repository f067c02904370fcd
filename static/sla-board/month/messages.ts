// Named imports, so that the page's words come with the page alone.
import { common as commonEn, errors as errorsEn, monthWithUs as monthEn } from '../../../src/i18n/en-US.json';
import { common as commonFr, errors as errorsFr, monthWithUs as monthFr } from '../../../src/i18n/fr-FR.json';

/** Both languages, whoever reads: the page is written in the language of those it is sent to. */
export const monthMessages = {
  en: { monthWithUs: monthEn, common: commonEn, errors: errorsEn },
  fr: { monthWithUs: monthFr, common: commonFr, errors: errorsFr },
};

export type MonthMessages = typeof monthMessages.en;
