import { Choice } from '../choice';
import { useWorkspace } from '../workspace-context';
import { GroupChoice } from './group-choice';
import { ToldPriorities } from './told-priorities';

/** Through what people are told, of which priorities, in which language, and whether by night. */
export function AlertChannels() {
  const { policy, words, draft } = useWorkspace();
  const { say } = words;
  const { alerts } = policy;
  return (
    <section className="card" aria-labelledby="alert-channels">
      <h2 id="alert-channels">{say('alerts.channels')}</h2>
      <div>
        <label className="box">
          <input type="checkbox" checked disabled aria-describedby="alert-fields-help" />
          <span>
            {say('alerts.fields')}
            <span className="small subtle help" id="alert-fields-help">
              {say('alerts.fieldsHelp')}
            </span>
          </span>
        </label>
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
      </div>
      <GroupChoice />
      <ToldPriorities />
      <label className="box">
        <input
          type="checkbox"
          checked={alerts.quietOutsideHours}
          onChange={({ target }) => draft.add({ kind: 'quiet-hours', on: target.checked })}
        />
        <span>
          {say('setting.quietHours')}
          <span className="small subtle help">{words.translate('assumptions.quiet-hours.explanation')}</span>
        </span>
      </label>
      <label className="choice">
        <span className="label">{say('alerts.language')}</span>
        <span>
          <Choice
            label={say('alerts.language')}
            value={alerts.language}
            options={[
              ['en', say('language.en')],
              ['fr', say('language.fr')],
            ]}
            onChoose={(language) => draft.add({ kind: 'alerts', alert: 'language', alerts: { language } })}
          />
        </span>
      </label>
    </section>
  );
}
