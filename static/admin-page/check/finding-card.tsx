import { Icon } from '../../shared/icon';
import type { Decision } from './decisions';
import { findingsOf } from './finding-groups';
import { findingWords } from './finding-words';
import { FindingActions } from './finding-actions';
import { fixChanges } from './fix-words';
import { InclusionChoices } from './inclusion-choices';
import { readingsWords } from './reading-words';
import { useWorkspace } from '../workspace-context';

/** One thing to decide: what was found, its readings side by side, and what can be done. */
export function FindingCard({ decision }: { readonly decision: Decision }) {
  const { words, names, view } = useWorkspace();
  const { lead, others } = decision.group;
  const { title, explanation } = findingWords(lead, words, names);
  const place = names.place(lead.place);
  const made = decision.steps.flatMap((step) => (step.kind === 'fix' ? [step.fix] : []));
  const readings = readingsWords(lead.readings, view.document, words, names, made);
  const isOpen = decision.state === 'open';
  const tellsPlace =
    lead.family === 'text' && lead.code !== 'access-not-stated' && !`${title} ${explanation}`.includes(place);
  return (
    <li
      className={['finding', isOpen && 'finding-open', lead.severity === 'error' && 'finding-error']
        .filter(Boolean)
        .join(' ')}
    >
      <div className="finding-words">
        <Icon name={!isOpen ? 'met' : lead.severity === 'error' ? 'breached' : 'near-breach'} />
        <div>
          <h3>{title}</h3>
          <p className="small subtle">{explanation}</p>
          {others.map((other) => {
            const also = findingWords(other, words, names);
            return (
              <p className="small subtle" key={other.id}>
                {words.say('check.also', { title: also.title, explanation: also.explanation })}
              </p>
            );
          })}
          {tellsPlace && <p className="small subtle">{words.say('check.where', { place })}</p>}
        </div>
      </div>
      {readings.length > 0 && (
        <ul className="readings">
          {readings.map(({ from, value, note, isChosen }, i) => (
            <li key={i} className={isChosen ? 'reading reading-chosen' : 'reading'}>
              <p className="label">{from}</p>
              <p className={value.length > 24 ? 'reading-text' : 'reading-value'}>{value}</p>
              {note !== null && <p className="small subtle">{note}</p>}
            </li>
          ))}
        </ul>
      )}
      {lead.code === 'access-not-stated' ? (
        <InclusionChoices entitlement={lead.facts.entitlement} />
      ) : (
        isOpen && lead.fix !== null && <WhatChanges decision={decision} />
      )}
      <FindingActions decision={decision} findings={findingsOf(decision.group)} />
    </li>
  );
}

/** What the suggested fix does: at once where it is short, behind a fold where it is prose. */
function WhatChanges({ decision }: { readonly decision: Decision }) {
  const { words, names, view } = useWorkspace();
  const { fix } = decision.group.lead;
  if (fix === null) return null;
  const changes = fixChanges(fix, view.document, words, names);
  const first = changes[0];
  if (!first) return null;
  if (fix.kind !== 'set-shown') {
    return (
      <p className="small change">
        <Icon name="change" />
        <span>{words.say('change', { place: first.place, before: first.before, after: first.after })}</span>
      </p>
    );
  }
  return (
    <details className="fold small">
      <summary>
        <Icon name="chevron" className="fold-mark" />
        {words.say('check.changes', { place: names.place(fix.place) })}
      </summary>
      {changes.map(({ place, before, after }) => (
        <dl className="before-after" key={place}>
          <dt>{words.say('check.before')}</dt>
          <dd>{before}</dd>
          <dt>{words.say('check.after')}</dt>
          <dd>{after}</dd>
        </dl>
      ))}
    </details>
  );
}
