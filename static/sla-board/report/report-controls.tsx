import type { ReportChoices } from '../../../src/contract/report';
import { SLA_METRICS, type SlaMetric } from '../../../src/core/policy/document';
import type { ReportGrouping, ResultFilter } from '../../../src/core/report/select-results';
import { ChoiceFilter } from '../choice-filter';
import { monthName, type ReportWords } from './report-words';

/** What of the reports is shown. */
export interface ReportSight {
  /** Null before the first publication. */
  readonly month: string | null;
  readonly metric: SlaMetric;
  readonly by: ReportGrouping;
  readonly filter: ResultFilter;
}

const GROUPINGS = ['organization', 'plan', 'priority'] as const;

export function ReportControls(props: {
  readonly words: ReportWords;
  readonly choices: ReportChoices;
  readonly sight: ReportSight;
  readonly onSight: (change: Partial<ReportSight>) => void;
}) {
  const { words, choices, sight, onSight } = props;
  const { translate, format } = words;
  const { language } = format.reader;
  const { month, metric, by, filter } = sight;
  const named = (list: ReportChoices['plans']) =>
    list.map(({ key, label }) => ({ value: key, label: label[language] }));
  /** A question left open is absent from the filter, not null: null asks for results without one. */
  const narrow = (question: 'plan' | 'priority', value: string | null): void => {
    const { [question]: _before, ...rest } = filter;
    onSight({ filter: value === null ? rest : { ...rest, [question]: value } });
  };
  return (
    <div className="filters">
      <label className="filter">
        <span className="visually-hidden">{translate('slaReport.month')}</span>
        <select
          className="field"
          value={month ?? ''}
          onChange={({ target }) => {
            onSight({ month: target.value });
          }}
        >
          {choices.months.map((choice) => (
            <option key={choice} value={choice}>
              {monthName(words, choice)}
            </option>
          ))}
        </select>
      </label>
      <Segment
        label={translate('slaReport.metric')}
        options={SLA_METRICS.map((value) => ({ value, label: translate(`clock.metric.${value}`) }))}
        value={metric}
        onChoose={(value) => {
          onSight({ metric: value });
        }}
      />
      <Segment
        label={translate('slaReport.by')}
        options={GROUPINGS.map((value) => ({ value, label: translate(`slaReport.grouping.${value}`) }))}
        value={by}
        onChoose={(value) => {
          onSight({ by: value });
        }}
      />
      <ChoiceFilter
        label={translate('slaReport.grouping.plan')}
        all={translate('slaReport.allPlans')}
        options={named(choices.plans)}
        value={filter.plan ?? null}
        onChoose={(value) => {
          narrow('plan', value);
        }}
      />
      <ChoiceFilter
        label={translate('slaReport.grouping.priority')}
        all={translate('slaReport.allPriorities')}
        options={named(choices.priorities)}
        value={filter.priority ?? null}
        onChoose={(value) => {
          narrow('priority', value);
        }}
      />
    </div>
  );
}

function Segment<Value extends string>(props: {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <div className="segment" role="group" aria-label={props.label}>
      {props.options.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.value}
          onClick={() => {
            props.onChoose(value);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
