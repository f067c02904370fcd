import type { EpochMillis } from '../../src/core/time/instant';
import { epochDayOf, type EpochDay } from '../../src/core/time/local-date';
import { lengthText, NBSP, type Formatter } from '../../src/i18n/format';
import { createTranslate, type MessageValues } from '../../src/i18n/message';
import { customerPanelMessages, type CustomerPanelKey, type CustomerPanelMessages } from './messages';
import type { Phrase, PhraseValue } from './phrase';

/** A piece of a sentence; one that stands for an instant says which, for its `<time>` element. */
export interface WordPart {
  readonly text: string;
  readonly at: EpochMillis | null;
}

/** Turns phrases into the reader's words. */
export interface Words {
  readonly format: Formatter;
  readonly parts: (phrase: Phrase, now: EpochMillis) => readonly WordPart[];
  readonly plain: (phrase: Phrase, now: EpochMillis) => string;
  /** A message of the panel whose values are already words. */
  readonly message: (key: CustomerPanelKey, values?: MessageValues) => string;
}

/** Private-use characters around a placeholder's name: no message and no policy text holds them. */
const MARK = '\uE000';

/** The panel's words for one reader. */
export function createWords(format: Formatter): Words {
  const { language, intlLocale } = format.reader;
  const translate = createTranslate<CustomerPanelMessages>(language, customerPanelMessages, intlLocale);
  const message = (key: CustomerPanelKey, values?: MessageValues): string => translate(`customerPanel.${key}`, values);

  const valueText = (value: PhraseValue, now: EpochMillis): string => {
    switch (value.kind) {
      case 'instant':
        return whenText(format, message, 'when', value.at, now);
      case 'deadline':
        return whenText(format, message, 'by', value.at, now);
      case 'length':
        return lengthWords(value.length);
      case 'text':
        return value.text[format.reader.language];
    }
  };
  const parts = (phrase: Phrase, now: EpochMillis): readonly WordPart[] => {
    const marks = Object.fromEntries(Object.keys(phrase.values).map((name) => [name, `${MARK}${name}${MARK}`]));
    return message(phrase.key, marks)
      .split(MARK)
      .map((piece, i) => {
        const value = i % 2 === 1 ? phrase.values[piece] : undefined;
        if (value === undefined) return { text: piece, at: null };
        return { text: valueText(value, now), at: 'at' in value ? value.at : null };
      })
      .map((part, i, all) => ({ ...part, text: withoutDoubleStop(part.text, all[i - 1]?.text) }))
      .filter((part) => part.text !== '');
  };
  return {
    format,
    parts,
    plain: (phrase, now) =>
      parts(phrase, now)
        .map((part) => part.text)
        .join(''),
    message,
  };
}

/** A time that ends in a stop of its own (`3:25 p.m.`) ends the sentence too. */
function withoutDoubleStop(text: string, before: string | undefined): string {
  return before?.endsWith('.') && text.startsWith('.') ? text.slice(1) : text;
}

/** A length as promised or left: whole hours without minutes (`4 h`), else as everywhere (`1 h 13`); rounded up. */
export function lengthWords(length: number): string {
  return lengthText(length, 'up').replace(new RegExp(`${NBSP}h${NBSP}00$`), `${NBSP}h`);
}

/** `today at 3:25 PM`, `by Tue, Dec 9 at 11:00 AM`; with the year when it is another. */
function whenText(
  format: Formatter,
  message: Words['message'],
  form: 'when' | 'by',
  at: EpochMillis,
  now: EpochMillis,
): string {
  const { timeZone } = format.reader;
  const days = dayIn(timeZone, at) - dayIn(timeZone, now);
  const time = format.time(at);
  if (days === 0) return message(`${form}.today`, { time });
  if (days === 1) return message(`${form}.tomorrow`, { time });
  if (days === -1) return message(`${form}.yesterday`, { time });
  const sameYear = yearIn(timeZone, at) === yearIn(timeZone, now);
  if (sameYear) return message(`${form}.day`, { day: format.day(at), time });
  return message(`${form}.otherYear`, { instant: format.ledgerInstant(at, now) });
}

function dayIn(timeZone: string, at: EpochMillis): EpochDay {
  // The Canadian English short date is `YYYY-MM-DD`.
  return epochDayOf(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)) ?? NaN;
}

function yearIn(timeZone: string, at: EpochMillis): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric' }).format(at);
}
