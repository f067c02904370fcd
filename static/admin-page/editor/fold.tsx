import { useState, type ReactNode } from 'react';
import { Icon } from '../../shared/icon';

/** Something that is seldom looked at, behind its name; open while there is nothing in it yet, and until it is closed. */
export function Fold(props: {
  readonly title: string;
  readonly isEmpty?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { isEmpty = false } = props;
  const [isOpen, setOpen] = useState(isEmpty);
  const [wasEmpty, setWasEmpty] = useState(isEmpty);
  if (isEmpty !== wasEmpty) {
    setWasEmpty(isEmpty);
    if (isEmpty) setOpen(true);
  }
  return (
    <details
      className={`fold ${props.className ?? ''}`}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <Icon name="chevron" className="fold-mark" />
        {props.title}
      </summary>
      {props.children}
    </details>
  );
}
