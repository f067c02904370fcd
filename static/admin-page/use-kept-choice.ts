import { useCallback, useState } from 'react';

/**
 * A choice of how somebody looks at the page, kept until the browser's tab is closed: loading the page again comes back to
 * the same place. Anything but a known choice counts as none, and so does a browser that refuses storage to a frame.
 */
export function useKeptChoice<Choice extends string>(
  name: string,
  known: readonly Choice[],
  first: Choice,
): readonly [Choice, (next: Choice) => void] {
  const key = `cadran.admin-page.${name}`;
  const [choice, setChoice] = useState(() => known.find((one) => one === kept(key)) ?? first);
  const choose = useCallback(
    (next: Choice) => {
      setChoice(next);
      keep(key, next);
    },
    [key],
  );
  return [choice, choose];
}

function kept(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // As above: the next visit begins where the page does.
  }
}
