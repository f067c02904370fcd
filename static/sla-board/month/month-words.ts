import type { OrganizationMonth } from '../../../src/contract/report';
import type { PriorityKey } from '../../../src/core/policy/document';
import type { Language } from '../../../src/core/policy/text';
import type { Millis } from '../../../src/core/time/instant';
import { MINUTE, type EpochMillis } from '../../../src/core/time/instant';
import { createFormatter, type Formatter } from '../../../src/i18n/format';
import { createTranslate, type Translate } from '../../../src/i18n/message';
import { csvNumber } from '../../shared/csv';
import { textCell, type DataCell } from '../../shared/data-table';
import { monthMessages, type MonthMessages } from './messages';

/** What it takes to put a month into the words of its page, which need not be those of whoever reads the board. */
export interface MonthWords {
  readonly language: Language;
  readonly translate: Translate<MonthMessages>;
  /** In the zone of the month, whose times the page tells. */
  readonly format: Formatter;
  readonly intlLocale: string;
}

const LOCALES = { en: 'en-CA', fr: 'fr-CA' } as const;

/** The words of a page: its language, figures and dates as that language has them in Canada. */
export function monthWords(language: Language, timeZone: string): MonthWords {
  const intlLocale = LOCALES[language];
  return {
    language,
    translate: createTranslate<MonthMessages>(language, monthMessages, intlLocale),
    format: createFormatter({ language, intlLocale, timeZone }),
    intlLocale,
  };
}

/** `December 2025`, `décembre 2025`. */
export function monthName(month: string, intlLocale: string): string {
  const format = new Intl.DateTimeFormat(intlLocale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.parse(`${month}-01T00:00:00Z`));
}

export function zoneName({ format }: MonthWords, timeZone: string, at: EpochMillis): string {
  const elsewhere = timeZone === 'UTC' ? 'Pacific/Auckland' : 'UTC';
  return createFormatter({ ...format.reader, timeZone: elsewhere }).otherZone(timeZone, at) ?? timeZone;
}

export function priorityName(
  { language, translate }: MonthWords,
  { priorities }: Pick<OrganizationMonth, 'priorities'>,
  key: PriorityKey | null,
): string {
  if (key === null) return translate('monthWithUs.figures.without');
  return priorities.find((priority) => priority.key === key)?.label?.[language] ?? key;
}

/** A date and a time of day; in a CSV so that it sorts, and any spreadsheet takes it for what it is. */
export function instantCell({ format }: MonthWords, at: EpochMillis): DataCell {
  const csv = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: format.reader.timeZone,
  }).format(at);
  return { text: `${format.date(csv.slice(0, 10))}, ${format.time(at)}`, csv };
}

export function countCell({ format }: MonthWords, count: number): DataCell {
  return { text: format.number(count), csv: String(count), isFigure: true };
}

/** A share that was cut down to thousandths, as a percentage with one decimal; empty where there is none. */
export function shareCell({ language, intlLocale }: MonthWords, share: number | null): DataCell {
  if (share === null) return { text: '–', csv: '', isFigure: true };
  const percent = Math.round(share * 1000) / 10;
  const text = new Intl.NumberFormat(intlLocale, { minimumFractionDigits: 1 }).format(percent);
  return { text, csv: csvNumber(percent, 1, language), isFigure: true };
}

/** Whole minutes of a lateness, begun ones left out; empty where nothing was late. */
export function minutesCell(words: MonthWords, late: Millis | null): DataCell {
  return late === null ? { ...textCell(''), text: '–', isFigure: true } : countCell(words, Math.floor(late / MINUTE));
}
