import { EditableCard } from '../editor/editable-card';
import { useWorkspace } from '../workspace-context';
import { PolicyTextView } from './policy-text-view';
import { TextsEditor } from './texts-editor';

/** The policy's prose: its clauses in order, and what it asks of the customer. */
export function TextsCard() {
  const { policy, words } = useWorkspace();
  return (
    <EditableCard
      id="texts"
      title={words.say('text.title')}
      isEmpty={policy.clauses.length === 0}
      read={<Texts />}
      write={<TextsEditor />}
    />
  );
}

function Texts() {
  const { policy, words, names } = useWorkspace();
  const priorities = words.list(policy.duty.priorities.map(names.priority));
  return (
    <>
      {policy.updated && (
        <div className="small subtle">
          <PolicyTextView text={policy.updated.text} />
        </div>
      )}
      <ol className="clauses">
        {policy.clauses.map(({ key, text }) => (
          <li key={key}>
            <PolicyTextView text={text} />
          </li>
        ))}
      </ol>
      {policy.duty.priorities.length > 0 && (
        <>
          <h3>{words.say('text.duty', { priorities })}</h3>
          <PolicyTextView text={policy.duty.text} />
        </>
      )}
    </>
  );
}
