import { useCallback, useEffect, useState } from 'react';
import type { EstablishmentRow } from '../../../src/contract/proposals';
import type { Failure } from '../../shared/bridge';
import { call } from '../admin-call';

/** Typing pauses this long before Jira is asked. */
const TYPING_PAUSE = 300;

export interface Found {
  readonly establishments: readonly EstablishmentRow[];
  readonly next: number | null;
}

/** Organizations with their figures whose name contains a search; null while they are looked for. */
export function useFound(search: string): {
  readonly found: Found | null;
  readonly failure: Failure | null;
  readonly more: () => void;
  readonly retry: () => void;
} {
  const [found, setFound] = useState<(Found & { readonly search: string }) | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const wanted = search.trim();
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(
      () => {
        void call('establishments', { search: wanted, start: 0 }).then((outcome) => {
          if (!isWanted) return;
          setFailure(outcome.ok ? null : outcome);
          if (outcome.ok) setFound({ ...outcome.data, search: wanted });
        });
      },
      wanted === '' ? 0 : TYPING_PAUSE,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [wanted, attempt]);
  const more = useCallback(() => {
    if (found?.next == null) return;
    void call('establishments', { search: found.search, start: found.next }).then((outcome) => {
      setFailure(outcome.ok ? null : outcome);
      if (!outcome.ok) return;
      const { establishments, next } = outcome.data;
      setFound({ search: found.search, next, establishments: [...found.establishments, ...establishments] });
    });
  }, [found]);
  return {
    found: found?.search === wanted ? found : null,
    failure,
    more,
    retry: useCallback(() => setAttempt((n) => n + 1), []),
  };
}
