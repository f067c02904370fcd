import { useEffect, useState } from 'react';
import type { ImportView } from '../../../src/contract/admin-page';
import { call } from '../admin-call';

const EVERY_MILLIS = 1_500;

export interface ImportHandle {
  readonly status: ImportView | null;
  readonly take: (status: ImportView | null) => void;
}

/** The newest import, asked for again while it runs. */
export function useImport(): ImportHandle {
  const [status, setStatus] = useState<ImportView | null>(null);
  const isRunning = status?.progress.state === 'running' || status?.progress.state === 'paused';

  useEffect(() => {
    let wanted = true;
    void call('importStatus', {}).then((outcome) => {
      // One that ended well before the page was opened is no news.
      if (!wanted || !outcome.ok || outcome.data === null) return;
      const { progress, counts } = outcome.data;
      if (progress.state !== 'finished' || counts.refused > 0) setStatus((before) => before ?? outcome.data);
    });
    return () => {
      wanted = false;
    };
  }, []);

  useEffect(() => {
    if (!isRunning) return;
    let wanted = true;
    const timer = setInterval(() => {
      void call('importStatus', {}).then((outcome) => {
        if (wanted && outcome.ok && outcome.data !== null) setStatus(outcome.data);
      });
    }, EVERY_MILLIS);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [isRunning]);

  return { status, take: setStatus };
}
