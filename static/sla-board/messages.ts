// Named imports, so that the bundle holds no other surface's words.
import {
  clock as clockEn,
  common as commonEn,
  errors as errorsEn,
  slaBoard as slaBoardEn,
} from '../../src/i18n/en-US.json';
import {
  clock as clockFr,
  common as commonFr,
  errors as errorsFr,
  slaBoard as slaBoardFr,
} from '../../src/i18n/fr-FR.json';

export const slaBoardMessages = {
  en: { slaBoard: slaBoardEn, clock: clockEn, common: commonEn, errors: errorsEn },
  fr: { slaBoard: slaBoardFr, clock: clockFr, common: commonFr, errors: errorsFr },
};

export type SlaBoardMessages = typeof slaBoardMessages.en;
