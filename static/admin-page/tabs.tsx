import { useRef, type ReactNode } from 'react';
import { tabAfter } from './tab-keys';

export interface Tab<Key extends string> {
  readonly key: Key;
  readonly label: string;
  /** A word beside the label, such as how much is open. */
  readonly badge: string | null;
  readonly content: ReactNode;
}

/** Tabs as the ARIA practices describe them; panels stay mounted, so that nothing typed is lost between them. */
export function Tabs<Key extends string>(props: {
  readonly label: string;
  readonly tabs: readonly Tab<Key>[];
  readonly selected: Key;
  readonly onSelect: (key: Key) => void;
}) {
  const { label, tabs, selected, onSelect } = props;
  const list = useRef<HTMLDivElement>(null);
  const index = tabs.findIndex(({ key }) => key === selected);
  return (
    <>
      <div
        ref={list}
        className="tabs"
        role="tablist"
        aria-label={label}
        onKeyDown={(event) => {
          const next = tabs[tabAfter(event.key, index, tabs.length) ?? -1];
          if (!next) return;
          event.preventDefault();
          onSelect(next.key);
          list.current?.querySelector<HTMLElement>(`#tab-${next.key}`)?.focus();
        }}
      >
        {tabs.map(({ key, label: name, badge }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`tab-${key}`}
            className="tab"
            aria-selected={key === selected}
            aria-controls={`panel-${key}`}
            tabIndex={key === selected ? 0 : -1}
            onClick={() => onSelect(key)}
          >
            {name}
            {badge !== null && <span className="lozenge tab-badge">{badge}</span>}
          </button>
        ))}
      </div>
      {tabs.map(({ key, content }) => (
        <div key={key} role="tabpanel" id={`panel-${key}`} aria-labelledby={`tab-${key}`} hidden={key !== selected}>
          {content}
        </div>
      ))}
    </>
  );
}
