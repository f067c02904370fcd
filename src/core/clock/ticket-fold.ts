import type { LevelKey, PlanAssignment, PolicyVersion, PriorityKey, ReasonKey } from '../policy/document';
import type { PlanChoice } from '../policy/plan-choice';
import type { SlaCalendar } from '../time/calendar';
import type { EpochMillis } from '../time/instant';
import type { WorkingTime } from '../time/working-time-queries';
import type { ClockState, SlaClock } from './clock';
import type { UnavailableInterval } from './duty';
import type { TicketHistory } from './history';
import type { LedgerEntry, PrioritySource } from './ledger';

/** Everything a ticket's clocks depend on. Same input, same answer, at any time (rules.md §4). */
export interface FoldInput {
  readonly history: TicketHistory;
  /** Published versions, oldest first; at least one. The first also holds for the time before its publication. */
  readonly policies: readonly PolicyVersion[];
  /** Assignments of the organizations the ticket names (others do no harm). */
  readonly assignments: readonly PlanAssignment[];
  /** Compiled working time of a calendar, covering the ticket's creation and any due time. */
  readonly workingTimeOf: (calendar: SlaCalendar) => WorkingTime;
  /**
   * The instant of the fold. What happens after it is not looked at, so a caller whose own clock may be behind Jira's
   * passes the later of its clock and `lastEventAt(history)`.
   */
  readonly now: EpochMillis;
}

export interface PriorityOutcome {
  /** From the matrix; null while a level is unset. */
  readonly derived: PriorityKey | null;
  /** The priority that goals follow; null where the ticket's Jira priority maps to none. */
  readonly effective: PriorityKey | null;
  readonly source: PrioritySource;
  readonly downgrade: {
    readonly from: PriorityKey;
    readonly to: PriorityKey;
    readonly reasonCode: ReasonKey;
    readonly since: EpochMillis;
  } | null;
}

/** The worst open clock; all stopped: missed if any missed, else met; `none` without any goal (rules.md §8). */
export type SlaStatus = ClockState | 'none';

export interface TicketFold {
  /** `now`, or the creation where that is later. */
  readonly at: EpochMillis;
  readonly impact: LevelKey | null;
  readonly urgency: LevelKey | null;
  readonly priority: PriorityOutcome;
  /** The Jira priority id that Cadran has to write now; null when Jira already shows what it should. */
  readonly priorityToWrite: string | null;
  readonly plan: PlanChoice;
  /** One a metric, in the order of SLA_METRICS: the latest cycle of each. */
  readonly clocks: readonly SlaClock[];
  /** Earlier cycles that keep their result (reopen mode `new-cycle`). */
  readonly closedCycles: readonly SlaClock[];
  readonly status: SlaStatus;
  /** The earliest due time of a clock that runs. */
  readonly nextDue: EpochMillis | null;
  /** Priority, impact and urgency as one rank (rules.md §5, order); smaller is handled first; null without priority. */
  readonly handlingOrder: number | null;
  readonly unavailable: { readonly since: EpochMillis; readonly reasonCode: ReasonKey } | null;
  /** Such times that have ended, in order. */
  readonly pastUnavailable: readonly UnavailableInterval[];
  /** Closed with a resolution that reports list apart, such as duplicate (rules.md §7). */
  readonly reportedApart: boolean;
  /** In the order of time. */
  readonly ledger: readonly LedgerEntry[];
}
