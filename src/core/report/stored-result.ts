import type { Outcome } from '../clock/report';
import type { PlanKey, PriorityKey, ReasonKey, SlaMetric } from '../policy/document';
import type { EpochMillis, Millis } from '../time/instant';

/** A time in which the customer did not supply what the duty asks, as far as the clock ran. */
export interface DutyInterval {
  readonly from: EpochMillis;
  readonly to: EpochMillis;
  readonly reasonCode: ReasonKey;
}

/** A stopped clock as it is kept for reports: ids, keys, times and amounts only (rules.md §11). */
export interface StoredResult {
  readonly issueId: string;
  readonly metric: SlaMetric;
  /** 1, then one more for each reopening that keeps the result before it. */
  readonly cycle: number;
  /** `YYYY-MM` of the stop, in the zone of the default calendar of the policy in force then. */
  readonly month: string;
  readonly projectId: string;
  /** The organization that the ticket counts for; null for a ticket of none. */
  readonly organizationId: string | null;
  readonly plan: PlanKey | null;
  readonly priority: PriorityKey | null;
  readonly outcome: Outcome;
  /** When the ticket was raised. */
  readonly createdAt: EpochMillis;
  readonly stoppedAt: EpochMillis;
  /** 0 for a promise that was kept. */
  readonly lateBy: { readonly working: Millis; readonly real: Millis };
  readonly duty: readonly DutyInterval[];
  /** Closed with a resolution that reports list apart, such as duplicate: counted there and nowhere else. */
  readonly apart: boolean;
}

/** `metric:cycle`, which tells the results of one ticket from each other. */
export function resultName({ metric, cycle }: Pick<StoredResult, 'metric' | 'cycle'>): string {
  return `${metric}:${String(cycle)}`;
}
