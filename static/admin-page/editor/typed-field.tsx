import { useEffect, useId, useRef, useState } from 'react';

interface FieldProps {
  readonly label: string;
  /** Leaves the label to screen readers, where a table's headings already say it. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  /** Takes what was typed; a sentence says why it cannot be taken. */
  readonly onCommit: (text: string) => string | null;
  readonly help?: string;
  /** Prose, several lines high. */
  readonly isLong?: boolean;
  readonly lang?: 'en' | 'fr';
  readonly placeholder?: string;
  readonly className?: string;
}

/**
 * One text to type. It is taken on leaving the field, or on Enter where it is one line; Escape brings back what stood
 * there. What cannot be taken stays as typed, with the reason under it.
 */
export function TypedField(props: FieldProps) {
  const { label, value, onCommit, isLong = false } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const text = typed ?? value;
  // As high as its text: nobody scrolls within a clause.
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.rows = 1;
    element.rows = Math.max(2, Math.ceil(element.scrollHeight / 20));
  }, [text]);

  const commit = (): void => {
    if (typed === null || typed === value) {
      setTyped(null);
      setWrong(null);
      return;
    }
    const problem = onCommit(typed);
    setWrong(problem);
    if (problem === null) setTyped(null);
  };
  const shared = {
    id,
    className: `field ${props.className ?? ''}`,
    lang: props.lang,
    placeholder: props.placeholder,
    value: text,
    'aria-invalid': wrong !== null,
    'aria-describedby': wrong !== null ? `${id}-wrong` : props.help === undefined ? undefined : `${id}-help`,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => setTyped(target.value),
    onBlur: commit,
  };
  const drop = (): void => {
    setTyped(null);
    setWrong(null);
  };
  return (
    <div className="choice">
      <label htmlFor={id} className={props.isLabelHidden === true ? 'visually-hidden' : 'label'}>
        {label}
      </label>
      {isLong ? (
        <textarea
          ref={area}
          {...shared}
          onKeyDown={({ key }) => {
            if (key === 'Escape') drop();
          }}
        />
      ) : (
        <input
          type="text"
          autoComplete="off"
          {...shared}
          onKeyDown={({ key }) => {
            if (key === 'Enter') commit();
            if (key === 'Escape') drop();
          }}
        />
      )}
      {props.help !== undefined && (
        <span className="small subtle" id={`${id}-help`}>
          {props.help}
        </span>
      )}
      {wrong !== null && (
        <span className="small field-error" id={`${id}-wrong`} role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}
