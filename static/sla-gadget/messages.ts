// Named imports, so that the bundle holds no other surface's words.
import {
  clock as clockEn,
  common as commonEn,
  errors as errorsEn,
  slaGadget as slaGadgetEn,
} from '../../src/i18n/en-US.json';
import {
  clock as clockFr,
  common as commonFr,
  errors as errorsFr,
  slaGadget as slaGadgetFr,
} from '../../src/i18n/fr-FR.json';

export const slaGadgetMessages = {
  en: { slaGadget: slaGadgetEn, clock: clockEn, common: commonEn, errors: errorsEn },
  fr: { slaGadget: slaGadgetFr, clock: clockFr, common: commonFr, errors: errorsFr },
};

export type SlaGadgetMessages = typeof slaGadgetMessages.en;
