import { useId, useState } from 'react';
import type { Problem } from '../../../src/contract/answer';
import { withSiteOf } from '../../../src/core/policy/fit-to-site';
import type { PolicyDocument } from '../../../src/core/policy/document';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { call } from '../admin-call';
import { Fold } from '../editor/fold';
import { useWorkspace } from '../workspace-context';
import { documentProblemWords } from './document-problem-words';

/** Problems that are listed at once: a file of another kind may have thousands. */
const SHOWN = 50;

type Outcome =
  | { readonly kind: 'read'; readonly document: PolicyDocument }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'taken' };

/**
 * A policy from a file or a text. It is read whole or refused with all that is wrong; only then, and only when the admin says
 * so, does it take the draft's place. What was in the draft before comes back with *Undo*.
 */
export function ImportPolicy() {
  const { policy, words, draft, openTab } = useWorkspace();
  const { say } = words;
  const [pasted, setPasted] = useState('');
  const [keepsSite, setKeepsSite] = useState(true);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const id = useId();

  const read = async (text: string): Promise<void> => {
    setBusy(true);
    const answer = await call('readPolicy', { text });
    setBusy(false);
    setOutcome(answer.ok ? { kind: 'read', document: answer.data.document } : { kind: 'refused', failure: answer });
  };
  const take = (document: PolicyDocument): void => {
    draft.add({ kind: 'start', from: 'file', document: keepsSite ? withSiteOf(document, policy) : document });
    setOutcome({ kind: 'taken' });
    setPasted('');
  };
  return (
    <div className="stack exchange">
      <p className="small subtle" id={`${id}-help`}>
        {say('exchange.importHelp')}
      </p>
      <label className="choice">
        <span className="label">{say('exchange.file')}</span>
        <input
          type="file"
          className="field"
          accept=".json,application/json"
          disabled={busy}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void file.text().then(read);
            target.value = '';
          }}
        />
      </label>
      <Fold title={say('exchange.orPaste')}>
        <div className="stack">
          <textarea
            className="field paste"
            rows={6}
            aria-label={say('exchange.paste')}
            value={pasted}
            onChange={({ target }) => setPasted(target.value)}
          />
          <div>
            <button
              type="button"
              className="button"
              disabled={busy || pasted.trim() === ''}
              onClick={() => void read(pasted)}
            >
              {say('exchange.check')}
            </button>
          </div>
        </div>
      </Fold>
      {outcome?.kind === 'refused' && <Refused failure={outcome.failure} />}
      {outcome?.kind === 'read' && (
        <div className="stack" role="status">
          <p>
            <b>{say('exchange.read', { title: words.pick(outcome.document.title.shown) || outcome.document.key })}</b>{' '}
            {say('exchange.replaces')}
          </p>
          <label className="box">
            <input type="checkbox" checked={keepsSite} onChange={({ target }) => setKeepsSite(target.checked)} />
            <span>
              {say('exchange.keepSite')}
              <span className="small subtle help">{say('exchange.keepSiteHelp')}</span>
            </span>
          </label>
          <div className="row">
            <button type="button" className="button button-primary" onClick={() => take(outcome.document)}>
              {say('exchange.take')}
            </button>
            <button type="button" className="button" onClick={() => setOutcome(null)}>
              {say('exchange.cancel')}
            </button>
          </div>
        </div>
      )}
      {outcome?.kind === 'taken' && (
        <p className="row undo" role="status">
          <Icon name="check" /> {say('exchange.taken')}
          <button type="button" className="button" onClick={() => openTab('policy')}>
            {say('exchange.look')}
          </button>
        </p>
      )}
    </div>
  );
}

function Refused({ failure }: { readonly failure: Failure }) {
  const { words } = useWorkspace();
  const { say } = words;
  const { problems } = failure;
  return (
    <div className="stack">
      <ErrorState failure={failure} title={say('exchange.refused', { count: problems.length })}>
        {say('exchange.kept')}
      </ErrorState>
      <ul className="told-lines problems">
        {problems.slice(0, SHOWN).map((problem: Problem, index) => (
          <li key={`${String(index)} ${problem.path}`}>
            {problem.path !== '' && <code>{problem.path}</code>} {documentProblemWords(problem, words)}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && (
        <p className="small subtle">{say('exchange.more', { count: problems.length - SHOWN })}</p>
      )}
    </div>
  );
}
