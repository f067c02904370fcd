import { SLA_METRICS } from '../../../src/core/policy/document';
import { goalSetting } from '../../../src/core/policy/goals';
import { LANGUAGES } from '../../../src/core/policy/text';
import { Fold } from '../editor/fold';
import { TypedField } from '../editor/typed-field';
import { useWorkspace } from '../workspace-context';

/** The source's own table of targets, word for word: what it says is compared with the targets, and its languages too. */
export function PublishedCells() {
  const { policy, words, names, draft } = useWorkspace();
  const { say } = words;
  const goals = policy.priorities.flatMap(({ key: priority }) =>
    policy.plans.flatMap(({ key: plan }) => SLA_METRICS.map((metric) => ({ plan, priority, metric }))),
  );
  return (
    <Fold title={say('targets.published')}>
      <p className="small subtle">{say('edit.sourceHelp')}</p>
      <div className="scroll" role="region" aria-label={say('targets.published')} tabIndex={0}>
        <table className="targets published-cells">
          <thead>
            <tr>
              <th scope="col">{say('targets.target')}</th>
              {LANGUAGES.map((language) => (
                <th key={language} scope="col">
                  {say(`language.${language}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {goals.map((place) => {
              const goal = goalSetting(policy, place.plan, place.priority, place.metric);
              if (goal === undefined) return null;
              const name = names.goal(place);
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {LANGUAGES.map((language) => (
                    <td key={language}>
                      <TypedField
                        label={say('publishedIn', { place: name, language: say(`language.${language}`) })}
                        isLabelHidden
                        className="published-field"
                        lang={language}
                        value={goal.published[language] ?? ''}
                        onCommit={(typed) => {
                          draft.add({ kind: 'goal-published', ...place, language, text: typed === '' ? null : typed });
                          return null;
                        }}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Fold>
  );
}
