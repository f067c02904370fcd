import type { EpochMillis } from '../time/instant';
import type { ClockThreshold } from './clock';
import type { TicketFold } from './ticket-fold';

/** A threshold whose time is known: reached, or forecast while the clock counts. */
export type TimedThreshold = ClockThreshold & { readonly at: EpochMillis };

/**
 * The earliest threshold of either clock that is not handled yet, to be stored as the ticket's `nextAt`. One that is past
 * is due now. Null when none is in sight: all handled, paused, stopped before it, or no goal.
 */
export function nextThreshold(fold: TicketFold, handledKeys: readonly string[]): TimedThreshold | null {
  let next: TimedThreshold | null = null;
  for (const threshold of unhandled(fold, handledKeys)) {
    if (next === null || threshold.at < next.at) next = threshold;
  }
  return next;
}

/** The thresholds that are not handled yet and were reached at `at` or before, earliest first. */
export function dueThresholds(
  fold: TicketFold,
  handledKeys: readonly string[],
  at: EpochMillis,
): readonly TimedThreshold[] {
  return unhandled(fold, handledKeys)
    .filter((threshold) => threshold.at <= at)
    .sort((a, b) => a.at - b.at);
}

function unhandled({ clocks }: TicketFold, handledKeys: readonly string[]): TimedThreshold[] {
  return clocks
    .flatMap(({ thresholds }) => thresholds)
    .filter((threshold): threshold is TimedThreshold => threshold.at !== null && !handledKeys.includes(threshold.key));
}
