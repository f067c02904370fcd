import type { PolicyDocument } from '../policy/document';
import { choosePlan, planChangeInstants, type PlanChoice } from '../policy/plan-choice';
import type { EpochMillis } from '../time/instant';
import type { FoldInput } from './ticket-fold';

/** What a ticket's plan is chosen from, besides its organizations and the policy, which change with time. */
type PlanFacts = Pick<FoldInput, 'history' | 'assignments'>;

/** The plan at an instant (rules.md §6). */
export function planAt(
  { history, assignments }: PlanFacts,
  policy: PolicyDocument,
  organizationIds: readonly string[],
  at: EpochMillis,
): PlanChoice {
  const { createdAt, reporterOrganizationIds } = history;
  return choosePlan(policy, { organizationIds, reporterOrganizationIds, createdAt, at, assignments });
}

/**
 * The instants after the creation at which an assignment may change the plan, in order: of any organization and under any
 * policy version, since both change too. Where nothing comes of it the plan stays.
 */
export function planChanges({ history, assignments, policies }: FoldInput): readonly EpochMillis[] {
  const { createdAt } = history;
  const isRecordedLater = assignments.some(
    ({ recordedAt, removedAt }) => recordedAt > createdAt || (removedAt ?? createdAt) > createdAt,
  );
  const instants = policies
    .filter(({ document }) => isRecordedLater || document.modes.laterPlanReachesOpenTickets)
    .flatMap(({ document }) => planChangeInstants(document, createdAt, assignments));
  return [...new Set(instants)].sort((a, b) => a - b);
}

/** Whether two choices come to the same for the ledger: the plan, why, and the calendar; the days may differ. */
export function isSameChoice(a: PlanChoice, b: PlanChoice): boolean {
  return (
    a.plan === b.plan && a.reason === b.reason && a.organizationId === b.organizationId && a.calendar === b.calendar
  );
}
