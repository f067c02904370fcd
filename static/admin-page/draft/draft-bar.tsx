import { useState } from 'react';
import type { Finding } from '../../../src/core/policy/finding';
import type { Failure } from '../../shared/bridge';
import { ErrorState } from '../../shared/error-state';
import { Icon } from '../../shared/icon';
import { ChangeList } from './change-list';
import { ConfirmChange } from './confirm-change';
import { PreviewPanel, PreviewSummary } from './preview-panel';
import { problemWords } from './problem-words';
import { useFloatingBar } from './use-floating-bar';
import type { Preview } from './use-preview';
import { MeanwhileChanges } from '../versions/meanwhile-changes';
import { useWorkspace } from '../workspace-context';
import './draft-bar.css';

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
  /** How many of them refuse publication. */
  readonly errors: number;
  readonly publication: Publication;
  readonly preview: Preview;
  /** The guide is open for the first time: it publishes with its last step, so that the bar only shows what changed. */
  readonly isGuided: boolean;
  readonly onPublish: () => void;
}

/** What the draft holds and what happens to it; consequences stand here before Publish. */
export function DraftBar(props: BarProps) {
  const { view, draft, words } = useWorkspace();
  const { say } = words;
  const { bar, strips } = useFloatingBar();
  const [asking, setAsking] = useState<'publish' | 'discard' | null>(null);
  const { steps } = draft.laid;
  const close = (): void => setAsking(null);
  const { preview } = props;
  const ask = (what: 'publish' | 'discard'): void => {
    setAsking(what);
    // Consequences stand here before anything counts; the first publication of new tickets alone has none.
    if (what === 'publish' && (preview.view === null || preview.isStale) && !preview.isStarting) preview.start();
  };
  return (
    <>
      <div ref={strips} className="strips" aria-hidden="true" />
      <footer ref={bar} className="bar" aria-label={say('draft.label')}>
        <Overtaken {...props} />
        <Refused {...props} />
        {asking === null && <BarRow {...props} onAsk={ask} />}
        {asking === 'publish' && (
          <ConfirmChange
            title={say('draft.confirmTitle', { version: (view.published?.version ?? 0) + 1 })}
            text={say(view.published === null ? 'draft.confirmFirst' : 'draft.confirmText')}
            confirm={say('draft.confirm')}
            onClose={close}
            onConfirm={props.onPublish}
          >
            <PreviewPanel preview={preview} />
            {steps.length > 0 && <ChangeList steps={steps} findings={props.findings} />}
          </ConfirmChange>
        )}
        {asking === 'discard' && (
          <ConfirmChange
            title={say('draft.discardTitle')}
            text={say('draft.discardText')}
            confirm={say('draft.confirmDiscard')}
            onClose={close}
            onConfirm={draft.discard}
          />
        )}
      </footer>
    </>
  );
}

/** Another version came meanwhile: what became of the draft. */
function Overtaken({ publication, findings }: BarProps) {
  const { draft, words } = useWorkspace();
  const { say } = words;
  if (draft.movedTo === null) return null;
  const { setAside } = draft.laid;
  return (
    <div className="banner banner-warning" role="alert">
      <Icon name="change" />
      <div className="stack">
        <p>
          {publication.status === 'overtaken' && <b>{say('draft.failed')} </b>}
          {say('draft.moved', { version: draft.movedTo })}
        </p>
        <MeanwhileChanges />
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
  );
}

/** The last publication was refused: what is wrong, and where. */
function Refused({ publication, findings }: BarProps) {
  const { words, names } = useWorkspace();
  if (publication.status !== 'failed') return null;
  const { failure } = publication;
  return (
    <ErrorState failure={failure} title={words.say('draft.failed')}>
      {failure.problems.map((problem) => problemWords(problem, findings, words, names)).join(' ')}{' '}
      {words.say('draft.kept')}
    </ErrorState>
  );
}

