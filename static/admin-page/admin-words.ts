import { lengthText, type Formatter } from '../../src/i18n/format';
import { createTranslate, type MessageValues, type Translate } from '../../src/i18n/message';
import type { Bilingual, Language } from '../../src/core/policy/text';
import { HOUR, MINUTE, type Millis } from '../../src/core/time/instant';
import type { Duration } from '../../src/core/time/duration';
import { adminPageMessages, type AdminPageKey, type AdminPageMessages } from './messages';

/** The admin page's words for one reader. */
export interface AdminWords {
  readonly format: Formatter;
  readonly language: Language;
  /** A message of the page. */
  readonly say: (key: AdminPageKey, values?: MessageValues) => string;
  /** Any message of the bundle, by its whole key. */
  readonly translate: Translate<AdminPageMessages>;
  /** The reader's language of a text. */
  readonly pick: (text: Bilingual) => string;
  /** A target as written: `30 min`, `4 h`, `2 d` (`2 j`), `2 bd` (`2 jo`). */
  readonly duration: (duration: Duration) => string;
  /** `A`, `A and B`, `A, B and C`. */
  readonly list: (items: readonly string[]) => string;
  /** In the language's own quotation marks. */
  readonly quote: (text: string) => string;
}

/** The admin page's words for a reader. */
export function createAdminWords(format: Formatter): AdminWords {
  const { language, intlLocale } = format.reader;
  const translate = createTranslate<AdminPageMessages>(language, adminPageMessages, intlLocale);
  const say = (key: AdminPageKey, values?: MessageValues): string => translate(`adminPage.${key}`, values);
  const lists = new Intl.ListFormat(intlLocale, { type: 'conjunction' });
  return {
    format,
    language,
    say,
    translate,
    pick: (text) => text[language],
    duration: (duration) => durationText(duration, say, format),
    list: (items) => lists.format(items),
    quote: (text) => say('quote', { text }),
  };
}

/** A length as a target's figure: whole hours without minutes. */
export function hoursText(length: Millis): string {
  return lengthText(length, 'up').replace(/\u00A0h\u00A000$/, '\u00A0h');
}

function durationText(duration: Duration, say: AdminWords['say'], format: Formatter): string {
  switch (duration.unit) {
    case 'days':
      return say('duration.days', { amount: format.number(duration.amount) });
    case 'business-days':
      return say('duration.businessDays', { amount: format.number(duration.amount) });
    case 'hours':
    case 'minutes':
      return hoursText(duration.amount * (duration.unit === 'hours' ? HOUR : MINUTE));
  }
}
