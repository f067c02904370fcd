import { useCallback, useEffect, useState } from 'react';
import type { ReportAnswer, ReportInTheMaking } from '../../../src/contract/report';
import type { Failure, Outcome } from '../../shared/bridge';

export type ReportState<T> =
  | { readonly status: 'loading' }
  /** `share` of it is done, 0 to 1. */
  | { readonly status: 'making'; readonly share: number }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'ready'; readonly data: T };

export interface ReportHandle<T> {
  readonly state: ReportState<T>;
  readonly reload: () => void;
}

/** What a report is asked for with, and how far one in the making is asked. */
export interface ReportQuestion<T> {
  /** `made` names the run that was waited for. */
  readonly ask: (made: string | null) => Promise<Outcome<ReportAnswer<T>>>;
  readonly progress: (runId: string) => Promise<Outcome<ReportInTheMaking | null>>;
}

const POLL_MILLIS = 800;
const LOADING = { status: 'loading' } as const;

/**
 * A report, waited for where it has to be made. The question must be stable (memoized): another one starts over, and what an
 * older one brings is dropped.
 */
export function useReport<T>(question: ReportQuestion<T>): ReportHandle<T> {
  const [attempt, setAttempt] = useState(0);
  const [told, setTold] = useState<{ question: ReportQuestion<T>; attempt: number; state: ReportState<T> } | null>(
    null,
  );
  useEffect(() => {
    let isWanted = true;
    void waitFor(
      question,
      () => isWanted,
      (state) => {
        setTold({ question, attempt, state });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [question, attempt]);
  const reload = useCallback(() => {
    setAttempt((n) => n + 1);
  }, []);
  return { state: told?.question === question && told.attempt === attempt ? told.state : LOADING, reload };
}

async function waitFor<T>(
  { ask, progress }: ReportQuestion<T>,
  isWanted: () => boolean,
  tell: (state: ReportState<T>) => void,
): Promise<void> {
  let made: string | null = null;
  while (isWanted()) {
    const outcome = await ask(made);
    if (!isWanted()) return;
    if (!outcome.ok) {
      tell({ status: 'failed', failure: outcome });
      return;
    }
    const { data } = outcome;
    if (data.kind === 'ready') {
      tell({ status: 'ready', data });
      return;
    }
    made = data.runId;
    tell({ status: 'making', share: data.share });
    await untilMade(progress, data.runId, isWanted, (share) => {
      tell({ status: 'making', share });
    });
  }
}

/** A question about the progress that fails says nothing of the report: the report is then asked for again. */
async function untilMade(
  progress: ReportQuestion<unknown>['progress'],
  runId: string,
  isWanted: () => boolean,
  tell: (share: number) => void,
): Promise<void> {
  while (isWanted()) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLIS));
    const outcome = await progress(runId);
    if (!outcome.ok || outcome.data === null || !isWanted()) return;
    tell(outcome.data.share);
  }
}
