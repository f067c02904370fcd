import type { Instant, SiteClock } from './seam';

/** A site clock that can be held: while held, time passes only where somebody sets it. */
export interface HeldClock extends SiteClock {
  hold(): void;
  /** Lets time run on from where it was held. Holds count: each needs its release. */
  release(): void;
}

/**
 * A clock over `running` that can be held. A journey through time is made with it held, so that what happens on the way
 * bears its own time to the millisecond, however long the machine took.
 */
export function createHeldClock(running: SiteClock): HeldClock {
  let holds = 0;
  let heldAt: Instant = 0;
  return {
    now: () => (holds > 0 ? heldAt : running.now()),
    set: (instant) => {
      heldAt = instant;
      running.set(instant);
    },
    hold: () => {
      if (holds === 0) heldAt = running.now();
      holds += 1;
    },
    release: () => {
      holds -= 1;
      if (holds === 0) running.set(heldAt);
    },
  };
}
