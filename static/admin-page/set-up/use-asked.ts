import { useCallback, useEffect, useState } from 'react';
import type { Failure, Outcome } from '../../shared/bridge';

export interface Asked<T> {
  /** Null until it came. */
  readonly data: T | null;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

/** An answer of the server's that a part of the page needs once it is shown; `ask` must be the same for the same question. */
export function useAsked<T>(ask: () => Promise<Outcome<T>>): Asked<T> {
  const [state, setState] = useState<{ readonly data: T | null; readonly failure: Failure | null }>({
    data: null,
    failure: null,
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    void ask().then((outcome) => {
      if (wanted) setState(outcome.ok ? { data: outcome.data, failure: null } : { data: null, failure: outcome });
    });
    return () => {
      wanted = false;
    };
  }, [ask, attempt]);
  const retry = useCallback(() => {
    setAttempt((n) => n + 1);
  }, []);
  return { ...state, retry };
}
