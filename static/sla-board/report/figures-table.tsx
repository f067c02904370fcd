import type { SlaMetric } from '../../../src/core/policy/document';
import type { TicketFigures } from '../../../src/core/report/ticket-figures';
import { countOf, lateText, shareText, type Counted, type ReportWords } from './report-words';

export interface FiguresRow extends TicketFigures {
  readonly name: string;
}

const OPENED = ['met', 'missed', 'missed-customer-unavailable', 'apart', 'no-promise'] as const;
export type Opened = Counted | 'apart' | 'no-promise';

/** A chart's figures as a table; each count opens to its tickets. `total` is the last row, where there is one. */
export function FiguresTable(props: {
  readonly words: ReportWords;
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly FiguresRow[];
  readonly total: FiguresRow | null;
  readonly metric: SlaMetric;
  /** `row` is null for the total. */
  readonly onOpen: (row: number | null, outcome: Opened) => void;
  /** What a press on a row's name does; null for a row whose name leads nowhere. */
  readonly onName?: (row: number) => (() => void) | null;
}) {
  const { words, caption, first, rows, total, metric, onOpen, onName } = props;
  const { translate } = words;
  const heads = [
    'tickets',
    'met',
    'missed',
    'unavailable',
    'apart',
    'noPromise',
    'kept',
    'keptWithout',
    'lateWorking',
    'lateReal',
  ] as const;
  return (
    <div className="figures-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="figures">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="figure">
                {translate(`slaReport.table.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row
              key={row.name}
              words={words}
              row={row}
              metric={metric}
              onName={onName?.(index) ?? null}
              onOpen={(outcome) => onOpen(index, outcome)}
            />
          ))}
          {total !== null && (
            <Row
              words={words}
              row={total}
              metric={metric}
              isTotal
              onName={null}
              onOpen={(outcome) => onOpen(null, outcome)}
            />
          )}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: {
  readonly words: ReportWords;
  readonly row: FiguresRow;
  readonly metric: SlaMetric;
  readonly isTotal?: boolean;
  readonly onName: (() => void) | null;
  readonly onOpen: (outcome: Opened) => void;
}) {
  const { words, row, metric, isTotal = false, onName, onOpen } = props;
  const { translate, format } = words;
  const figures = row.figures[metric];
  return (
    <tr className={isTotal ? 'figures-total' : undefined}>
      <th scope="row">
        {onName === null ? (
          <bdi>{row.name}</bdi>
        ) : (
          <button type="button" className="figure-open" onClick={onName}>
            <bdi>{row.name}</bdi>
          </button>
        )}
      </th>
      <td className="figure">{format.number(row.tickets)}</td>
      {OPENED.map((outcome) => {
        const count = countOf(figures, outcome);
        return (
          <td key={outcome} className="figure">
            {count === 0 ? (
              format.number(0)
            ) : (
              <button
                type="button"
                className="figure-open"
                aria-label={translate('slaReport.table.open', {
                  count: format.number(count),
                  outcome: translate(`slaReport.outcome.${outcome}`),
                  group: row.name,
                })}
                onClick={() => onOpen(outcome)}
              >
                {format.number(count)}
              </button>
            )}
          </td>
        );
      })}
      <td className="figure">
        <b>{shareText(words, figures.kept)}</b>
      </td>
      <td className="figure">{shareText(words, figures.keptWithoutUnavailable)}</td>
      <td className="figure">{lateText(words, figures.late?.working ?? null)}</td>
      <td className="figure">{lateText(words, figures.late?.real ?? null)}</td>
    </tr>
  );
}
