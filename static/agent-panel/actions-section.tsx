import { useId, useRef, useState } from 'react';
import type { ActionRequest } from '../../src/contract/agent-panel';
import { ErrorState } from '../shared/error-state';
import { Icon } from '../shared/icon';
import { RichText } from '../shared/rich-text';
import { ActionForm } from './action-form';
import {
  offeredActions,
  openText,
  priorityToLower,
  refusalText,
  type ActionDraft,
  type ActionKind,
} from './action-words';
import './actions.css';
import type { ClocksNow } from './change-words';
import { requestOf, useActions, type PanelCalls } from './use-actions';
import { reasonName, type Words } from './words';

/** What is asked of the server, and what to say once it is done. */
interface Attempt {
  readonly request: ActionRequest;
  readonly done: string;
}

/** The customer's part, on the priorities the policy names, and what an agent may do about it; each undone by one click. */
export function ActionsSection(props: {
  readonly words: Words;
  readonly given: ClocksNow;
  readonly calls: Pick<PanelCalls, 'act' | 'refresh'>;
  /** Told what was done, in words, to be read out. */
  readonly onDone: (text: string) => void;
}) {
  const { words, given, calls, onDone } = props;
  const { translate, view } = words;
  const { draft, isSending, failure, setDraft, send, reload } = useActions(calls);
  const heading = useRef<HTMLHeadingElement>(null);
  /** What is sent again by *Try again*. */
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const opener = useRef<ActionKind | null>(null);
  const title = useId();
  const offered = view.mayAct === 'yes' ? offeredActions(view) : [];
  const isEmpty = offered.length === 0 && view.lastAction === null && !view.duty.applies && view.unavailable === null;
  if (isEmpty && draft === null) return null;

  const open = (kind: ActionKind): void => {
    opener.current = kind;
    setDraft(draftOf(words, kind));
  };
  const close = (): void => {
    setDraft(null);
    const kind = opener.current ?? '';
    // The button comes back with the next drawing.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-opens="${kind}"]`)?.focus());
  };
  const take = async (next: Attempt): Promise<void> => {
    setAttempt(next);
    if (!(await send(next.request))) return;
    onDone(next.done);
    heading.current?.focus({ preventScroll: true });
  };

  return (
    <section className="section stack" aria-labelledby={title}>
      <h2 ref={heading} id={title} className="label" tabIndex={-1}>
        {translate(
          view.duty.applies || view.unavailable !== null ? 'agentPanel.duty.title' : 'agentPanel.actions.title',
        )}
      </h2>
      <Duty words={words} now={given.now} />
      {view.mayAct !== 'yes' && <p className="small subtle">{translate(`agentPanel.actions.${view.mayAct}`)}</p>}
      {draft === null ? (
        <div className="row">
          {offered.map((kind) => (
            <button
              key={kind}
              type="button"
              className="button"
              data-opens={kind}
              onClick={() => {
                open(kind);
              }}
            >
              {openText(words, kind)}
            </button>
          ))}
          {view.mayAct === 'yes' && <UndoButton words={words} isSending={isSending} onTake={take} />}
        </div>
      ) : (
        <ActionForm
          words={words}
          draft={draft}
          given={given}
          isSending={isSending}
          onChange={setDraft}
          onTake={() => {
            const what = translate(`agentPanel.actions.name.${draft.kind}`);
            void take({ request: requestOf(draft), done: translate('agentPanel.actions.recorded', { what }) });
          }}
          onClose={close}
        />
      )}
      {failure !== null && (
        <ErrorState
          failure={failure}
          title={translate('agentPanel.actions.failed')}
          reason={refusalText(words, failure.problems)}
          {...(attempt === null ? {} : { onRetry: () => void take(attempt) })}
        >
          {failure.code === 'conflict' && (
            <button type="button" className="button" onClick={reload}>
              {translate('agentPanel.actions.reload')}
            </button>
          )}
        </ErrorState>
      )}
    </section>
  );
}

/** One click: what it takes back can be had again by one more. */
function UndoButton(props: {
  readonly words: Words;
  readonly isSending: boolean;
  readonly onTake: (attempt: Attempt) => Promise<void>;
}) {
  const { words, isSending, onTake } = props;
  const { translate, view } = words;
  if (view.lastAction === null) return null;
  const { commentId, kind, undone } = view.lastAction;
  const what = translate(`agentPanel.actions.name.${kind}`);
  return (
    <button
      type="button"
      className="button button-subtle"
      disabled={isSending}
      onClick={() =>
        void onTake({
          request: { action: { kind: 'undo', commentId }, note: '' },
          done: translate(undone ? 'agentPanel.actions.redone' : 'agentPanel.actions.undone', { what }),
        })
      }
    >
      <Icon name={undone ? 'retry' : 'undo'} />
      {translate(undone ? 'agentPanel.actions.redo' : 'agentPanel.actions.undo', { what })}
    </button>
  );
}

function Duty({ words, now }: { readonly words: Words; readonly now: number }) {
  const { translate, format, view } = words;
  const { duty, dutyMode, unavailable } = view;
  if (unavailable === null) {
    return duty.applies ? <p className="small subtle">{duty.text[format.reader.language]}</p> : null;
  }
  const key = dutyMode === 'pause' ? 'agentPanel.duty.unavailablePaused' : 'agentPanel.duty.unavailable';
  return (
    <div className="banner banner-discovery small">
      <Icon name="unavailable" />
      <p>
        <RichText
          text={translate(key, {
            since: format.shortInstant(unavailable.since, now),
            reason: reasonName(words, unavailable.reasonCode),
          })}
        />
      </p>
    </div>
  );
}

/** A form as it opens: a change of a downgrade begins with the one in force. */
function draftOf({ view }: Words, kind: ActionKind): ActionDraft {
  const { downgrade } = view.priority;
  const order = view.priorities.map(({ key }) => key);
  const levels = downgrade === null ? 1 : order.indexOf(downgrade.to) - order.indexOf(priorityToLower(view) ?? '');
  const isChange = kind === 'downgrade' && downgrade !== null;
  return { kind, levels: Math.max(1, levels), reasonCode: isChange ? downgrade.reasonCode : '', note: '' };
}
