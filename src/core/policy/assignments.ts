import type { LocalDate } from '../time/local-date';
import type { PlanAssignment, PlanKey, PolicyDocument } from './document';
import { calendarOf, planOf } from './lookup';

/** What an admin gives an organization: an assignment before it is recorded. */
export type WantedAssignment = Omit<PlanAssignment, 'recordedAt' | 'removedAt'>;

/** Why an assignment cannot be recorded. */
export type AssignmentFault =
  | { readonly code: 'unknown-plan'; readonly plan: PlanKey }
  | { readonly code: 'unknown-calendar'; readonly calendar: string }
  | { readonly code: 'ends-before-start' }
  /** Another assignment of the organization covers some of the days. */
  | { readonly code: 'days-overlap'; readonly plan: PlanKey; readonly from: LocalDate; readonly to: LocalDate | null };

/** What a ticket created on a day would get: `ended` is out of subscription, `none` was never assigned. */
export type PlanStanding =
  { readonly kind: 'plan'; readonly plan: PlanKey } | { readonly kind: 'ended' } | { readonly kind: 'none' };

/** Those that stand: neither taken off the record nor replaced. */
export function standingOnes(assignments: readonly PlanAssignment[]): readonly PlanAssignment[] {
  return assignments.filter(({ removedAt }) => removedAt === undefined);
}

/** What stands for an organization on a day, from its own assignments. */
export function standingOn(assignments: readonly PlanAssignment[], day: LocalDate): PlanStanding {
  const standing = standingOnes(assignments);
  const current = standing.find(({ from, to }) => from <= day && (to === null || day <= to));
  if (current !== undefined) return { kind: 'plan', plan: current.plan };
  return { kind: standing.some(({ to }) => to !== null && to < day) ? 'ended' : 'none' };
}

/**
 * Why an assignment cannot be recorded beside the organization's others. One that begins on the same day is what it would
 * replace, so its days do no harm.
 */
export function assignmentFaults(
  policy: PolicyDocument,
  wanted: WantedAssignment,
  others: readonly PlanAssignment[],
): readonly AssignmentFault[] {
  const faults: AssignmentFault[] = [];
  if (planOf(policy, wanted.plan) === undefined) faults.push({ code: 'unknown-plan', plan: wanted.plan });
  if (wanted.calendar !== null && calendarOf(policy, wanted.calendar) === undefined) {
    faults.push({ code: 'unknown-calendar', calendar: wanted.calendar });
  }
  if (wanted.to !== null && wanted.to < wanted.from) faults.push({ code: 'ends-before-start' });
  const clash = standingOnes(others).find((other) => other.from !== wanted.from && shareADay(other, wanted));
  if (clash !== undefined) faults.push({ code: 'days-overlap', plan: clash.plan, from: clash.from, to: clash.to });
  return faults;
}

/** Whether an assignment says just what is recorded already. */
export function isSameAssignment(a: WantedAssignment, b: WantedAssignment): boolean {
  return (
    a.organizationId === b.organizationId &&
    a.plan === b.plan &&
    a.from === b.from &&
    a.to === b.to &&
    a.calendar === b.calendar
  );
}

type Days = Pick<PlanAssignment, 'from' | 'to'>;

/** Both ends belong to the days; dates compare as texts. */
export function shareADay(a: Days, b: Days): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
}
