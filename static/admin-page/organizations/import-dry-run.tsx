import { useState } from 'react';
import type { ImportLineRequest } from '../../../src/contract/admin-page';
import type { ImportLine, ImportReading } from '../../../src/core/policy/assignment-import';
import { Icon } from '../../shared/icon';
import { useWorkspace } from '../workspace-context';
import type { Encoding } from '../../shared/csv';
import { faultWords } from './fault-words';
import { daysWords } from './organization-words';
import { useBookNames } from './book-names';

/** Lines that are listed at once: a file may have thousands. */
const SHOWN = 100;

type Refused = Extract<ImportLine, { readonly kind: 'refused' }>;
type Good = Extract<ImportLine, { readonly kind: 'new' | 'changed' | 'same' }>;

/** What each line would do. Nothing is written before *Apply*. */
export function ImportDryRun(props: {
  readonly reading: ImportReading;
  readonly encoding: Encoding;
  readonly onApply: (lines: readonly ImportLineRequest[]) => void;
  readonly onBack: () => void;
}) {
  const { words, names } = useWorkspace();
  const { say } = words;
  const { reading, encoding, onApply, onBack } = props;
  const back = (
    <button type="button" className="button" onClick={onBack}>
      {say('organizations.import.another')}
    </button>
  );
  if (reading.kind === 'unreadable') {
    return (
      <div className="stack" role="alert">
        <p className="field-error">{say('organizations.import.unreadable')}</p>
        <ul className="told-lines">
          {reading.faults.map((fault) => (
            <li key={JSON.stringify(fault)}>{faultWords(fault, words, names)}</li>
          ))}
        </ul>
        <div>{back}</div>
      </div>
    );
  }
  const { lines, ignored } = reading;
  const refused = lines.filter((line): line is Refused => line.kind === 'refused');
  const good = lines.filter((line): line is Good => line.kind === 'new' || line.kind === 'changed');
  const count = (kind: ImportLine['kind']): number => lines.filter((line) => line.kind === kind).length;
  return (
    <div className="stack">
      <p role="status">
        <b>{say('organizations.import.wouldApply', { count: good.length })}</b>{' '}
        {say('organizations.import.counts', {
          added: words.format.number(count('new')),
          changed: words.format.number(count('changed')),
          same: words.format.number(count('same')),
          blank: words.format.number(count('blank')),
        })}
      </p>
      {encoding === 'windows-1252' && <p className="small subtle">{say('organizations.import.oldEncoding')}</p>}
      {ignored.length > 0 && (
        <p className="small subtle">
          {say('organizations.import.ignored', { columns: words.list(ignored.map(words.quote)) })}
        </p>
      )}
      {refused.length > 0 && <RefusedLines refused={refused} />}
      {good.length > 0 && <GoodLines good={good} />}
      <div className="row">
        <button
          type="button"
          className="button button-primary"
          disabled={good.length === 0}
          onClick={() => onApply(good.map(({ line, wanted }) => ({ line, ...wanted })))}
        >
          {say(refused.length > 0 ? 'organizations.import.applyGood' : 'organizations.import.apply', {
            count: good.length,
          })}
        </button>
        {back}
      </div>
    </div>
  );
}

function RefusedLines({ refused }: { readonly refused: readonly Refused[] }) {
  const { words, names } = useWorkspace();
  const { say } = words;
  const [all, setAll] = useState(false);
  return (
    <div className="banner banner-warning">
      <Icon name="near-breach" />
      <div className="stack">
        <p>
          <b>{say('organizations.import.refused', { count: refused.length })}</b>
        </p>
        <ol className="told-lines">
          {refused.slice(0, all ? refused.length : SHOWN).map(({ line, text, faults }) => (
            <li key={line}>
              <b>{say('organizations.import.line', { line })}</b> <span className="subtle">{text}</span>
              <br />
              {faults.map((fault) => faultWords(fault, words, names)).join(' ')}
            </li>
          ))}
        </ol>
        {refused.length > SHOWN && !all && (
          <button type="button" className="button" onClick={() => setAll(true)}>
            {say('organizations.import.showAll', { count: refused.length })}
          </button>
        )}
      </div>
    </div>
  );
}

function GoodLines({ good }: { readonly good: readonly Good[] }) {
  const { words, names } = useWorkspace();
  const { say } = words;
  const nameOf = useBookNames();
  const [shown, setShown] = useState(SHOWN);
  return (
    <details className="fold">
      <summary>
        <Icon name="chevron" className="fold-mark" />
        {say('organizations.import.whatItDoes')}
      </summary>
      <ol className="told-lines">
        {good.slice(0, shown).map(({ line, wanted, replaces }) => (
          <li key={line}>
            <b>{say('organizations.import.line', { line })}</b> {nameOf(wanted.organizationId)}:{' '}
            {names.plan(wanted.plan)} {daysWords(wanted, words)}
            {wanted.calendar !== null && ` · ${names.calendar(wanted.calendar)}`}
            {replaces !== null && (
              <span className="subtle">
                {' '}
                {say('organizations.import.insteadOf', {
                  plan: names.plan(replaces.plan),
                  days: daysWords(replaces, words),
                })}
              </span>
            )}
          </li>
        ))}
      </ol>
      {good.length > shown && (
        <button type="button" className="button" onClick={() => setShown((n) => n + SHOWN)}>
          {say('organizations.more')}
        </button>
      )}
    </details>
  );
}
