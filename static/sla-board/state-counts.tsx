import { BOARD_STATES, type BoardOutlook, type BoardState } from '../../src/contract/sla-board';
import { Icon } from '../shared/icon';
import '../shared/lozenge.css';
import type { Words } from './words';

/** How many incidents stand how; a press shows those alone, another all again. */
export function StateCounts(props: {
  readonly words: Words;
  readonly counts: BoardOutlook['counts'];
  readonly chosen: BoardState | null;
  readonly onChoose: (state: BoardState | null) => void;
}) {
  const { words, counts, chosen, onChoose } = props;
  const { translate, format } = words;
  return (
    <div className="row" role="group" aria-label={translate('slaBoard.counts.label')}>
      {BOARD_STATES.filter((state) => counts[state] > 0 || state === chosen).map((state) => (
        <button
          key={state}
          type="button"
          className={`lozenge lozenge-${state} count`}
          aria-pressed={state === chosen}
          onClick={() => {
            onChoose(state === chosen ? null : state);
          }}
        >
          <Icon name={state} />
          {translate(`slaBoard.counts.${state}`, { count: format.number(counts[state]) })}
        </button>
      ))}
    </div>
  );
}
