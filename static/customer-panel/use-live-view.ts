import { useCallback, useEffect, useState } from 'react';
import type { CustomerPanelView } from '../../src/contract/customer-panel';
import { SECOND, type Millis } from '../../src/core/time/instant';
import type { Outcome } from '../shared/bridge';
import { afterAnswer, waitBeforeAsking, type LiveView } from './live-view';

/**
 * Asks for the view, and again while the page is open and in sight; `ask` must be stable. `elapsed` counts the seconds
 * since the shown view came.
 */
export function useLiveView(ask: () => Promise<Outcome<CustomerPanelView>>): {
  readonly live: LiveView;
  readonly elapsed: Millis;
  readonly reload: () => void;
} {
  const [live, setLive] = useState<LiveView>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const [pageTime, setPageTime] = useState(() => performance.now());

  useEffect(() => {
    let wanted = true;
    void ask().then((outcome) => {
      if (wanted) setLive((before) => afterAnswer(before, outcome, performance.now()));
    });
    return () => {
      wanted = false;
    };
  }, [ask, attempt]);

  useEffect(() => {
    const wait = waitBeforeAsking(live, performance.now());
    if (wait === null) return;
    const again = (): void => {
      if (!document.hidden) setAttempt((n) => n + 1);
    };
    const timer = setTimeout(again, wait);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [live]);

  useEffect(() => {
    const timer = setInterval(() => {
      setPageTime(performance.now());
    }, SECOND);
    return () => {
      clearInterval(timer);
    };
  }, []);

  const reload = useCallback(() => {
    setLive({ status: 'loading' });
    setAttempt((n) => n + 1);
  }, []);
  return { live, elapsed: live.status === 'shown' ? Math.max(0, pageTime - live.receivedAt) : 0, reload };
}
