import type { Level } from '../../../src/core/policy/document';
import type { LevelAxis } from '../../../src/core/policy/matrix';
import { AddForm } from '../editor/add-form';
import { ItemButtons } from '../editor/item-buttons';
import { TextEditor } from '../editor/text-editor';
import { useWorkspace } from '../workspace-context';

/** rules.md §2: 2 to 6 levels a side. */
const MOST_LEVELS = 6;

/** The levels of one axis, from the most severe on: their names, what they mean, their order. */
export function LevelsEditor({ axis }: { readonly axis: LevelAxis }) {
  const { policy, words, names } = useWorkspace();
  const list = axis === 'impact' ? 'impacts' : 'urgencies';
  const levels = policy[list];
  const id = `levels-${axis}`;
  return (
    <section className="levels" aria-labelledby={id}>
      <h3 id={id}>{names.axis(axis)}</h3>
      <ol className="items">
        {levels.map((level) => (
          <li key={level.key} className="item">
            <LevelItem axis={axis} level={level} />
          </li>
        ))}
      </ol>
      {levels.length < MOST_LEVELS ? (
        <AddForm list={list} />
      ) : (
        <p className="small subtle">{words.say('levels.most', { count: MOST_LEVELS })}</p>
      )}
    </section>
  );
}

function LevelItem({ axis, level }: { readonly axis: LevelAxis; readonly level: Level }) {
  const { words, draft } = useWorkspace();
  const { key, matrixLabel } = level;
  return (
    <>
      <div className="item-head">
        <code className="small subtle">{key}</code>
        <ItemButtons list={axis === 'impact' ? 'impacts' : 'urgencies'} item={key} />
      </div>
      <div className="level-name">
        <TextEditor place={{ kind: 'level-label', axis, level: key }} />
      </div>
      <TextEditor place={{ kind: 'level-description', axis, level: key }} isLong />
      <label className="box small">
        <input
          type="checkbox"
          checked={matrixLabel !== undefined}
          onChange={({ target }) => draft.add({ kind: 'matrix-label', axis, level: key, on: target.checked })}
        />
        {words.say('levels.ownMatrixLabel')}
      </label>
      {matrixLabel !== undefined && <TextEditor place={{ kind: 'matrix-label', axis, level: key }} />}
    </>
  );
}
