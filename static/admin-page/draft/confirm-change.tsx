import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslate } from '../../shared/surface-context';

/**
 * Asks before something that others will notice, in the bar itself: the frame is as tall as the page, so that a dialog in
 * its middle could open far from what the reader sees. Escape is *Cancel*.
 */
export function ConfirmChange(props: {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  const translate = useTranslate();
  const confirm = useRef<HTMLButtonElement>(null);
  const title = useId();
  useEffect(() => {
    confirm.current?.focus();
  }, []);
  return (
    <div
      className="confirm"
      role="group"
      aria-labelledby={title}
      onKeyDown={({ key }) => {
        if (key === 'Escape') props.onClose();
      }}
    >
      <h2 id={title}>{props.title}</h2>
      <p>{props.text}</p>
      {props.children}
      <div className="bar-actions">
        <button type="button" className="button button-subtle" onClick={props.onClose}>
          {translate('common.cancel')}
        </button>
        <button
          ref={confirm}
          type="button"
          className="button button-primary"
          onClick={() => {
            props.onClose();
            props.onConfirm();
          }}
        >
          {props.confirm}
        </button>
      </div>
    </div>
  );
}
