import type { ReportFigures } from '../../../src/core/report/figures';
import { shareText, type ReportWords } from './report-words';

/** The month in four figures. What it would be without the customer's unavailable resources stands beside, never instead. */
export function ReportTiles({ words, figures }: { readonly words: ReportWords; readonly figures: ReportFigures }) {
  const { translate, format } = words;
  const { met, missed, missedCustomerUnavailable, kept, keptWithoutUnavailable, late } = figures;
  const of = (all: number): string =>
    all === 0
      ? translate('slaReport.tile.none')
      : translate('slaReport.tile.of', { met: format.number(met), all: format.number(all) });
  const lateLines = (which: 'median' | 'p90') =>
    late === null
      ? { figure: '–', under: translate('slaReport.tile.noneLate') }
      : {
          figure: format.length(late.working[which]),
          under: translate('slaReport.tile.real', { length: format.length(late.real[which]) }),
        };
  const tiles = [
    {
      key: 'kept',
      figure: shareText(words, kept),
      under: of(met + missed + missedCustomerUnavailable),
    },
    { key: 'keptWithout', figure: shareText(words, keptWithoutUnavailable), under: of(met + missed) },
    { key: 'late', ...lateLines('median') },
    { key: 'lateP90', ...lateLines('p90') },
  ] as const;
  return (
    <dl className="tiles">
      {tiles.map(({ key, figure, under }) => (
        <div key={key}>
          <dt className="small subtle">{translate(`slaReport.tile.${key}`)}</dt>
          <dd>
            <span className="tile-figure">{figure}</span>
            <span className="small subtle">{under}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
