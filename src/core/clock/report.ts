import type { SlaMetric } from '../policy/document';
import type { EpochMillis, Millis } from '../time/instant';
import type { SlaClock, SlaGoal } from './clock';
import type { TicketFold } from './ticket-fold';

/** How a promise ended. Missed while the customer's resources were unavailable stands apart from both (rules.md §7). */
export type Verdict = 'met' | 'missed' | 'missed-customer-unavailable';

/** One stopped clock with a goal: a line of a report. */
export interface ClockResult {
  readonly metric: SlaMetric;
  readonly cycle: number;
  readonly verdict: Verdict;
  /** What it was judged by, as it stood when the clock stopped. */
  readonly goal: SlaGoal;
  readonly startTime: EpochMillis;
  readonly stopTime: EpochMillis;
  readonly elapsedTime: Millis;
  /** 0 for a promise that was met. */
  readonly lateBy: { readonly working: Millis; readonly real: Millis };
  /** The ticket was closed with a resolution that reports list apart, such as duplicate. */
  readonly apart: boolean;
}

/**
 * The results of a ticket: each stopped clock that had a goal, earlier cycles first, response before resolution. Clocks
 * still open have none yet, whatever their state.
 */
export function clockResults({ clocks, closedCycles, reportedApart }: TicketFold): readonly ClockResult[] {
  // Earlier cycles were reopened, so the resolution they were closed with no longer stands.
  const earlier = closedCycles.flatMap((clock) => resultOf(clock, false));
  return [...earlier, ...clocks.flatMap((clock) => resultOf(clock, reportedApart))];
}

function resultOf(clock: SlaClock, apart: boolean): readonly ClockResult[] {
  const { metric, cycle, goal, startTime, stopTime, elapsedTime, late } = clock;
  if (goal === null || stopTime === null) return [];
  const lateBy = late ?? { working: 0, real: 0 };
  return [{ metric, cycle, verdict: verdictOf(clock), goal, startTime, stopTime, elapsedTime, lateBy, apart }];
}

/** How a stopped clock with a goal ended. */
export function verdictOf({ breached, missedWithCustomerUnavailable }: SlaClock): Verdict {
  if (!breached) return 'met';
  return missedWithCustomerUnavailable ? 'missed-customer-unavailable' : 'missed';
}

/** Results added up. Those reported apart are counted there and nowhere else. */
export interface ResultCounts {
  readonly met: number;
  readonly missed: number;
  readonly missedCustomerUnavailable: number;
  readonly apart: number;
  /** Of all that were late, both kinds. */
  readonly lateBy: { readonly working: Millis; readonly real: Millis };
}

/** Adds up results of one metric or of several tickets: the caller chooses which. */
export function countResults(results: readonly ClockResult[]): ResultCounts {
  const counted = results.filter(({ apart }) => !apart);
  const count = (verdict: Verdict): number => counted.filter((result) => result.verdict === verdict).length;
  return {
    met: count('met'),
    missed: count('missed'),
    missedCustomerUnavailable: count('missed-customer-unavailable'),
    apart: results.length - counted.length,
    lateBy: {
      working: counted.reduce((sum, { lateBy }) => sum + lateBy.working, 0),
      real: counted.reduce((sum, { lateBy }) => sum + lateBy.real, 0),
    },
  };
}
