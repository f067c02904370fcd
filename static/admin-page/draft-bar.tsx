import { useState } from 'react';
import type { Finding } from '../../src/core/policy/finding';
import type { Failure } from '../shared/bridge';
import { ErrorState } from '../shared/error-state';
import { Icon } from '../shared/icon';
import { ChangeList } from './change-list';
import { ConfirmDialog } from './confirm-dialog';
import { problemWords } from './problem-words';
import { useWorkspace } from './workspace-context';

/** How a publication stands. */
export type Publication =
  | { readonly status: 'none' }
  | { readonly status: 'publishing' }
  /** Another version was published meanwhile; the draft now stands on it. */
  | { readonly status: 'overtaken' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'published'; readonly version: number };

interface BarProps {
  /** Findings of the draft and of the policy in force. */
  readonly findings: readonly Finding[];
  readonly errors: number;
  readonly publication: Publication;
  readonly onPublish: () => void;
}

/** What the draft holds and what happens to it; consequences stand here before Publish. */
export function DraftBar({ findings, errors, publication, onPublish }: BarProps) {
  const { view, draft, words, names, openTab } = useWorkspace();
  const { say } = words;
  const [isOpen, setOpen] = useState(false);
  const [asking, setAsking] = useState<'publish' | 'discard' | null>(null);
  const { steps, setAside } = draft.laid;
  const isFirst = view.published === null;
  const version = (view.published?.version ?? 0) + 1;
  const mayPublish =
    (steps.length > 0 || isFirst) && errors === 0 && draft.movedTo === null && publication.status !== 'publishing';
  return (
    <footer className="bar" aria-label={say('draft.label')}>
      {draft.movedTo !== null && (
        <div className="banner banner-warning">
          <Icon name="change" />
          <div className="stack">
            <p>
              {publication.status === 'overtaken' && <b>{say('draft.failed')} </b>}
              {say('draft.moved', { version: draft.movedTo })}
            </p>
            {setAside.length > 0 && (
              <>
                <p>{say('draft.setAside')}</p>
                <ChangeList steps={setAside} findings={findings} />
              </>
            )}
            <button type="button" className="button" onClick={draft.settle}>
              {say('draft.dismiss')}
            </button>
          </div>
        </div>
      )}
      {publication.status === 'failed' && (
        <ErrorState failure={publication.failure} title={say('draft.failed')}>
          {publication.failure.problems.map((problem) => problemWords(problem, findings, words, names)).join(' ')}{' '}
          {say('draft.kept')}
        </ErrorState>
      )}
      {isOpen && steps.length > 0 && <ChangeList steps={steps} findings={findings} onUndo={draft.undo} />}
      <div className="bar-row">
        <b>{say('draft.label')}</b>
        <span className="subtle" role="status">
          {publication.status === 'published' && steps.length === 0
            ? say('draft.published', { version: publication.version })
            : steps.length > 0
              ? say('draft.changes', { count: steps.length })
              : say(isFirst ? 'draft.firstTime' : 'draft.none')}
        </span>
        {steps.length > 0 && (
          <button
            type="button"
            className="button button-subtle"
            aria-expanded={isOpen}
            onClick={() => setOpen((open) => !open)}
          >
            {say(isOpen ? 'draft.hide' : 'draft.see')}
          </button>
        )}
        {errors > 0 && (
          <button type="button" className="button button-subtle errors" onClick={() => openTab('policy')}>
            <Icon name="breached" />
            {say('draft.errors', { count: errors })}
          </button>
        )}
        <span className="bar-actions">
          {steps.length > 0 && (
            <button type="button" className="button button-subtle" onClick={() => setAsking('discard')}>
              {say('draft.discard')}
            </button>
          )}
          <button
            type="button"
            className="button button-primary"
            disabled={!mayPublish}
            onClick={() => setAsking('publish')}
          >
            {say(publication.status === 'publishing' ? 'draft.publishing' : 'draft.publish')}
          </button>
        </span>
      </div>
      {asking === 'publish' && (
        <ConfirmDialog
          title={say('draft.confirmTitle', { version })}
          confirm={say('draft.confirm')}
          onClose={() => setAsking(null)}
          onConfirm={onPublish}
        >
          <p>{say(isFirst ? 'draft.confirmFirst' : 'draft.confirmText')}</p>
          {steps.length > 0 && <ChangeList steps={steps} findings={findings} />}
        </ConfirmDialog>
      )}
      {asking === 'discard' && (
        <ConfirmDialog
          title={say('draft.discardTitle')}
          confirm={say('draft.confirmDiscard')}
          onClose={() => setAsking(null)}
          onConfirm={draft.discard}
        >
          <p>{say('draft.discardText')}</p>
        </ConfirmDialog>
      )}
    </footer>
  );
}
