import type { FlagCount, FlagPreviewView } from '../../../src/contract/alerts';
import { PriorityBadge } from '../../shared/priority-badge';
import { useWorkspace } from '../workspace-context';
import { flagTotals, thresholdsIn } from './flag-totals';

const SUMS = ['flags', 'comments', 'mails'] as const;

/** Flags by day and priority, with what was told of them. */
export function FlagsByDay({ view: { dates, counts } }: { readonly view: FlagPreviewView }) {
  const { policy, words, names } = useWorkspace();
  const { say, format } = words;
  const order = policy.priorities.map(({ key }) => key);
  const cells = (isWanted: (count: FlagCount) => boolean) => {
    const sums = flagTotals(counts, isWanted);
    return [
      ...order.map((key) => flagTotals(counts, (count) => isWanted(count) && count.priority === key).flags),
      ...SUMS.map((sum) => sums[sum]),
    ].map((figure, i) => (
      <td key={order[i] ?? SUMS[i - order.length]} className="figure">
        {format.number(figure)}
      </td>
    ));
  };
  return (
    <div className="scroll" role="region" aria-label={say('alerts.byDay')} tabIndex={0}>
      <table className="targets flag-table">
        <caption className="visually-hidden">{say('alerts.byDay')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('alerts.day')}</th>
            {order.map((key) => (
              <th key={key} scope="col" className="figure">
                <PriorityBadge priority={key} label={names.priority(key)} order={order} />
              </th>
            ))}
            {SUMS.map((sum) => (
              <th key={sum} scope="col" className="figure">
                {say(`alerts.${sum}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dates.map((date) => (
            <tr key={date}>
              <th scope="row">{format.date(date)}</th>
              {cells((count) => count.date === date)}
            </tr>
          ))}
          <tr className="flag-sums">
            <th scope="row">{say('alerts.week')}</th>
            {cells(() => true)}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Flags by the warning that was reached. */
export function FlagsByKind({ view: { counts } }: { readonly view: FlagPreviewView }) {
  const { words } = useWorkspace();
  const { say, format } = words;
  return (
    <table className="targets flag-table">
      <caption className="visually-hidden">{say('alerts.byKind')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('alerts.kind')}</th>
          {SUMS.map((sum) => (
            <th key={sum} scope="col" className="figure">
              {say(`alerts.${sum}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {thresholdsIn(counts).map((threshold) => {
          const text = JSON.stringify(threshold);
          const sums = flagTotals(counts, (count) => JSON.stringify(count.threshold) === text);
          return (
            <tr key={text}>
              <th scope="row">{kindText(threshold)}</th>
              {SUMS.map((sum) => (
                <td key={sum} className="figure">
                  {format.number(sums[sum])}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );

  function kindText(threshold: FlagCount['threshold']): string {
    switch (threshold.kind) {
      case 'percent':
        return format.percent(threshold.percent / 100);
      case 'remaining':
        return say('threshold.remaining', { remaining: words.duration(threshold.remaining) });
      case 'breach':
        return say('alerts.breach');
    }
  }
}
