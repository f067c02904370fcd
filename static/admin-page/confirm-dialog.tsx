import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslate } from '../shared/surface-context';

/** Asks before something that others will notice, in the browser's own modal dialog. */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly confirm: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  const translate = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={title} onClose={props.onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          const { submitter } = event.nativeEvent as SubmitEvent;
          if (submitter?.getAttribute('value') === 'confirm') props.onConfirm();
        }}
      >
        <h2 id={title}>{props.title}</h2>
        {props.children}
        <div className="dialog-actions">
          <button type="submit" className="button button-subtle" value="cancel">
            {translate('common.cancel')}
          </button>
          <button type="submit" className="button button-primary" value="confirm">
            {props.confirm}
          </button>
        </div>
      </form>
    </dialog>
  );
}
