import { Choice } from '../choice';
import { TypedField } from '../editor/typed-field';
import { useWorkspace } from '../workspace-context';

/** How people are told of what comes due, and in which language. */
export function AlertsFields() {
  const { policy, words, draft } = useWorkspace();
  const { say } = words;
  const { alerts } = policy;
  return (
    <section className="card" aria-labelledby="alerts">
      <h2 id="alerts">{say('setting.alerts')}</h2>
      {(['comment', 'notify'] as const).map((alert) => (
        <label key={alert} className="box">
          <input
            type="checkbox"
            checked={alerts[alert]}
            onChange={({ target }) => draft.add({ kind: 'alerts', alert, alerts: { [alert]: target.checked } })}
          />
          {say(`alerts.${alert}`)}
        </label>
      ))}
      <div className="choices">
        <label className="choice">
          <span className="label">{say('alerts.language')}</span>
          <Choice
            label={say('alerts.language')}
            value={alerts.language}
            options={[
              ['en', say('language.en')],
              ['fr', say('language.fr')],
            ]}
            onChoose={(language) => draft.add({ kind: 'alerts', alert: 'language', alerts: { language } })}
          />
        </label>
        <TypedField
          label={say('alerts.unassignedGroup')}
          value={alerts.unassignedGroup ?? ''}
          help={say('alerts.groupHelp')}
          onCommit={(typed) => {
            const group = typed.trim();
            draft.add({
              kind: 'alerts',
              alert: 'unassignedGroup',
              alerts: { unassignedGroup: group === '' ? null : group },
            });
            return null;
          }}
        />
      </div>
    </section>
  );
}
