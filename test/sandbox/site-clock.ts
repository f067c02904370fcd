import type { Instant, SiteClock } from './seam';

/**
 * A site clock that starts at the given instant (now, where none is given) and runs at real speed; `set` moves it, also
 * backwards. `realNow` is the machine's own clock, given only by tests.
 */
export function createSiteClock(start: Instant = Date.now(), realNow: () => Instant = Date.now): SiteClock {
  let offset = start - realNow();
  return {
    now: () => realNow() + offset,
    set: (instant) => {
      offset = instant - realNow();
    },
  };
}
