import { useCallback, useEffect, useState } from 'react';
import { MINUTE } from '../../src/core/time/instant';
import type { Failure, Outcome } from '../shared/bridge';

export interface Refreshed<T> {
  /** The newest answer that came; kept while a later one is asked for, and when that fails. */
  readonly data: T | null;
  /** Why the last question brought no answer; null while all is well. */
  readonly failure: Failure | null;
  /** Whether what is shown answers another question than the one asked last. */
  readonly pending: boolean;
  readonly refresh: () => void;
}

interface Answered<T> {
  readonly ask: unknown;
  readonly data: T | null;
  readonly failure: Failure | null;
}

/**
 * Asks at once, whenever `ask` is another function, and every minute while the page is in sight. `ask` must be stable for
 * as long as the question is the same. An answer to an earlier question is dropped.
 */
export function useRefreshed<T>(ask: () => Promise<Outcome<T>>): Refreshed<T> {
  const [answered, setAnswered] = useState<Answered<T>>({ ask: null, data: null, failure: null });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let wanted = true;
    void ask().then((outcome) => {
      if (!wanted) return;
      setAnswered(({ data }) =>
        outcome.ok ? { ask, data: outcome.data, failure: null } : { ask, data, failure: outcome },
      );
    });
    return () => {
      wanted = false;
    };
  }, [ask, attempt]);

  useEffect(() => {
    let asked = performance.now();
    const again = (): void => {
      if (document.hidden || performance.now() - asked < MINUTE) return;
      asked = performance.now();
      setAttempt((n) => n + 1);
    };
    const timer = setInterval(again, MINUTE / 4);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [ask]);

  const refresh = useCallback(() => {
    setAttempt((n) => n + 1);
  }, []);
  return { data: answered.data, failure: answered.failure, pending: answered.ask !== ask, refresh };
}
