import { useCallback, useEffect, useState } from 'react';
import type { JobProgress } from '../../../src/contract/admin-page';
import { failure, type Failure, type Outcome } from '../../shared/bridge';

/** How often a job that goes on in the background is asked how far it is. */
const POLL_MILLIS = 2_000;

/** Something that the server works out when asked, at once or in the background. */
export interface WorkedOut<View> {
  /** Null before it was first asked for, and while it begins. */
  readonly view: View | null;
  readonly failure: Failure | null;
  readonly isStarting: boolean;
  /** The question changed since: what is known is about an earlier one. */
  readonly isStale: boolean;
  readonly start: () => void;
}

interface Asked<View> {
  readonly ask: () => Promise<Outcome<View>>;
  readonly view: View | null;
  readonly failure: Failure | null;
}

/** `ask` begins it and must be the same for the same question; `status`, always the same, tells how far it has come. */
export function useWorkedOut<View extends { readonly progress: JobProgress }>(
  ask: () => Promise<Outcome<View>>,
  status: (runId: string) => Promise<Outcome<View | null>>,
): WorkedOut<View> {
  const [asked, setAsked] = useState<Asked<View> | null>(null);
  const runId = asked?.view?.progress.runId;
  const isGoingOn = asked?.view?.progress.state === 'running' || asked?.view?.progress.state === 'paused';

  const start = useCallback(() => {
    setAsked({ ask, view: null, failure: null });
    void ask().then((outcome) => {
      setAsked((now) => {
        // A later question was asked meanwhile.
        if (now === null || now.ask !== ask) return now;
        return outcome.ok ? { ...now, view: outcome.data } : { ...now, failure: outcome };
      });
    });
  }, [ask]);

  useEffect(() => {
    if (runId === undefined || !isGoingOn) return;
    const timer = setInterval(() => {
      void status(runId).then((outcome) => {
        setAsked((now) => {
          if (now?.view?.progress.runId !== runId) return now;
          if (!outcome.ok) return { ...now, failure: outcome };
          return outcome.data === null
            ? { ...now, failure: failure('unexpected') }
            : { ...now, view: outcome.data, failure: null };
        });
      });
    }, POLL_MILLIS);
    return () => clearInterval(timer);
  }, [runId, isGoingOn, status]);

  return {
    view: asked?.view ?? null,
    failure: asked?.failure ?? null,
    isStarting: asked !== null && asked.view === null && asked.failure === null,
    isStale: asked !== null && asked.ask !== ask,
    start,
  };
}
