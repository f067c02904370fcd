import { HOUR, MINUTE } from '../../src/core/time/instant';
import type { SlaClock } from '../../src/core/clock/clock';

/** The clocks as the panel shows them: size says what still needs care. */
export interface ClockOrder {
  /** The open clock with a goal that falls due first; null when none is open. */
  readonly main: SlaClock | null;
  readonly others: readonly SlaClock[];
}

/** Open clocks with a goal first, by due time (paused ones, without a due time, after the rest), then the others. */
export function orderClocks(clocks: readonly SlaClock[]): ClockOrder {
  const dueOf = ({ breachTime }: SlaClock): number => breachTime ?? Infinity;
  const needsCare = clocks
    .filter(({ stopTime, goal }) => stopTime === null && goal !== null)
    .sort((a, b) => (dueOf(a) === dueOf(b) ? 0 : dueOf(a) - dueOf(b)));
  const [main = null] = needsCare;
  return { main, others: clocks.filter((clock) => clock !== main) };
}

/** The share of its target that a clock has used; 0 without a goal. */
export function usedShare({ elapsedTime, goal }: SlaClock): number {
  return goal === null || goal.target === 0 ? 0 : elapsedTime / goal.target;
}

/** Where a clock's thresholds stand on its dial, as shares of the target. */
export function thresholdShares({ thresholds, goal }: SlaClock): number[] {
  if (goal === null) return [];
  return thresholds.flatMap(({ threshold }) => {
    if (threshold.kind === 'percent') return threshold.percent / 100;
    if (threshold.kind === 'breach') return [];
    const { unit, amount } = threshold.remaining;
    // Days left depend on the calendar, which the dial does not know: their notch is left out.
    if (unit !== 'minutes' && unit !== 'hours') return [];
    const share = 1 - (amount * (unit === 'hours' ? HOUR : MINUTE)) / goal.target;
    return share > 0 ? share : [];
  });
}
