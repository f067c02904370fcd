import { OutcomePatterns, OutcomeSwatch } from './outcome-patterns';
import { COUNTED, type ReportWords } from './report-words';

/** What the patterns of a chart mean. */
export function OutcomeLegend(props: { readonly words: ReportWords; readonly withLine?: boolean }) {
  const { translate } = props.words;
  return (
    <p className="row small subtle chart-legend">
      <svg className="visually-hidden" aria-hidden="true" focusable="false">
        <OutcomePatterns />
      </svg>
      {COUNTED.map((outcome) => (
        <span key={outcome} className="row">
          <OutcomeSwatch outcome={outcome} />
          {translate(`slaReport.outcome.${outcome}`)}
        </span>
      ))}
      {props.withLine === true && (
        <span className="row">
          <i className="swatch-line" />
          {translate('slaReport.chart.kept')}
        </span>
      )}
    </p>
  );
}
