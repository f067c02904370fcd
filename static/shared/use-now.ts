import { useEffect, useState } from 'react';
import { SECOND, type EpochMillis } from '../../src/core/time/instant';

/**
 * The server's present, counted on in the browser from the instant of its answer, a second at a time: the reader's own
 * clock may be wrong, its pace is right. A page that comes back to the front catches up at once.
 */
export function useNow(serverNow: EpochMillis): EpochMillis {
  const [tick, setTick] = useState({ serverNow, now: serverNow });
  useEffect(() => {
    const received = Date.now();
    const catchUp = (): void => {
      setTick({ serverNow, now: serverNow + Math.max(0, Date.now() - received) });
    };
    const timer = setInterval(catchUp, SECOND);
    document.addEventListener('visibilitychange', catchUp);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', catchUp);
    };
  }, [serverNow]);
  // A newer answer counts from its own instant before its first tick.
  return tick.serverNow === serverNow ? tick.now : serverNow;
}
