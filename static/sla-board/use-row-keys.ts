import { useCallback, useRef, useState, type KeyboardEvent } from 'react';

/** What a row's link takes to be one of the walk. */
export interface RowHandle {
  readonly tabIndex: 0 | -1;
  readonly linkRef: (link: HTMLAnchorElement | null) => void;
  readonly onFocus: () => void;
}

/** Where a key moves among `count` rows; null for keys that do not. */
export function rowAfter(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/**
 * One stop of the tab key for a whole table: the arrows move on from there. The place is kept by key, so that rows that
 * move with an answer take the focus along.
 */
export function useRowKeys(keys: readonly string[]): {
  readonly of: (key: string) => RowHandle;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const links = useRef(new Map<string, HTMLAnchorElement>());
  const [held, setHeld] = useState<string | null>(null);
  const stop = held !== null && keys.includes(held) ? held : (keys[0] ?? null);
  const of = useCallback(
    (key: string): RowHandle => ({
      tabIndex: key === stop ? 0 : -1,
      linkRef: (link) => {
        if (link === null) links.current.delete(key);
        else links.current.set(key, link);
      },
      onFocus: () => {
        setHeld(key);
      },
    }),
    [stop],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = rowAfter(event.key, keys.indexOf(stop ?? ''), keys.length);
    const link = next === null ? undefined : links.current.get(keys[next] ?? '');
    if (link === undefined) return;
    event.preventDefault();
    link.focus();
  };
  return { of, onKeyDown };
}
