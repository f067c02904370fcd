import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { MAX_NOTE } from '../../src/contract/agent-panel';
import { RichText } from '../shared/rich-text';
import { confirmText, effectText, lowerPriorities, type ActionDraft } from './action-words';
import type { ClocksNow } from './change-words';
import { priorityName, type Words } from './words';

/** One action in place: what it takes, what would come of it, and the button that takes it. Escape closes it. */
export function ActionForm(props: {
  readonly words: Words;
  readonly draft: ActionDraft;
  readonly given: ClocksNow;
  readonly isSending: boolean;
  readonly onChange: (draft: ActionDraft) => void;
  readonly onTake: () => void;
  readonly onClose: () => void;
}) {
  const { words, draft, isSending, onChange, onTake, onClose } = props;
  const { translate } = words;
  const { kind, reasonCode, note } = draft;
  const [lacksReason, setLacksReason] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const needsReason = kind === 'downgrade' || kind === 'unavailable';

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, textarea')?.focus();
  }, [kind]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isSending) return;
    setLacksReason(needsReason && reasonCode === '');
    if (needsReason && reasonCode === '') form.current?.querySelector<HTMLElement>(`[name="reason"]`)?.focus();
    else onTake();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !isSending) onClose();
  };

  return (
    <form ref={form} className="action-form" noValidate onSubmit={submit} onKeyDown={onKeyDown}>
      {kind === 'downgrade' && <LevelsField words={words} draft={draft} id={`${id}-levels`} onChange={onChange} />}
      {needsReason && (
        <ReasonField words={words} draft={draft} id={`${id}-reason`} isMissing={lacksReason} onChange={onChange} />
      )}
      <div className="action-field">
        <label className="label" htmlFor={`${id}-note`}>
          {translate('agentPanel.actions.note')}
        </label>
        <textarea
          id={`${id}-note`}
          className="field"
          rows={2}
          maxLength={MAX_NOTE}
          dir="auto"
          value={note}
          aria-describedby={`${id}-note-help`}
          onChange={({ target }) => {
            onChange({ ...draft, note: target.value });
          }}
        />
        <p id={`${id}-note-help`} className="small subtle">
          {translate('agentPanel.actions.noteHelp')}
        </p>
      </div>
      <p className="small" role="status">
        <RichText text={effectText(words, draft, props.given)} />
      </p>
      <div className="row">
        <button type="submit" className="button button-primary" aria-disabled={isSending}>
          {isSending ? translate('agentPanel.actions.sending') : confirmText(words, draft)}
        </button>
        <button type="button" className="button" disabled={isSending} onClick={onClose}>
          {translate('common.cancel')}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly words: Words;
  readonly draft: ActionDraft;
  readonly id: string;
  readonly onChange: (draft: ActionDraft) => void;
}

function LevelsField({ words, draft, id, onChange }: FieldProps) {
  const { translate, view } = words;
  return (
    <div className="action-field">
      <label className="label" htmlFor={id}>
        {translate('agentPanel.actions.downgrade.levels')}
      </label>
      <select
        id={id}
        className="field"
        value={draft.levels}
        onChange={({ target }) => {
          onChange({ ...draft, levels: Number(target.value) });
        }}
      >
        {lowerPriorities(view).map((key, index) => (
          <option key={key} value={index + 1}>
            {translate('agentPanel.actions.downgrade.level', { to: priorityName(words, key), count: index + 1 })}
          </option>
        ))}
      </select>
    </div>
  );
}

function ReasonField({ words, draft, id, isMissing, onChange }: FieldProps & { readonly isMissing: boolean }) {
  const { translate, format, view } = words;
  const isInvalid = isMissing && draft.reasonCode === '';
  return (
    <div className="action-field">
      <label className="label" htmlFor={id}>
        {translate('agentPanel.actions.reason')}
      </label>
      <select
        id={id}
        name="reason"
        className="field"
        value={draft.reasonCode}
        required
        aria-invalid={isInvalid}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => {
          onChange({ ...draft, reasonCode: target.value });
        }}
      >
        <option value="" disabled>
          {translate('agentPanel.actions.choose')}
        </option>
        {view.reasons.map(({ key, label }) => (
          <option key={key} value={key}>
            {label[format.reader.language]}
          </option>
        ))}
      </select>
      <p id={`${id}-help`} className={`small ${isInvalid ? 'field-error' : 'subtle'}`}>
        {translate(isInvalid ? 'agentPanel.actions.reasonMissing' : 'agentPanel.actions.reasonHelp')}
      </p>
    </div>
  );
}
