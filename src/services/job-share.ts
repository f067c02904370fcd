import { HOUR, SECOND, type Millis } from '../core/time/instant';
import type { JobTask } from './ports';

// The whole app shares 65,000 Jira points an hour between all its sites (forge facts §8). Events and flags come first:
// jobs take a stated share of what is left, by what their calls cost at most.

/** A search or bulk read: 1, and 1 for each issue it gives. */
export const pointsOfPage = (issues: number): number => 1 + issues;

/** One look at a ticket by track-issue: three calls, four points. */
export const POINTS_A_LOOK = 4;

/**
 * A daily reconciliation: sites run spread over the day, so 500 sites take some 40,000 points of an hour's 65,000 at the
 * very worst, and 100 sites an eighth. A site with more than about 2,000 issues to check goes on the next day.
 */
export const POINTS_A_RECONCILIATION = 2_000;

/** Jobs that an admin waits for: so much at once, then so much an hour. */
export const POINTS_AT_ONCE = 1_500;
export const POINTS_AN_HOUR = 13_000;

/**
 * One event's descendants may push 1,000 times (forge facts §5). A step pushes three times, and the looks it asks for push
 * their near thresholds; after so many steps a job waits for a fresh start.
 */
export const STEPS_A_LEG = 200;

/**
 * A report spends no points but the store's reads, of which a site has 4,000 a minute: its steps take some 80 each. Twenty at
 * once read 40,000 results; from then on it leaves most of each minute to events and sweeps.
 */
const STEPS_AT_ONCE = 20;
const WAIT_OF_A_STEP: Millis = 2 * SECOND;

/** What a job does after a step: go on after a wait, or leave the rest to whoever takes it up. */
export function shareLeft(
  task: JobTask,
  leg: { readonly steps: number; readonly points: number },
  pointsOfStep: number,
): { readonly kind: 'go-on'; readonly wait: Millis } | { readonly kind: 'pause' } {
  if (leg.steps >= STEPS_A_LEG) return { kind: 'pause' };
  switch (task.kind) {
    case 'reconcile':
      return leg.points >= POINTS_A_RECONCILIATION ? { kind: 'pause' } : { kind: 'go-on', wait: 0 };
    case 'recompute':
    case 'replan':
    case 'results':
    case 'import':
    case 'preview':
    case 'flag-preview':
      return {
        kind: 'go-on',
        wait: leg.points <= POINTS_AT_ONCE ? 0 : Math.ceil((pointsOfStep * HOUR) / POINTS_AN_HOUR),
      };
    case 'report':
      return { kind: 'go-on', wait: leg.steps < STEPS_AT_ONCE ? 0 : WAIT_OF_A_STEP };
  }
}
