import { Icon } from './icon';
import './lozenge.css';
import type { Ramp } from './priority-ramp';

/** One cell of the matrix: its priority on a shade of grey; the current one with a check, the chosen one outlined. */
export function LevelCell(props: {
  readonly cellKey: string;
  /** `Moderate × High` */
  readonly name: string;
  readonly priority: string;
  readonly ramp: Ramp;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onChoose: (() => void) | null;
}) {
  const { isCurrent, isChosen, onChoose } = props;
  const look = `matrix-cell ramp-${props.ramp}${isCurrent ? ' matrix-current' : ''}${isChosen ? ' matrix-chosen' : ''}`;
  const content = (
    <>
      {isCurrent && <Icon name="check" />}
      {props.priority}
    </>
  );
  if (onChoose === null) {
    return (
      <td aria-current={isCurrent ? 'true' : undefined}>
        <span className={look}>{content}</span>
      </td>
    );
  }
  return (
    <td role="gridcell" aria-selected={isCurrent}>
      <button
        type="button"
        className={look}
        data-cell={props.cellKey}
        tabIndex={props.isTabStop ? 0 : -1}
        aria-label={`${props.name}: ${props.priority}`}
        aria-pressed={isChosen}
        onFocus={props.onFocus}
        onClick={onChoose}
      >
        {content}
      </button>
    </td>
  );
}
