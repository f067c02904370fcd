import { useCallback, useState } from 'react';

export interface Pages {
  /** What the page shown is asked by; null for the first. */
  readonly token: string | null;
  /** The page's place, from 0. */
  readonly index: number;
  readonly next: (token: string) => void;
  readonly previous: () => void;
}

/**
 * Which page of a list is shown. Jira gives each page the token of the next, so the way back is remembered. Another `list`
 * (filter or order) begins at its first page.
 */
export function usePages(list: unknown): Pages {
  const [place, setPlace] = useState<{ readonly list: unknown; readonly tokens: readonly string[] }>({
    list,
    tokens: [],
  });
  const tokens = place.list === list ? place.tokens : [];
  const next = useCallback(
    (token: string) => {
      setPlace((before) => ({ list, tokens: [...(before.list === list ? before.tokens : []), token] }));
    },
    [list],
  );
  const previous = useCallback(() => {
    setPlace((before) => ({ list, tokens: before.list === list ? before.tokens.slice(0, -1) : [] }));
  }, [list]);
  return { token: tokens.at(-1) ?? null, index: tokens.length, next, previous };
}
