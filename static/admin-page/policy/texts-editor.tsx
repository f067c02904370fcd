import { isKey } from '../../../src/core/policy/edit/key-from';
import { AddForm } from '../editor/add-form';
import { ItemButtons } from '../editor/item-buttons';
import { TextEditor } from '../editor/text-editor';
import { TypedField } from '../editor/typed-field';
import { useWorkspace } from '../workspace-context';

/** The title and date, the clauses in order, and what the policy asks of the customer, to be written. */
export function TextsEditor() {
  const { policy, words, draft } = useWorkspace();
  const { say } = words;
  return (
    <>
      <TextEditor place={{ kind: 'title' }} />
      <div className="choices">
        <label className="choice">
          <span className="label">{say('setting.updated')}</span>
          <input
            type="date"
            className="field"
            value={policy.updated?.date ?? ''}
            onChange={({ target }) => draft.add({ kind: 'updated', date: target.value === '' ? null : target.value })}
          />
        </label>
        <TypedField
          label={say('setting.key')}
          className="key-field"
          value={policy.key}
          help={say('text.keyHelp')}
          onCommit={(typed) => {
            if (!isKey(typed)) return say('add.badKey', { key: typed });
            draft.add({ kind: 'policy-key', key: typed });
            return null;
          }}
        />
      </div>
      {policy.updated && <TextEditor place={{ kind: 'updated' }} />}
      <h3>{say('text.clauses')}</h3>
      <ol className="items numbered">
        {policy.clauses.map(({ key }) => (
          <li key={key} className="item clause">
            <TextEditor place={{ kind: 'clause', clause: key }} isLong />
            <div className="item-head">
              <code className="small subtle">{key}</code>
              <ItemButtons list="clauses" item={key} />
            </div>
          </li>
        ))}
      </ol>
      <AddForm list="clauses" />
      <Duty />
    </>
  );
}

function Duty() {
  const { policy, words, names, draft } = useWorkspace();
  const { say } = words;
  return (
    <>
      <h3>{say('setting.duty')}</h3>
      <fieldset>
        <legend className="small subtle">{say('text.dutyWhen')}</legend>
        <div className="boxes">
          {policy.priorities.map(({ key }) => (
            <label key={key} className="box">
              <input
                type="checkbox"
                checked={policy.duty.priorities.includes(key)}
                onChange={({ target }) => draft.add({ kind: 'duty-priority', priority: key, on: target.checked })}
              />
              {names.priority(key)}
            </label>
          ))}
        </div>
      </fieldset>
      <TextEditor place={{ kind: 'duty' }} isLong />
    </>
  );
}
