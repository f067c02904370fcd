import type { ReactNode } from 'react';
import './state.css';

/** Says what is missing and, as children, offers the one action that helps. */
export function EmptyState(props: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="empty stack">
      <h2>{props.title}</h2>
      <p className="subtle">{props.text}</p>
      {props.children}
    </div>
  );
}
