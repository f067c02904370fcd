import type { CalendarKey, PlanKey } from './document';

/** Why a ticket has its plan (rules.md §6). */
export type PlanReason =
  'organization' | 'reporter-organization' | 'default-no-organization' | 'default-unassigned' | 'out-of-subscription';

export interface PlanChoice {
  /** Null only out of subscription where the policy then promises nothing. */
  readonly plan: PlanKey | null;
  readonly reason: PlanReason;
  /** The organization whose assignment decided; null for the default plan. */
  readonly organizationId: string | null;
  /** The assignment's days, `YYYY-MM-DD`; null for the default plan or without an end. */
  readonly from: string | null;
  readonly to: string | null;
  /** The assignment's own calendar, in place of the policy's default calendar; null for none. */
  readonly calendar: CalendarKey | null;
}
