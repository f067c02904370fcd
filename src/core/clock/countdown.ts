import type { EpochMillis } from '../time/instant';
import { workingTimeBetween, type WorkingTime } from '../time/working-time-queries';
import type { ClockState, SlaClock } from './clock';

/** What of a clock changes while nothing happens to the ticket. */
export type Countdown = Pick<SlaClock, 'state' | 'elapsedTime' | 'remainingTime' | 'breachTime' | 'breached' | 'late'>;

/**
 * A clock as of a later instant, without the server: `clock` was folded as of `foldedAt` (TicketFold.at), and nothing
 * happened to the ticket since. `workingTime` is that of the goal's calendar, compiled over both instants. An earlier
 * instant gives the clock as it was folded, so that a browser's clock running late shows nothing wrong.
 *
 * Example: two hours of eight used at 13:00 on a Tuesday of 08:30 to 16:30; on Wednesday at 09:00 six are used and two
 * remain, near breach since 75 % was reached at 09:00.
 *
 * Throws TimeError `outside-range` for an instant that the working time does not cover.
 */
export function countdown(
  clock: SlaClock,
  workingTime: WorkingTime,
  foldedAt: EpochMillis,
  at: EpochMillis,
): Countdown {
  const { goal, stopTime, paused, breachTime } = clock;
  if (goal === null || stopTime !== null || at <= foldedAt) return clock;
  const elapsedTime = clock.elapsedTime + (paused ? 0 : workingTimeBetween(workingTime, foldedAt, at));
  const remainingTime = goal.target - elapsedTime;
  const breached = remainingTime < 0;
  const since = breachTime ?? foldedAt - (clock.late?.real ?? 0);
  return {
    state: stateAt(clock, breached, at),
    elapsedTime,
    remainingTime,
    breachTime,
    breached,
    late: breached ? { working: -remainingTime, real: at - since } : null,
  };
}

function stateAt({ paused, thresholds }: SlaClock, breached: boolean, at: EpochMillis): ClockState {
  if (breached) return 'breached';
  if (paused) return 'paused';
  return thresholds.some((threshold) => threshold.at !== null && threshold.at <= at) ? 'near-breach' : 'running';
}
