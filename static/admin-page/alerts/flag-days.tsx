import type { FlagPreviewView } from '../../../src/contract/alerts';
import { rampOf } from '../../shared/priority-ramp';
import { useWorkspace } from '../workspace-context';
import { flagTotals } from './flag-totals';

const HEIGHT = 96;
const COLUMN = 36;
const BAR = 24;

/** A bar a day, its priorities stacked with the most urgent at the foot. The table beside it says the same in figures. */
export function FlagDays({ view }: { readonly view: FlagPreviewView }) {
  const { policy } = useWorkspace();
  const { dates, counts } = view;
  const order = policy.priorities.map(({ key }) => key);
  const flagsOn = (date: string, priority: string | null): number =>
    flagTotals(counts, (count) => count.date === date && (priority === null || count.priority === priority)).flags;
  const most = Math.max(1, ...dates.map((date) => flagsOn(date, null)));
  return (
    <svg
      className="flag-days"
      viewBox={`0 0 ${String(dates.length * COLUMN)} ${String(HEIGHT + 1)}`}
      aria-hidden="true"
      focusable="false"
    >
      {dates.map((date, day) => {
        let top = HEIGHT;
        return order.map((priority) => {
          const height = (flagsOn(date, priority) / most) * HEIGHT;
          top -= height;
          const x = day * COLUMN + (COLUMN - BAR) / 2;
          return (
            <rect
              key={`${date} ${priority}`}
              className={`flag-bar flag-bar-${String(rampOf(priority, order))}`}
              x={x}
              y={top}
              width={BAR}
              height={height}
            />
          );
        });
      })}
      <line className="flag-base" x1={0} x2={dates.length * COLUMN} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
    </svg>
  );
}
