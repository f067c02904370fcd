import { PolicyTextView } from './policy-text-view';
import { useWorkspace } from '../workspace-context';

/** The policy's prose: its clauses in order, and what it asks of the customer. */
export function TextsCard() {
  const { policy, words, names } = useWorkspace();
  const priorities = words.list(policy.duty.priorities.map(names.priority));
  return (
    <section className="card" aria-labelledby="texts">
      <h2 id="texts">{words.say('text.title')}</h2>
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
    </section>
  );
}
