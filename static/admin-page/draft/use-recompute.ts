import { useCallback, useEffect, useState } from 'react';
import type { AdminPageApi, JobProgress } from '../../../src/contract/admin-page';
import type { Failure } from '../../shared/bridge';
import { call } from '../admin-call';

type Ask = keyof AdminPageApi & ('recomputeStatus' | 'stopRecompute' | 'startRecompute');

/** How often the job is asked how far it is; asking also takes up one that paused. */
const POLL_MILLIS = 3_000;

export interface Recompute {
  readonly progress: JobProgress | null;
  readonly failure: Failure | null;
  readonly stop: () => void;
  readonly resume: () => void;
}

/**
 * How far open tickets follow the version in force. The job is the server's: it goes on while no page is open, and a page
 * that opens finds it where it is.
 */
export function useRecompute(version: number | null): Recompute {
  const [asked, setAsked] = useState<{ readonly progress: JobProgress | null; readonly failure: Failure | null }>({
    progress: null,
    failure: null,
  });
  const ask = useCallback((what: Ask) => {
    void call(what, {}).then((outcome) => {
      setAsked((before) => (outcome.ok ? { progress: outcome.data, failure: null } : { ...before, failure: outcome }));
    });
  }, []);

  useEffect(() => {
    if (version !== null) ask('recomputeStatus');
  }, [version, ask]);

  const state = asked.progress?.state;
  const isGoingOn = state === 'running' || state === 'paused';
  useEffect(() => {
    if (!isGoingOn) return;
    const timer = setInterval(() => ask('recomputeStatus'), POLL_MILLIS);
    return () => clearInterval(timer);
  }, [isGoingOn, ask]);

  return {
    ...asked,
    stop: useCallback(() => ask('stopRecompute'), [ask]),
    resume: useCallback(() => ask('startRecompute'), [ask]),
  };
}
