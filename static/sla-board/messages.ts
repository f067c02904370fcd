// Named imports, so that the bundle holds no other surface's words.
import {
  clock as clockEn,
  common as commonEn,
  errors as errorsEn,
  slaBoard as slaBoardEn,
  slaReport as slaReportEn,
} from '../../src/i18n/en-US.json';
import {
  clock as clockFr,
  common as commonFr,
  errors as errorsFr,
  slaBoard as slaBoardFr,
  slaReport as slaReportFr,
} from '../../src/i18n/fr-FR.json';

export const slaBoardMessages = {
  en: { slaBoard: slaBoardEn, slaReport: slaReportEn, clock: clockEn, common: commonEn, errors: errorsEn },
  fr: { slaBoard: slaBoardFr, slaReport: slaReportFr, clock: clockFr, common: commonFr, errors: errorsFr },
};

export type SlaBoardMessages = typeof slaBoardMessages.en;
