import type { Level } from '../../../src/core/policy/document';
import { askMatrix, type LevelAxis } from '../../../src/core/policy/matrix';
import { Icon } from '../../shared/icon';
import { LevelMatrix } from '../../shared/level-matrix';
import { fixChanges } from '../check/fix-words';
import { PolicyTextView } from './policy-text-view';
import { useWorkspace } from '../workspace-context';

/** The matrix, its cells that the draft changes, and what each level means. */
export function MatrixCard() {
  const { view, policy, draft, words, names } = useWorkspace();
  const { say } = words;
  const axis = (which: LevelAxis, levels: readonly Level[]) =>
    levels.map(({ key }) => ({ key, label: names.level(which, key) }));
  const changed = draft.laid.steps.flatMap((step) =>
    step.kind === 'fix' && step.fix.kind === 'set-cell' ? fixChanges(step.fix, view.document, words, names) : [],
  );
  return (
    <section className="card" aria-labelledby="matrix">
      <h2 id="matrix">{say('matrix.title')}</h2>
      <LevelMatrix
        label={say('matrix.label')}
        corner={say('matrix.corner')}
        impacts={axis('impact', policy.impacts)}
        urgencies={axis('urgency', policy.urgencies)}
        priorityOf={({ impact, urgency }) => {
          const answer = askMatrix(policy, impact, urgency);
          const key = answer.kind === 'derived' ? answer.priority : '';
          return { key, label: key === '' ? say('none') : names.priority(key) };
        }}
        priorityOrder={policy.priorities.map(({ key }) => key)}
        current={{ impact: null, urgency: null }}
        chosen={null}
        onChoose={null}
      />
      {changed.map(({ place, before, after }) => (
        <p className="small change" key={place}>
          <Icon name="change" />
          <span>{say('matrix.changed', { cell: place, before, after })}</span>
        </p>
      ))}
      <details className="fold">
        <summary>
          <Icon name="chevron" className="fold-mark" />
          {say('matrix.levels')}
        </summary>
        <Levels axis="impact" levels={policy.impacts} />
        <Levels axis="urgency" levels={policy.urgencies} />
      </details>
    </section>
  );
}

function Levels({ axis, levels }: { readonly axis: LevelAxis; readonly levels: readonly Level[] }) {
  const { names } = useWorkspace();
  return (
    <div className="levels">
      <h3>{names.axis(axis)}</h3>
      <dl>
        {levels.map((level) => (
          <div key={level.key}>
            <dt>{names.level(axis, level.key)}</dt>
            <dd>
              <PolicyTextView text={level.description} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