function BarRow(props: BarProps & { readonly onAsk: (what: 'publish' | 'discard') => void }) {
  const { view, draft, words, openTab } = useWorkspace();
  const { say } = words;
  const [open, setOpen] = useState<'changes' | 'preview' | null>(null);
  const { steps } = draft.laid;
  const { errors, publication, findings, preview, isGuided, onAsk } = props;
  const toggle = (what: 'changes' | 'preview'): void => setOpen((now) => (now === what ? null : what));
  const isPublishing = publication.status === 'publishing';
  const hasSomething = steps.length > 0 || view.published === null;
  return (
    <>
      {open === 'changes' && steps.length > 0 && <ChangeList steps={steps} findings={findings} onUndo={draft.undo} />}
      {open === 'preview' && <PreviewPanel preview={preview} />}
      <div className="bar-row">
        <b>{say('draft.label')}</b>
        <span className="subtle" role="status">
          <Standing publication={publication} isGuided={isGuided} />
        </span>
        {steps.length > 0 && (
          <button
            type="button"
            className="button button-subtle"
            aria-expanded={open === 'changes'}
            onClick={() => toggle('changes')}
          >
            {say(open === 'changes' ? 'draft.hide' : 'draft.see')}
          </button>
        )}
        <History />
        {preview.view && !preview.isStale && open !== 'preview' && (
          <span className="bar-preview">
            <PreviewSummary preview={preview} />
            <button type="button" className="button button-subtle link-button" onClick={() => toggle('preview')}>
              {say('preview.see')}
            </button>
          </span>
        )}
        {errors > 0 && (
          <button type="button" className="button button-subtle errors" onClick={() => openTab('policy')}>
            <Icon name="breached" />
            {say('draft.errors', { count: errors })}
          </button>
        )}
        <span className="bar-actions">
          {steps.length > 0 && (
            <button type="button" className="button button-subtle" onClick={() => onAsk('discard')}>
              {say('draft.discard')}
            </button>
          )}
          {!isGuided && (
            <>
              <button
                type="button"
                className="button"
                aria-expanded={open === 'preview'}
                disabled={!hasSomething || errors > 0}
                onClick={() => {
                  if (open !== 'preview' && (preview.view === null || preview.isStale)) preview.start();
                  toggle('preview');
                }}
              >
                {say(open === 'preview' ? 'preview.hide' : 'preview.show')}
              </button>
              <button
                type="button"
                className="button button-primary"
                disabled={!hasSomething || errors > 0 || draft.movedTo !== null || isPublishing}
                onClick={() => onAsk('publish')}
              >
                {say(isPublishing ? 'draft.publishing' : 'draft.publish')}
              </button>
            </>
          )}
        </span>
      </div>
    </>
  );
}

/** One change back, and forward again. */
function History() {
  const { draft, words } = useWorkspace();
  const { back, forward } = draft;
  if (back === null && forward === null) return null;
  return (
    <span className="item-buttons">
      <button
        type="button"
        className="button button-subtle icon-button"
        aria-label={words.say('draft.back')}
        title={words.say('draft.back')}
        disabled={back === null}
        onClick={() => back?.()}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        className="button button-subtle icon-button"
        aria-label={words.say('draft.forward')}
        title={words.say('draft.forward')}
        disabled={forward === null}
        onClick={() => forward?.()}
      >
        <Icon name="redo" />
      </button>
    </span>
  );
}

function Standing({ publication, isGuided }: { readonly publication: Publication; readonly isGuided: boolean }) {
  const { view, draft, words } = useWorkspace();
  const count = draft.laid.steps.length;
  if (count > 0) return `${words.say('draft.changes', { count })} · ${words.say('draft.keptHere')}`;
  if (publication.status === 'published') return words.say('draft.published', { version: publication.version });
  if (view.published !== null) return words.say('draft.none');
  return words.say(isGuided ? 'draft.guided' : 'draft.firstTime');
}
