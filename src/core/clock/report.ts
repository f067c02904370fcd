import type { SlaMetric } from '../policy/document';
import type { EpochMillis, Millis } from '../time/instant';
import type { SlaClock, SlaGoal } from './clock';
import type { TicketFold } from './ticket-fold';

/**
 * How a stopped clock ended. Missed while the customer's resources were unavailable stands apart from both (rules.md §7);
 * `no-promise` had no goal, so it counts as a ticket and in no percentage.
 */
export type Outcome = 'met' | 'missed' | 'missed-customer-unavailable' | 'no-promise';

/** One stopped clock as it is judged: a line of a report. */
export interface ClockResult {
  readonly metric: SlaMetric;
  readonly cycle: number;
  readonly outcome: Outcome;
  /** What it was judged by, as it stood when the clock stopped; null without a promise. */
  readonly goal: SlaGoal | null;
  readonly startTime: EpochMillis;
  readonly stopTime: EpochMillis;
  readonly elapsedTime: Millis;
  /** 0 for a promise that was met. */
  readonly lateBy: { readonly working: Millis; readonly real: Millis };
  /** The ticket was closed with a resolution that reports list apart, such as duplicate. */
  readonly apart: boolean;
}

/**
 * The results of a ticket: each stopped clock, earlier cycles first, response before resolution. Clocks still open have
 * none yet, whatever their state.
 */
export function clockResults({ clocks, closedCycles, reportedApart }: TicketFold): readonly ClockResult[] {
  // Earlier cycles were reopened, so the resolution they were closed with no longer stands.
  const earlier = closedCycles.flatMap((clock) => resultOf(clock, false));
  return [...earlier, ...clocks.flatMap((clock) => resultOf(clock, reportedApart))];
}

function resultOf(clock: SlaClock, apart: boolean): readonly ClockResult[] {
  const { metric, cycle, goal, startTime, stopTime, elapsedTime, late } = clock;
  if (stopTime === null) return [];
  const lateBy = late ?? { working: 0, real: 0 };
  return [{ metric, cycle, outcome: outcomeOf(clock), goal, startTime, stopTime, elapsedTime, lateBy, apart }];
}

function outcomeOf({ goal, breached, missedWithCustomerUnavailable }: SlaClock): Outcome {
  if (goal === null) return 'no-promise';
  if (!breached) return 'met';
  return missedWithCustomerUnavailable ? 'missed-customer-unavailable' : 'missed';
}
