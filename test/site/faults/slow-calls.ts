import type { EpochMillis, Millis } from '../../../src/core/time/instant';
import type { SiteClock } from '../../sandbox/seam';
import type { EndedRun, Mishap, Outgoing } from '../../sandbox/platform/in-process';

/**
 * Calls that take their time of the site's clock, never of the machine's: those that are under way at once wait side by side,
 * and whenever all that runs waits, the clock moves to the next that ends.
 */
export function slowCalls(
  clock: () => SiteClock,
  lasts: (call: Outgoing) => Millis,
  ended: (run: EndedRun) => void,
): Mishap {
  const waiting: { readonly until: EpochMillis; readonly wake: () => void }[] = [];
  let isMoving = false;
  const move = (): void => {
    waiting.sort((a, b) => a.until - b.until);
    const next = waiting.shift();
    isMoving = waiting.length > 0;
    if (isMoving) setImmediate(move);
    if (next === undefined) return;
    clock().set(Math.max(clock().now(), next.until));
    next.wake();
  };
  const wait = (millis: Millis): Promise<void> =>
    new Promise((wake) => {
      waiting.push({ until: clock().now() + millis, wake });
      if (!isMoving) setImmediate(move);
      isMoving = true;
    });
  return {
    around: async (call, answer) => {
      await wait(lasts(call));
      return answer();
    },
    ended,
  };
}
