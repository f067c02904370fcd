import type { ReportFigures } from '../../src/core/report/figures';
import type { Formatter } from '../../src/i18n/format';
import type { Translate } from '../../src/i18n/message';
import type { SlaGadgetMessages } from './messages';

interface Words {
  readonly translate: Translate<SlaGadgetMessages>;
  readonly format: Formatter;
}

export interface KeptWords {
  /** Of all promises that ended: `99.9 %`, cut and never rounded up; a dash where none did. */
  readonly share: string;
  /** `1,999 of 2,000`; null where none ended. */
  readonly count: string | null;
  /** What the share would be without misses that the customer's unavailable resources overlap: beside it, never in its place. */
  readonly without: string | null;
}

/** One promise's month in words. */
export function keptWords({ translate, format }: Words, figures: ReportFigures): KeptWords {
  const { met, missed, missedCustomerUnavailable, kept, keptWithoutUnavailable } = figures;
  if (kept === null) return { share: '–', count: translate('slaGadget.noneYet'), without: null };
  const all = met + missed + missedCustomerUnavailable;
  return {
    share: format.percent(kept),
    count: translate('slaGadget.count', { met: format.number(met), all: format.number(all) }),
    without:
      missedCustomerUnavailable === 0
        ? null
        : translate('slaGadget.without', {
            percent: keptWithoutUnavailable === null ? '–' : format.percent(keptWithoutUnavailable),
            count: format.number(missedCustomerUnavailable),
          }),
  };
}

/** `2025-12` as `December 2025`, `décembre 2025`. */
export function monthName({ reader }: Formatter, month: string): string {
  const format = new Intl.DateTimeFormat(reader.intlLocale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.parse(`${month}-01T00:00:00Z`));
}
