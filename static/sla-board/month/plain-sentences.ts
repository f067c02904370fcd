import type { OrganizationMonth } from '../../../src/contract/report';
import { SLA_METRICS, type SlaMetric } from '../../../src/core/policy/document';
import { monthName, type MonthWords } from './month-words';

/** The month in plain words: what was done, then each promise, kept, late and why. */
export function plainSentences(words: MonthWords, page: OrganizationMonth): readonly string[] {
  const { translate, format, intlLocale } = words;
  const { all, answered, resolved } = page.requests;
  const { apart } = page.total.resolution;
  return [
    translate('monthWithUs.lead.all', {
      count: all,
      month: monthName(page.month, intlLocale),
      answered: format.number(answered),
      resolved: format.number(resolved),
    }),
    ...SLA_METRICS.map((metric) => promiseSentence(words, page, metric)),
    ...(apart === 0 ? [] : [translate('monthWithUs.lead.apart', { count: apart })]),
  ];
}

/** Both shares: of all, then without those late while the customer's resources were unavailable. Neither without the other. */
function promiseSentence({ translate, format }: MonthWords, page: OrganizationMonth, metric: SlaMetric): string {
  const {
    met,
    missed,
    missedCustomerUnavailable: unavailable,
    kept,
    keptWithoutUnavailable,
    late,
  } = page.total[metric];
  if (kept === null) return translate(`monthWithUs.lead.none.${metric}`);
  const share = (value: number, all: number, of: number) => ({
    met: format.number(of),
    all: format.number(all),
    share: format.percent(value),
  });
  const sentences = [translate(`monthWithUs.lead.kept.${metric}`, share(kept, met + missed + unavailable, met))];
  if (late !== null) {
    sentences.push(
      translate('monthWithUs.lead.late', {
        count: missed + unavailable,
        most: format.length(late.working.most),
        real: format.length(late.real.most),
        median: format.length(late.working.median),
        p90: format.length(late.working.p90),
      }),
    );
  }
  if (unavailable > 0) {
    sentences.push(
      keptWithoutUnavailable === null
        ? translate('monthWithUs.lead.allUnavailable')
        : translate('monthWithUs.lead.unavailable', {
            count: unavailable,
            ...share(keptWithoutUnavailable, met + missed, met),
          }),
    );
  }
  return sentences.join(' ');
}
