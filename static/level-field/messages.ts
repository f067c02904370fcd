// Named imports, so that the bundle holds no other surface's words.
import { common as commonEn, errors as errorsEn, levelField as levelFieldEn } from '../../src/i18n/en-US.json';
import { common as commonFr, errors as errorsFr, levelField as levelFieldFr } from '../../src/i18n/fr-FR.json';

export const levelFieldMessages = {
  en: { common: commonEn, errors: errorsEn, levelField: levelFieldEn },
  fr: { common: commonFr, errors: errorsFr, levelField: levelFieldFr },
};

export type LevelFieldMessages = typeof levelFieldMessages.en;
