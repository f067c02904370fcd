import { Bar, BarChart, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts';
import type { SlaMetric } from '../../../src/core/policy/document';
import type { MetricFigures } from '../../../src/core/report/ticket-figures';
import { NBSP } from '../../../src/i18n/format';
import { OutcomePatterns, patternUrl } from './outcome-patterns';
import { COUNTED, countOf, type Counted } from './report-words';

/** Results under one name: a bar. */
export interface ChartGroup {
  readonly name: string;
  readonly figures: MetricFigures;
}

export interface OutcomeChartProps {
  readonly groups: readonly ChartGroup[];
  readonly metric: SlaMetric;
  /** Pixels. */
  readonly width: number;
  /** The picture in a sentence: its figures are in the table beside it. */
  readonly label: string;
  readonly onOpen: (group: number, outcome: Counted) => void;
}

const BAR_HEIGHT = 34;
const AXIS_HEIGHT = 36;
const LONGEST_NAME = 24;
/** The theme's own: the library writes a grey into each text, which no style sheet reaches and dark themes swallow. */
const TICK = { fill: 'var(--ds-text-subtle)' };

/** Met and missed promises, a lying bar for each group; every outcome has a pattern of its own besides its colour. */
export function GroupChart({ groups, metric, width, label, onOpen }: OutcomeChartProps) {
  const names = Math.min(190, Math.floor(width * 0.34));
  return (
    <figure className="chart" role="img" aria-label={label}>
      <BarChart
        accessibilityLayer={false}
        layout="vertical"
        width={width}
        height={groups.length * BAR_HEIGHT + AXIS_HEIGHT}
        data={rowsOf(groups, metric)}
        margin={{ top: 4, right: 16, bottom: 0, left: 0 }}
      >
        <OutcomePatterns />
        <CartesianGrid horizontal={false} />
        <XAxis type="number" allowDecimals={false} height={24} tick={TICK} tickLine={false} />
        <YAxis
          type="category"
          dataKey="name"
          width={names}
          tick={TICK}
          tickLine={false}
          tickFormatter={shortened}
          interval={0}
        />
        {COUNTED.map((outcome) => (
          <Bar
            key={outcome}
            dataKey={outcome}
            stackId="outcome"
            className="chart-bar"
            fill={patternUrl(outcome)}
            barSize={18}
            isAnimationActive={false}
            onClick={(_bar, index) => {
              onOpen(index, outcome);
            }}
          />
        ))}
      </BarChart>
    </figure>
  );
}

/** The same over months, with the share kept as a line on its own axis. */
export function TrendChart({ groups, metric, width, label, onOpen }: OutcomeChartProps) {
  return (
    <figure className="chart" role="img" aria-label={label}>
      <ComposedChart
        accessibilityLayer={false}
        width={width}
        height={240}
        data={rowsOf(groups, metric)}
        margin={{ top: 12, right: 0, bottom: 0, left: 0 }}
      >
        <OutcomePatterns />
        <CartesianGrid vertical={false} />
        <XAxis dataKey="name" tick={TICK} tickLine={false} interval="preserveStartEnd" minTickGap={8} />
        <YAxis yAxisId="count" allowDecimals={false} width={44} tick={TICK} tickLine={false} />
        <YAxis
          yAxisId="share"
          orientation="right"
          domain={[0, 100]}
          width={60}
          tick={TICK}
          tickLine={false}
          unit={`${NBSP}%`}
        />
        {COUNTED.map((outcome) => (
          <Bar
            key={outcome}
            yAxisId="count"
            dataKey={outcome}
            stackId="outcome"
            className="chart-bar"
            fill={patternUrl(outcome)}
            maxBarSize={36}
            isAnimationActive={false}
            onClick={(_bar, index) => {
              onOpen(index, outcome);
            }}
          />
        ))}
        <Line
          yAxisId="share"
          dataKey="share"
          className="chart-line"
          strokeWidth={2}
          dot={{ r: 3 }}
          isAnimationActive={false}
        />
      </ComposedChart>
    </figure>
  );
}

function rowsOf(groups: readonly ChartGroup[], metric: SlaMetric) {
  return groups.map(({ name, figures }) => {
    const { kept } = figures[metric];
    return {
      name,
      ...Object.fromEntries(COUNTED.map((outcome) => [outcome, countOf(figures[metric], outcome)])),
      // A month without an end has no share: the line leaves it out.
      share: kept === null ? null : kept * 100,
    };
  });
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
