import type { EpochMillis } from '../time/instant';
import type { ClockState, SlaClock } from './clock';
import type { SlaStatus } from './ticket-fold';

const OPEN_STATES_WORST_FIRST: readonly ClockState[] = ['breached', 'near-breach', 'running', 'paused'];

/**
 * The worst open clock; with all stopped, missed if any missed, else met. Clocks without a goal say nothing: with no
 * other, the answer is `none` (rules.md §8).
 */
export function slaStatus(clocks: readonly SlaClock[]): SlaStatus {
  const promised = clocks.filter(({ goal }) => goal !== null);
  if (promised.length === 0) return 'none';
  const worst = OPEN_STATES_WORST_FIRST.find((open) => promised.some(({ state }) => state === open));
  return worst ?? (promised.some(({ state }) => state === 'missed') ? 'missed' : 'met');
}

/** The earliest due time of a clock that runs; past ones included, paused ones not. */
export function nextDueOf(clocks: readonly SlaClock[]): EpochMillis | null {
  let next: EpochMillis | null = null;
  for (const { stopTime, breachTime } of clocks) {
    if (stopTime !== null || breachTime === null) continue;
    next = Math.min(next ?? Infinity, breachTime);
  }
  return next;
}
