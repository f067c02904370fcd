import { Icon } from '../../shared/icon';
import '../../shared/level-matrix.css';
import { fixChanges } from '../check/fix-words';
import { Fold } from '../editor/fold';
import { LevelsEditor } from './levels-editor';
import { MatrixEditor } from './matrix-editor';
import { PrioritiesEditor } from './priorities-editor';
import { useWorkspace } from '../workspace-context';

/** The matrix with the cells that the draft changes, its levels and what they mean, and its priorities. */
export function MatrixCard() {
  const { view, policy, draft, words, names } = useWorkspace();
  const { say } = words;
  const changed = draft.laid.steps.flatMap((step) =>
    step.kind === 'fix' && step.fix.kind === 'set-cell' ? fixChanges(step.fix, view.document, words, names) : [],
  );
  const isEmpty = policy.impacts.length === 0 || policy.urgencies.length === 0;
  return (
    <section className="card" aria-labelledby="matrix">
      <h2 id="matrix">{say('matrix.title')}</h2>
      {isEmpty ? <p className="subtle">{say('matrix.empty')}</p> : <MatrixEditor />}
      {changed.map(({ place, before, after }) => (
        <p className="small change" key={place}>
          <Icon name="change" />
          <span>{say('matrix.changed', { cell: place, before, after })}</span>
        </p>
      ))}
      <Fold title={say('matrix.levels')} isEmpty={isEmpty}>
        <LevelsEditor axis="impact" />
        <LevelsEditor axis="urgency" />
      </Fold>
      <Fold title={say('priorities.title')} isEmpty={policy.priorities.length === 0}>
        <PrioritiesEditor />
      </Fold>
    </section>
  );
}
