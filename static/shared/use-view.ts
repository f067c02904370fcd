import { useCallback, useEffect, useState } from 'react';
import type { Failure, Outcome } from './bridge';

/** What a surface shows of a server's view: nothing yet, why there is none, or the view. */
export type ViewState<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'ready'; readonly data: T };

export interface ViewHandle<T> {
  readonly state: ViewState<T>;
  /** Asks again, from the loading state. */
  readonly reload: () => void;
  /** Replaces the view by one that another call answered with. */
  readonly replace: (data: T) => void;
}

/**
 * Asks for a view once, and again on `reload`. `ask` must be stable (made outside the component or memoized). An answer
 * that comes after the component left, or after a later question, is dropped.
 */
export function useView<T>(ask: () => Promise<Outcome<T>>): ViewHandle<T> {
  const [state, setState] = useState<ViewState<T>>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    void ask().then((outcome) => {
      if (wanted)
        setState(outcome.ok ? { status: 'ready', data: outcome.data } : { status: 'failed', failure: outcome });
    });
    return () => {
      wanted = false;
    };
  }, [ask, attempt]);
  const reload = useCallback(() => {
    setState({ status: 'loading' });
    setAttempt((n) => n + 1);
  }, []);
  const replace = useCallback((data: T) => {
    setState({ status: 'ready', data });
  }, []);
  return { state, reload, replace };
}
