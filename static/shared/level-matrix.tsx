import { useRef, useState, type KeyboardEvent } from 'react';
import { LevelCell } from './level-cell';
import './level-matrix.css';
import { movedBy, type CellPlace } from './matrix-keys';
import { rampOf } from './priority-ramp';

/** A level of either axis, in the reader's language. */
export interface AxisLevel {
  readonly key: string;
  readonly label: string;
}

export interface LevelPair {
  readonly impact: string;
  readonly urgency: string;
}

/** A cell, whether or not both its levels are set. */
export interface CurrentLevels {
  readonly impact: string | null;
  readonly urgency: string | null;
}

export interface LevelMatrixProps {
  /** Names the grid for screen readers. */
  readonly label: string;
  /** The word in the corner, for both axes: `Impact / Urgency`. */
  readonly corner: string;
  readonly impacts: readonly AxisLevel[];
  readonly urgencies: readonly AxisLevel[];
  readonly priorityOf: (pair: LevelPair) => { readonly key: string; readonly label: string };
  /** All priority keys, the most urgent first. */
  readonly priorityOrder: readonly string[];
  readonly current: CurrentLevels;
  /** The cell looked at before it is set. */
  readonly chosen: LevelPair | null;
  /** Null where the reader may only look. */
  readonly onChoose: ((pair: LevelPair | null) => void) | null;
}

/**
 * The priority matrix with its current cell marked by a check and bold headings. One cell is in the tab order, arrow keys
 * move between cells, Enter or a click chooses one to look at, Escape drops the choice. Choosing writes nothing.
 */
export function LevelMatrix(props: LevelMatrixProps) {
  const { impacts, urgencies, current, chosen, onChoose } = props;
  const [focused, setFocused] = useState<CellPlace | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const tabStop = focused ?? placeOf(chosen ?? current, impacts, urgencies) ?? { row: 0, column: 0 };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && chosen !== null) onChoose?.(null);
    const place = movedBy(event.key, event.ctrlKey, tabStop, { rows: impacts.length, columns: urgencies.length });
    if (place === null) return;
    event.preventDefault();
    setFocused(place);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${place.row}-${place.column}"]`)?.focus();
  };

  return (
    <div className="matrix-scroll">
      <table
        ref={grid}
        className="matrix"
        role={onChoose === null ? undefined : 'grid'}
        aria-label={props.label}
        onKeyDown={onChoose === null ? undefined : onKeyDown}
      >
        <colgroup>
          <col className="matrix-heading-column" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              {props.corner}
            </th>
            {urgencies.map(({ key, label }) => (
              <th key={key} scope="col" className={key === current.urgency ? 'matrix-on' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {impacts.map((impact, row) => (
            <tr key={impact.key}>
              <th scope="row" className={impact.key === current.impact ? 'matrix-on' : undefined}>
                {impact.label}
              </th>
              {urgencies.map((urgency, column) => {
                const pair = { impact: impact.key, urgency: urgency.key };
                const priority = props.priorityOf(pair);
                return (
                  <LevelCell
                    key={urgency.key}
                    cellKey={`${row}-${column}`}
                    name={`${impact.label} × ${urgency.label}`}
                    priority={priority.label}
                    ramp={rampOf(priority.key, props.priorityOrder)}
                    isCurrent={same(pair, current)}
                    isChosen={chosen !== null && same(pair, chosen)}
                    isTabStop={tabStop.row === row && tabStop.column === column}
                    onFocus={() => {
                      setFocused({ row, column });
                    }}
                    onChoose={
                      onChoose === null
                        ? null
                        : () => {
                            onChoose(same(pair, current) ? null : pair);
                          }
                    }
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function same(a: CurrentLevels, b: CurrentLevels): boolean {
  return a.impact === b.impact && a.urgency === b.urgency;
}

function placeOf(
  levels: CurrentLevels,
  impacts: readonly AxisLevel[],
  urgencies: readonly AxisLevel[],
): CellPlace | null {
  const row = impacts.findIndex(({ key }) => key === levels.impact);
  const column = urgencies.findIndex(({ key }) => key === levels.urgency);
  return row === -1 || column === -1 ? null : { row, column };
}
