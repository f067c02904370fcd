import type { BoardClock, BoardIncident, BoardState } from '../../src/contract/sla-board';
import type { EpochMillis, Millis } from '../../src/core/time/instant';
import { workingTimeFromJson } from '../../src/core/time/working-time-json';
import { workingTimeBetween, type WorkingTime } from '../../src/core/time/working-time-queries';

/** A clock as of an instant after the answer. */
export interface CountedClock {
  /** Working time left, negative once late. */
  readonly remaining: Millis;
  /** Used share of the target; null where it has no fixed length. */
  readonly share: number | null;
  readonly state: BoardState;
}

/** The working times that came with a page of incidents. Throws TimeError `bad-working-time`. */
export function workingTimesIn(workingTimes: Readonly<Record<string, unknown>>): ReadonlyMap<string, WorkingTime> {
  return new Map(Object.entries(workingTimes).map(([key, json]) => [key, workingTimeFromJson(json)]));
}

/**
 * An incident's next clock counted on from the answer's instant, without the server; null while there is none. The state
 * only ever worsens by it: what else happened the next answer tells.
 */
export function countOn(
  { clock, state }: Pick<BoardIncident, 'clock' | 'state'>,
  workingTimes: ReadonlyMap<string, WorkingTime>,
  answeredAt: EpochMillis,
  now: EpochMillis,
): CountedClock | null {
  if (clock === null) return null;
  const workingTime = workingTimes.get(clock.calendar);
  const until = Math.min(now, workingTime?.to ?? answeredAt);
  const worked =
    workingTime === undefined || until <= answeredAt ? 0 : workingTimeBetween(workingTime, answeredAt, until);
  const remaining = clock.remaining - worked;
  const { target } = clock;
  return {
    remaining,
    share: target === null || target <= 0 ? null : (target - remaining) / target,
    state: stateAt(clock, state, remaining),
  };
}

function stateAt({ target, warnsAt }: BoardClock, state: BoardState, remaining: Millis): BoardState {
  if (remaining < 0) return 'breached';
  const isWarned = target !== null && warnsAt !== null && target - remaining >= warnsAt;
  return state === 'running' && isWarned ? 'near-breach' : state;
}
