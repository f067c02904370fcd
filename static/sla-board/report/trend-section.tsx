import { useMemo, useRef } from 'react';
import type { TrendMonth } from '../../../src/contract/report';
import type { SlaMetric } from '../../../src/core/policy/document';
import type { ReportFigure } from '../../../src/core/report/results-behind';
import type { ResultFilter } from '../../../src/core/report/select-results';
import { call } from '../board-call';
import { useWidth } from '../use-width';
import { FiguresTable } from './figures-table';
import { TrendChart } from './outcome-chart';
import { OutcomeLegend } from './outcome-legend';
import { ReportWait } from './report-wait';
import { monthName, type OpenedFigure, type ReportWords } from './report-words';
import { useReport } from './use-report';

const MONTHS = 12;

/** The year up to a month. */
export function TrendSection(props: {
  readonly words: ReportWords;
  readonly until: string;
  readonly metric: SlaMetric;
  readonly filter: ResultFilter;
  readonly onOpen: (figure: OpenedFigure) => void;
}) {
  const { words, until, filter } = props;
  const question = useMemo(
    () => ({
      ask: (made: string | null) => call('reportTrend', { until, months: MONTHS, filter, made }),
      progress: (runId: string) => call('reportProgress', { runId }),
    }),
    [until, filter],
  );
  const { state, reload } = useReport<{ readonly months: readonly TrendMonth[] }>(question);
  return (
    <section className="card" aria-labelledby="trend">
      <h2 id="trend">{words.translate('slaReport.chart.trendTitle')}</h2>
      {state.status === 'ready' ? (
        <Trend {...props} months={state.data.months} />
      ) : (
        <ReportWait words={words} state={state} onRetry={reload} />
      )}
    </section>
  );
}

function Trend(props: Parameters<typeof TrendSection>[0] & { readonly months: readonly TrendMonth[] }) {
  const { words, metric, filter, onOpen, months } = props;
  const { translate } = words;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const open = (row: number | null, figure: ReportFigure): void => {
    const month = row === null ? undefined : months[row];
    if (month === undefined) return;
    onOpen({ month: month.month, metric, figure, filter, group: monthName(words, month.month) });
  };
  return (
    <>
      <OutcomeLegend words={words} withLine />
      <div ref={frame} className="chart-frame">
        {width > 0 && (
          <TrendChart
            groups={months.map((month) => ({ ...month, name: monthName(words, month.month, 'short') }))}
            metric={metric}
            width={width}
            label={`${translate('slaReport.chart.trend')}. ${translate('slaReport.chart.seeTable')}`}
            onOpen={open}
          />
        )}
      </div>
      <FiguresTable
        words={words}
        caption={translate('slaReport.chart.trend')}
        first={translate('slaReport.month')}
        rows={months.map((month) => ({ ...month, name: monthName(words, month.month) }))}
        total={null}
        metric={metric}
        onOpen={open}
      />
    </>
  );
}
