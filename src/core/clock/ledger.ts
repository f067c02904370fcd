import type { LevelKey, PlanKey, PriorityKey, ReasonKey, SlaMetric, Threshold } from '../policy/document';
import type { EpochMillis, Millis } from '../time/instant';
import type { SlaGoal } from './clock';
import type { PlanReason } from '../policy/plan-choice';

/** Why a priority is what it is. */
export type PrioritySource = 'matrix' | 'override' | 'jira' | 'none';

export type RetargetCause = 'priority' | 'plan' | 'calendar' | 'policy';

/**
 * One line of the ledger: what happened to the clocks, in typed facts. The words are i18n's.
 * `metric` is absent where the entry concerns the ticket and both its clocks.
 */
export type LedgerEntry = { readonly at: EpochMillis } & (
  | {
      readonly kind: 'created';
      readonly impact: LevelKey | null;
      readonly urgency: LevelKey | null;
      readonly priority: PriorityKey | null;
    }
  | { readonly kind: 'levels'; readonly impact: LevelKey | null; readonly urgency: LevelKey | null }
  | {
      readonly kind: 'priority';
      readonly from: PriorityKey | null;
      readonly to: PriorityKey | null;
      readonly source: PrioritySource;
    }
  | {
      readonly kind: 'plan';
      readonly plan: PlanKey | null;
      readonly organizationId: string | null;
      readonly reason: PlanReason;
    }
  | { readonly kind: 'goal'; readonly metric: SlaMetric; readonly goal: SlaGoal; readonly due: EpochMillis | null }
  | {
      readonly kind: 'retarget';
      readonly metric: SlaMetric;
      readonly cause: RetargetCause;
      readonly from: SlaGoal | null;
      readonly to: SlaGoal | null;
      readonly used: Millis;
      readonly dueBefore: EpochMillis | null;
      readonly dueAfter: EpochMillis | null;
    }
  | {
      readonly kind: 'paused';
      readonly metric: SlaMetric;
      readonly cause: 'status' | 'unavailable';
      readonly statusId: string;
    }
  | {
      readonly kind: 'resumed';
      readonly metric: SlaMetric;
      readonly pausedFor: Millis;
      readonly due: EpochMillis | null;
    }
  | { readonly kind: 'threshold'; readonly metric: SlaMetric; readonly key: string; readonly threshold: Threshold }
  | { readonly kind: 'breached'; readonly metric: SlaMetric; readonly key: string }
  | {
      readonly kind: 'stopped';
      readonly metric: SlaMetric;
      readonly outcome: 'met' | 'missed' | 'missed-customer-unavailable' | 'no-goal';
      readonly by: 'reply' | 'resolved';
      readonly used: Millis;
    }
  | { readonly kind: 'reopened'; readonly closedFor: Millis; readonly cycle: number }
  | { readonly kind: 'unavailable'; readonly reasonCode: ReasonKey; readonly commentId: string }
  | { readonly kind: 'available'; readonly cause: 'lifted' | 'priority' }
  | {
      readonly kind: 'downgraded';
      readonly from: PriorityKey;
      readonly to: PriorityKey;
      readonly reasonCode: ReasonKey;
      readonly commentId: string;
    }
  | { readonly kind: 'downgrade-lifted'; readonly to: PriorityKey | null }
  | { readonly kind: 'returned-to-matrix'; readonly to: PriorityKey | null }
  | { readonly kind: 'undone'; readonly commentId: string }
);
