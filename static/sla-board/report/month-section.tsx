import { useMemo, useRef } from 'react';
import type { MonthReport } from '../../../src/contract/report';
import type { SlaMetric } from '../../../src/core/policy/document';
import type { ReportFigure } from '../../../src/core/report/results-behind';
import type { ReportGrouping, ResultFilter } from '../../../src/core/report/select-results';
import { EmptyState } from '../../shared/empty-state';
import { call } from '../board-call';
import type { MonthQuestion } from '../month/use-month';
import { useWidth } from '../use-width';
import { FiguresTable } from './figures-table';
import { GroupChart } from './outcome-chart';
import { OutcomeLegend } from './outcome-legend';
import { ReportTiles } from './report-tiles';
import { ReportWait } from './report-wait';
import { monthName, narrowed, rowName, type OpenedFigure, type ReportWords } from './report-words';
import { useReport } from './use-report';

/** Bars that one looks at; the table has every row. */
const MOST_BARS = 12;

/** One month of one promise, by organization, plan or priority: in four figures, as a picture, and as a table. */
export function MonthSection(props: {
  readonly words: ReportWords;
  readonly month: string;
  readonly metric: SlaMetric;
  readonly by: ReportGrouping;
  readonly filter: ResultFilter;
  readonly onOpen: (figure: OpenedFigure) => void;
  /** Opens an organization's own page of the month. */
  readonly onMonth: (start: MonthQuestion) => void;
}) {
  const { words, month, by, filter } = props;
  const question = useMemo(
    () => ({
      ask: (made: string | null) => call('report', { month, by, filter, made }),
      progress: (runId: string) => call('reportProgress', { runId }),
    }),
    [month, by, filter],
  );
  const { state, reload } = useReport<{ readonly report: MonthReport }>(question);
  return (
    <section className="card" aria-labelledby="month-report">
      <h2 id="month-report">{monthName(words, month)}</h2>
      {state.status === 'ready' ? (
        <Month {...props} report={state.data.report} />
      ) : (
        <ReportWait words={words} state={state} onRetry={reload} />
      )}
    </section>
  );
}

function Month(props: Parameters<typeof MonthSection>[0] & { readonly report: MonthReport }) {
  const { words, month, metric, by, filter, onOpen, onMonth, report } = props;
  const { translate } = words;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const named = report.rows.map((row) => ({ ...row, name: rowName(words, row) }));
  const grouping = translate(`slaReport.grouping.${by}`);
  const open = (row: number | null, figure: ReportFigure): void => {
    const group = row === null ? null : named[row];
    if (group === undefined) return;
    const total = translate('slaReport.table.total');
    onOpen({
      month,
      metric,
      figure,
      filter: group === null ? filter : narrowed(filter, by, group.key),
      group: group === null ? total : group.name,
    });
  };
  if (report.total.tickets === 0) {
    return (
      <EmptyState
        title={translate('slaReport.empty.title', { month: monthName(words, month) })}
        text={translate('slaReport.empty.text')}
      />
    );
  }
  return (
    <>
      <ReportTiles
        words={words}
        figures={report.total.figures[metric]}
        onOpen={(figure) => {
          open(null, figure);
        }}
      />
      <OutcomeLegend words={words} />
      <div ref={frame} className="chart-frame">
        {width > 0 && (
          <GroupChart
            groups={named.slice(0, MOST_BARS)}
            metric={metric}
            width={width}
            label={`${translate('slaReport.chart.by', { grouping })}. ${translate('slaReport.chart.seeTable')}`}
            onOpen={open}
          />
        )}
      </div>
      <FiguresTable
        words={words}
        caption={translate('slaReport.table.caption', {
          metric: translate(`clock.metric.${metric}`),
          grouping,
          month: monthName(words, month),
        })}
        first={grouping}
        rows={named}
        total={{ ...report.total, name: translate('slaReport.table.total') }}
        metric={metric}
        onOpen={open}
        onName={(row) => {
          const organizationId = by === 'organization' ? (named[row]?.key ?? null) : null;
          return organizationId === null ? null : () => onMonth({ month, organizationId });
        }}
      />
    </>
  );
}
