import { useRef, useState, type KeyboardEvent } from 'react';
import type { Level } from '../../../src/core/policy/document';
import { cellOf } from '../../../src/core/policy/matrix';
import { placeKey } from '../../../src/core/policy/place';
import { movedBy, type CellPlace } from '../../shared/matrix-keys';
import { rampOf } from '../../shared/priority-ramp';
import { useWorkspace } from '../workspace-context';

/**
 * The matrix as a grid of choices. One cell is in the tab order; arrow keys move between cells, a figure takes the priority
 * of that place in the order, Space opens the choices.
 */
export function MatrixEditor() {
  const { policy, words, names } = useWorkspace();
  const { say } = words;
  const { impacts, urgencies } = policy;
  const [focused, setFocused] = useState<CellPlace>({ row: 0, column: 0 });
  const grid = useRef<HTMLTableElement>(null);
  // A level may have gone since.
  const tabStop = {
    row: Math.min(focused.row, impacts.length - 1),
    column: Math.min(focused.column, urgencies.length - 1),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const place = movedBy(event.key, event.ctrlKey, tabStop, { rows: impacts.length, columns: urgencies.length });
    if (place === null) return;
    event.preventDefault();
    setFocused(place);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${place.row}-${place.column}"]`)?.focus();
  };
  return (
    <>
      <div className="scroll matrix-scroll">
        <table
          ref={grid}
          className="matrix matrix-editor"
          role="grid"
          aria-label={say('matrix.label')}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col" className="matrix-corner">
                {say('matrix.corner')}
              </th>
              {urgencies.map(({ key }) => (
                <th key={key} scope="col">
                  {names.level('urgency', key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {impacts.map((impact, row) => (
              <tr key={impact.key}>
                <th scope="row">
                  <b>{names.level('impact', impact.key)}</b>
                  <span className="level-hint">{firstSentence(words.pick(impact.description.shown))}</span>
                </th>
                {urgencies.map((urgency, column) => (
                  <Cell
                    key={urgency.key}
                    impact={impact}
                    urgency={urgency}
                    place={`${row}-${column}`}
                    isTabStop={tabStop.row === row && tabStop.column === column}
                    onFocus={() => setFocused({ row, column })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small subtle keys-help">{say('matrix.keys')}</p>
    </>
  );
}

function Cell(props: {
  readonly impact: Level;
  readonly urgency: Level;
  readonly place: string;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
}) {
  const { view, policy, words, names, draft } = useWorkspace();
  const { place, isTabStop, onFocus } = props;
  const [impact, urgency] = [props.impact.key, props.urgency.key];
  const priority = cellOf(policy, impact, urgency) ?? '';
  const order = policy.priorities.map(({ key }) => key);
  const isChanged = priority !== (cellOf(view.document, impact, urgency) ?? '');
  const choose = (chosen: string | undefined): void => {
    if (chosen === undefined || !order.includes(chosen)) return;
    draft.add({ kind: 'fix', fix: { kind: 'set-cell', impact, urgency, priority: chosen } });
  };
  return (
    <td role="gridcell">
      <select
        className={`matrix-cell ramp-${rampOf(priority, order)}${isChanged ? ' matrix-changed' : ''}`}
        data-cell={place}
        tabIndex={isTabStop ? 0 : -1}
        aria-label={names.place({ kind: 'cell', impact, urgency })}
        id={`place-${placeKey({ kind: 'cell', impact, urgency })}`}
        value={order.includes(priority) ? priority : ''}
        onFocus={onFocus}
        onKeyDown={({ key }) => {
          if (/^[1-9]$/.test(key)) choose(order[Number(key) - 1]);
        }}
        onChange={({ target }) => choose(target.value)}
      >
        {!order.includes(priority) && <option value="">{words.say('matrix.hole')}</option>}
        {order.map((key) => (
          <option key={key} value={key}>
            {names.priority(key)}
          </option>
        ))}
      </select>
    </td>
  );
}

function firstSentence(text: string): string {
  return /^[^.]*\.?/.exec(text)?.[0] ?? '';
}
