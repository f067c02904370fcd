import type { SlaMetric } from '../../../src/core/policy/document';
import type { ReportFigure } from '../../../src/core/report/results-behind';
import type { TicketFigures } from '../../../src/core/report/ticket-figures';
import { OpenFigure } from './open-figure';
import { countOf, lateText, shareText, type ReportWords } from './report-words';

export interface FiguresRow extends TicketFigures {
  readonly name: string;
}

const COUNTS = ['met', 'missed', 'missed-customer-unavailable', 'apart', 'no-promise'] as const;

/** A chart's figures as a table; each figure opens to its tickets. `total` is the last row, where there is one. */
export function FiguresTable(props: {
  readonly words: ReportWords;
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly FiguresRow[];
  readonly total: FiguresRow | null;
  readonly metric: SlaMetric;
  /** `row` is null for the total. */
  readonly onOpen: (row: number | null, figure: ReportFigure) => void;
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
              onOpen={(figure) => onOpen(index, figure)}
            />
          ))}
          {total !== null && (
            <Row
              words={words}
              row={total}
              metric={metric}
              isTotal
              onName={null}
              onOpen={(figure) => onOpen(null, figure)}
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
  readonly onOpen: (figure: ReportFigure) => void;
}) {
  const { words, row, metric, isTotal = false, onName, onOpen } = props;
  const { format } = words;
  const figures = row.figures[metric];
  const ended = figures.met + figures.missed;
  const late = figures.missed + figures.missedCustomerUnavailable;
  const cells = [
    { figure: 'tickets', text: format.number(row.tickets), behind: row.tickets },
    ...COUNTS.map((figure) => {
      const count = countOf(figures, figure);
      return { figure, text: format.number(count), behind: count };
    }),
    { figure: 'kept', text: shareText(words, figures.kept), behind: ended + figures.missedCustomerUnavailable },
    { figure: 'kept-without', text: shareText(words, figures.keptWithoutUnavailable), behind: ended },
    { figure: 'late', text: lateText(words, figures.late?.working ?? null), behind: late },
    { figure: 'late', text: lateText(words, figures.late?.real ?? null), behind: late },
  ] as const;
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
      {cells.map((cell, column) => (
        <td key={column} className={`figure figure-${cell.figure}`}>
          <OpenFigure {...cell} words={words} group={row.name} onOpen={onOpen} />
        </td>
      ))}
    </tr>
  );
}
