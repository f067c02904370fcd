import { useWorkspace } from '../workspace-context';
import { withTold } from './told-priorities-step';

/** Which priorities comments and mails tell of. */
export function ToldPriorities() {
  const { policy, words, names, draft } = useWorkspace();
  const { say } = words;
  const { priorities } = policy.alerts;
  return (
    <fieldset aria-describedby="told-help">
      <legend className="label">{say('setting.toldPriorities')}</legend>
      <p className="small subtle" id="told-help">
        {say('alerts.prioritiesHelp')}
      </p>
      <div className="choices">
        {policy.priorities.map(({ key }) => (
          <label key={key} className="box">
            <input
              type="checkbox"
              checked={priorities === null || priorities.includes(key)}
              onChange={({ target }) =>
                draft.add({ kind: 'told-priorities', priorities: withTold(policy, key, target.checked) })
              }
            />
            {names.priority(key)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
