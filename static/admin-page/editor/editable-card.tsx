import { useState, type ReactNode } from 'react';
import { useWorkspace } from '../workspace-context';

/** A part of the policy to be read, that a button opens for writing; an empty one is open from the start. */
export function EditableCard(props: {
  readonly id: string;
  readonly title: string;
  readonly isEmpty: boolean;
  readonly read: ReactNode;
  readonly write: ReactNode;
}) {
  const { words } = useWorkspace();
  const { id, title, isEmpty } = props;
  // One that was empty stays open while it fills.
  const [isWriting, setWriting] = useState(isEmpty);
  const [wasEmpty, setWasEmpty] = useState(isEmpty);
  if (isEmpty !== wasEmpty) {
    setWasEmpty(isEmpty);
    if (isEmpty) setWriting(true);
  }
  return (
    <section className="card" aria-labelledby={id}>
      <div className="row between">
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          className="button"
          aria-expanded={isWriting}
          aria-label={words.say(isWriting ? 'edit.closeWhat' : 'edit.what', { what: title })}
          onClick={() => setWriting(!isWriting)}
        >
          {words.say(isWriting ? 'edit.close' : 'edit.open')}
        </button>
      </div>
      {isWriting ? props.write : props.read}
    </section>
  );
}
