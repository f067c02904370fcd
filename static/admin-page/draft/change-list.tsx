import type { Finding } from '../../../src/core/policy/finding';
import { Icon } from '../../shared/icon';
import { changeWords, stepKey, type Step } from './step';
import { useWorkspace } from '../workspace-context';

/** The changes of a draft: where, what stands there now and what then; each can be undone alone. */
export function ChangeList(props: {
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
  readonly onUndo?: (steps: readonly Step[]) => void;
}) {
  const { view, words, names } = useWorkspace();
  const { steps, findings, onUndo } = props;
  return (
    <ul className="changes">
      {steps.map((step) => {
        const changes = changeWords(step, { base: view.document, findings, words, names });
        return (
          <li key={stepKey(step)} className="change-row">
            <Icon name="change" />
            <div>
              {changes.map(({ place, before, after }) => (
                <p key={place}>
                  <b>{place}</b> <span className="change-values">{words.say('fromTo', { before, after })}</span>
                </p>
              ))}
            </div>
            {onUndo && (
              <button
                type="button"
                className="button button-subtle"
                aria-label={words.say('draft.undo', { place: changes[0]?.place ?? '' })}
                onClick={() => onUndo([step])}
              >
                <Icon name="undo" />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
