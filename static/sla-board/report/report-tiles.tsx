import type { ReportFigures } from '../../../src/core/report/figures';
import type { ReportFigure } from '../../../src/core/report/results-behind';
import { OpenFigure } from './open-figure';
import { shareText, type ReportWords } from './report-words';

/** The month in four figures. What it would be without the customer's unavailable resources stands beside, never instead. */
export function ReportTiles(props: {
  readonly words: ReportWords;
  readonly figures: ReportFigures;
  readonly onOpen: (figure: ReportFigure) => void;
}) {
  const { words, figures, onOpen } = props;
  const { translate, format } = words;
  const { met, missed, missedCustomerUnavailable, kept, keptWithoutUnavailable, late } = figures;
  const all = met + missed + missedCustomerUnavailable;
  const of = (ended: number): string =>
    ended === 0
      ? translate('slaReport.tile.none')
      : translate('slaReport.tile.of', { met: format.number(met), all: format.number(ended) });
  const lateLines = (which: 'median' | 'p90') =>
    late === null
      ? { figure: '–', under: translate('slaReport.tile.noneLate') }
      : {
          figure: format.length(late.working[which]),
          under: translate('slaReport.tile.real', { length: format.length(late.real[which]) }),
        };
  const tiles = [
    { key: 'kept', opens: 'kept', behind: all, figure: shareText(words, kept), under: of(all) },
    {
      key: 'keptWithout',
      opens: 'kept-without',
      behind: met + missed,
      figure: shareText(words, keptWithoutUnavailable),
      under: of(met + missed),
    },
    { key: 'late', opens: 'late', behind: all - met, ...lateLines('median') },
    { key: 'lateP90', opens: 'late', behind: all - met, ...lateLines('p90') },
  ] as const;
  return (
    <dl className="tiles">
      {tiles.map(({ key, opens, behind, figure, under }) => (
        <div key={key}>
          <dt className="small subtle">{translate(`slaReport.tile.${key}`)}</dt>
          <dd>
            <span className="tile-figure">
              <OpenFigure
                words={words}
                figure={opens}
                text={figure}
                behind={behind}
                group={translate('slaReport.table.total')}
                onOpen={onOpen}
              />
            </span>
            <span className="small subtle">{under}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
