import type { CalendarKey, PlanKey, PriorityKey, SlaMetric, Threshold } from '../policy/document';
import type { Duration } from '../time/duration';
import type { EpochMillis, Millis } from '../time/instant';

/** The open states, then the stopped ones (design.md §3). */
export type ClockState = 'running' | 'paused' | 'near-breach' | 'breached' | 'met' | 'missed';

/** The goal in force on a clock: what was promised, and by which entry of the policy. */
export interface SlaGoal {
  readonly metric: SlaMetric;
  readonly plan: PlanKey;
  readonly priority: PriorityKey;
  readonly calendar: CalendarKey;
  /** As written in the policy. */
  readonly duration: Duration;
  /** The same in working time of the calendar. */
  readonly target: Millis;
  /**
   * Fingerprint of target and calendar content: part of a flag's key. Kept when a later calendar version is the same in
   * effect up to the due time, so that no flag comes twice.
   */
  readonly fingerprint: string;
  readonly policyVersion: number;
}

/** A warning or the breach itself, on one clock under one goal. */
export interface ClockThreshold {
  /** Flag key: metric : cycle : goal fingerprint : threshold (rules.md §8). */
  readonly key: string;
  readonly metric: SlaMetric;
  readonly threshold: Threshold | { readonly kind: 'breach' };
  /**
   * When it is or was reached; null while the clock is paused before it, or when it stopped before it. A breach is reached
   * with the first millisecond used beyond the target: after a due time at closing, at the next opening.
   */
  readonly at: EpochMillis | null;
}

/**
 * Every millisecond from start to stop (or now) is exactly one of these. A clock that is paused, unavailable or closed is
 * so by night too; used and outside hours divide the rest.
 */
export interface ClockTotals {
  /** Also what was used before a retarget that restarted the clock, which `elapsedTime` leaves out. */
  readonly used: Millis;
  readonly outsideHours: Millis;
  readonly paused: Millis;
  /** Only where the policy lets the customer's missing resources pause resolution. */
  readonly unavailable: Millis;
  /** Between a resolution and the reopening that continued the clock. */
  readonly closed: Millis;
}

/** One metric of one ticket, as of the fold's instant. Names are those of JSM's own SLA resource. */
export interface SlaClock {
  readonly metric: SlaMetric;
  /** 1, then one more for each reopening in the mode `new-cycle`. */
  readonly cycle: number;
  readonly state: ClockState;
  /** Null: no promise (no priority, unmapped priority, plan without a goal, out of subscription without promise). */
  readonly goal: SlaGoal | null;
  readonly startTime: EpochMillis;
  readonly stopTime: EpochMillis | null;
  readonly elapsedTime: Millis;
  /** Target minus elapsed; negative when late; null without a goal. */
  readonly remainingTime: Millis | null;
  /** The due time: earliest instant at which elapsed equals the target. Null without a goal and while paused. */
  readonly breachTime: EpochMillis | null;
  readonly paused: boolean;
  readonly breached: boolean;
  /** Late by, in working and in real time; null while not late. */
  readonly late: { readonly working: Millis; readonly real: Millis } | null;
  /**
   * Late, and for some of the time it was late the customer's resources were unavailable (rules.md §7, duty). Of an open
   * breach: so it would count if it stopped now.
   */
  readonly missedWithCustomerUnavailable: boolean;
  readonly thresholds: readonly ClockThreshold[];
  readonly totals: ClockTotals;
}
