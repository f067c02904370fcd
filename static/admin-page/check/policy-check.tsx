import { EmptyState } from '../../shared/empty-state';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import type { Decisions } from './decisions';
import { findingsOf, type FindingGroup } from './finding-groups';
import { FindingCard } from './finding-card';
import { findingWords } from './finding-words';
import { readingsWords } from './reading-words';
import type { CheckedDraft } from './use-check';
import { useWorkspace } from '../workspace-context';
import './check.css';

/** The policy check: what is undecided comes before what can be read. */
export function PolicyCheck(props: { readonly decisions: Decisions; readonly checked: CheckedDraft }) {
  const { words } = useWorkspace();
  const { say } = words;
  const { errors, toDecide, accepted, notes } = props.decisions;
  const decisions = [...errors, ...toDecide];
  const open = decisions.filter(({ state }) => state === 'open').length;
  const settled = decisions.length - open;
  const summary = [
    ...(open > 0 ? [say('check.toDecide', { count: open })] : []),
    ...(settled > 0 ? [say('check.changed', { count: settled })] : []),
  ].join(', ');
  return (
    <section className="card" aria-labelledby="check">
      <div className="row between">
        <h2 id="check">{say('check.title')}</h2>
        <span className="small subtle" role="status">
          {props.checked.checking ? say('check.checking') : summary}
        </span>
      </div>
      {props.checked.failure && (
        <ErrorState failure={props.checked.failure} title={say('error.check')} onRetry={props.checked.retry}>
          {say('error.checkStill')}
        </ErrorState>
      )}
      {decisions.length === 0 ? (
        <EmptyState title={say('check.nothing')} text="" />
      ) : (
        <ul className="findings">
          {decisions.map((decision) => (
            <FindingCard key={decision.group.lead.id} decision={decision} />
          ))}
        </ul>
      )}
      {accepted.length > 0 && <Accepted groups={accepted} />}
      {notes.length > 0 && <Notes {...props.decisions} />}
    </section>
  );
}

function Accepted({ groups }: { readonly groups: readonly FindingGroup[] }) {
  const { words, names, draft } = useWorkspace();
  return (
    <details className="fold">
      <summary>
        <Icon name="chevron" className="fold-mark" />
        {words.say('check.decided', { count: groups.length })}
      </summary>
      <ul className="notes">
        {groups.map((group) => (
          <li key={group.lead.id} className="row between">
            <span>{findingWords(group.lead, words, names).title}</span>
            <button
              type="button"
              className="button"
              onClick={() =>
                draft.add(...findingsOf(group).map(({ id }) => ({ kind: 'accept', finding: id, on: false }) as const))
              }
            >
              {words.say('check.reconsider')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Notes({ notes }: Decisions) {
  const { view, words, names } = useWorkspace();
  return (
    <details className="fold">
      <summary>
        <Icon name="chevron" className="fold-mark" />
        {words.say('check.notes', { count: notes.length })}
      </summary>
      <ul className="notes">
        {notes.map((note) => {
          const { title, explanation } = findingWords(note, words, names);
          return (
            <li key={note.id}>
              <b>{title}</b>
              <p className="small subtle">{explanation}</p>
              <dl className="before-after small">
                {readingsWords(note.readings, view.document, words, names).map(({ from, value }, i) => (
                  <div className="fact" key={i}>
                    <dt>{from}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
