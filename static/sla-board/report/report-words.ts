import type { ReportRow } from '../../../src/contract/report';
import type { SlaMetric } from '../../../src/core/policy/document';
import type { LateFigures, ReportFigures } from '../../../src/core/report/figures';
import type { ReportFigure } from '../../../src/core/report/results-behind';
import type { ReportGrouping, ResultFilter } from '../../../src/core/report/select-results';
import type { Formatter } from '../../../src/i18n/format';
import type { Translate } from '../../../src/i18n/message';
import type { SlaBoardMessages } from '../messages';

export interface ReportWords {
  readonly translate: Translate<SlaBoardMessages>;
  readonly format: Formatter;
}

/** The outcomes that a percentage is made of, in the order in which charts stack them. */
export const COUNTED = ['met', 'missed', 'missed-customer-unavailable'] as const;
export type Counted = (typeof COUNTED)[number];

/** How many results of an outcome some figures count. */
export function countOf(figures: ReportFigures, outcome: Counted | 'apart' | 'no-promise'): number {
  switch (outcome) {
    case 'met':
      return figures.met;
    case 'missed':
      return figures.missed;
    case 'missed-customer-unavailable':
      return figures.missedCustomerUnavailable;
    case 'apart':
      return figures.apart;
    case 'no-promise':
      return figures.withoutPromise;
  }
}

/** A share as it was cut: never rounded up; a dash of none. */
export function shareText({ format }: ReportWords, share: number | null): string {
  return share === null ? '–' : format.percent(share);
}

/** `1 h 20 / 5 h 00`: the median and what nine of ten do not exceed; a dash where none was late. */
export function lateText({ format }: ReportWords, late: LateFigures | null): string {
  return late === null ? '–' : `${format.length(late.median)} / ${format.length(late.p90)}`;
}

/** What a row stands for, by name. */
export function rowName({ translate, format }: ReportWords, { key, label }: Pick<ReportRow, 'key' | 'label'>): string {
  if (key === null) return translate('slaReport.without');
  return label?.[format.reader.language] ?? `${key} (${translate('slaReport.gone')})`;
}

/** `2025-12` as `December 2025`, or short as `Dec 2025`. */
export function monthName({ format }: ReportWords, month: string, length: 'long' | 'short' = 'long'): string {
  const { intlLocale } = format.reader;
  const named = new Intl.DateTimeFormat(intlLocale, { month: length, year: 'numeric', timeZone: 'UTC' });
  return named.format(Date.parse(`${month}-01T00:00:00Z`));
}

/** A figure that was asked to open: of which results. */
export interface OpenedFigure {
  readonly month: string;
  readonly filter: ResultFilter;
  readonly metric: SlaMetric;
  readonly figure: ReportFigure;
  /** What the figure is of, by name. */
  readonly group: string;
}

/** A figure's name, as its opened list is headed. */
export function figureName({ translate }: ReportWords, figure: ReportFigure): string {
  switch (figure) {
    case 'kept':
      return translate('slaReport.tile.kept');
    case 'kept-without':
      return translate('slaReport.tile.keptWithout');
    case 'late':
      return translate('slaReport.tickets.late');
    case 'tickets':
      return translate('slaReport.table.tickets');
    case 'met':
    case 'missed':
    case 'missed-customer-unavailable':
    case 'no-promise':
    case 'apart':
      return translate(`slaReport.outcome.${figure}`);
  }
}

/** A filter narrowed to one row of a grouping. */
export function narrowed(filter: ResultFilter, by: ReportGrouping, key: string | null): ResultFilter {
  switch (by) {
    case 'organization':
      return { ...filter, organizationId: key };
    case 'plan':
      return { ...filter, plan: key };
    case 'priority':
      return { ...filter, priority: key };
  }
}
