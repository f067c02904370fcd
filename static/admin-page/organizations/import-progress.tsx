import { useState } from 'react';
import type { ImportView } from '../../../src/contract/admin-page';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { call } from '../admin-call';
import { useWorkspace } from '../workspace-context';
import { useBookNames } from './book-names';
import { refusalWords } from './fault-words';

/** How far an import has come and what came of it. It goes on when the page is closed. */
export function ImportProgress(props: {
  readonly status: ImportView;
  readonly onStatus: (status: ImportView) => void;
  readonly onDismiss: () => void;
}) {
  const { words, names } = useWorkspace();
  const { say } = words;
  const nameOf = useBookNames();
  const { status, onStatus, onDismiss } = props;
  const [failure, setFailure] = useState<Failure | null>(null);
  const { progress, counts, refused } = status;
  const total = progress.total ?? 0;
  const ask = async (key: 'stopImport' | 'resumeImport'): Promise<void> => {
    const outcome = await call(key, { runId: progress.runId });
    setFailure(outcome.ok ? null : outcome);
    if (outcome.ok && outcome.data !== null) onStatus(outcome.data);
  };
  const number = (value: number): string => words.format.number(value);
  return (
    <section className="import" aria-label={say('organizations.import.title')}>
      <label className="choice">
        <span>
          <b>{say(`organizations.import.state.${progress.state}`)}</b>{' '}
          {say('organizations.import.done', { done: number(progress.done), total: number(total) })}
        </span>
        <progress max={Math.max(1, total)} value={progress.done} />
      </label>
      <p className="small subtle" role="status">
        {say('organizations.import.result', {
          written: number(counts.written),
          same: number(counts.same),
          refused: number(counts.refused),
        })}{' '}
        {progress.state === 'running' &&
          say(status.phase === 'tickets' ? 'organizations.import.tickets' : 'organizations.import.goesOn')}
      </p>
      {refused.length > 0 && (
        <ol className="told-lines">
          {refused.map(({ line, organizationId, problem }) => (
            <li key={line}>
              <b>{say('organizations.import.line', { line })}</b> {nameOf(organizationId)}:{' '}
              {refusalWords(problem, words, names)}
            </li>
          ))}
        </ol>
      )}
      {counts.refused > refused.length && (
        <p className="small subtle">
          {say('organizations.import.moreRefused', { count: counts.refused - refused.length })}
        </p>
      )}
      {failure && <ErrorState failure={failure} />}
      <div className="row">
        {(progress.state === 'running' || progress.state === 'paused') && (
          <button type="button" className="button" onClick={() => void ask('stopImport')}>
            {say('organizations.import.stop')}
          </button>
        )}
        {progress.state === 'stopped' && (
          <button type="button" className="button" onClick={() => void ask('resumeImport')}>
            {say('organizations.import.goOn')}
          </button>
        )}
        {(progress.state === 'finished' || progress.state === 'stopped') && (
          <button type="button" className="button button-subtle" onClick={onDismiss}>
            {say('organizations.import.close')}
          </button>
        )}
      </div>
    </section>
  );
}
