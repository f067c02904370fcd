import { isSameAssignment, type WantedAssignment } from '../core/policy/assignments';
import type { PlanAssignment } from '../core/policy/document';
import type { EpochMillis } from '../core/time/instant';
import type { AssignmentRow } from './ports';

/**
 * The row with an assignment recorded at an instant. What stood there stays a fact, removed at that instant, since tickets
 * had it until then. The row itself where it says the same already, so that doing it again changes nothing.
 */
export function withRecorded(row: AssignmentRow | null, wanted: WantedAssignment, now: EpochMillis): AssignmentRow {
  const { organizationId, from } = wanted;
  const standing = standingOf(row);
  if (row !== null && standing !== undefined && isSameAssignment(standing, wanted)) return row;
  const { plan, to, calendar } = wanted;
  const added: PlanAssignment = { organizationId, plan, from, to, calendar, recordedAt: now };
  const before = row === null ? [] : withRemoved(row, now).facts;
  return { organizationId, from, rev: (row?.rev ?? 0) + 1, facts: [...before, added] };
}

/** The row with what stands in it removed at an instant; the row itself where nothing does. */
export function withRemoved(row: AssignmentRow, now: EpochMillis): AssignmentRow {
  const standing = standingOf(row);
  if (standing === undefined) return row;
  return { ...row, rev: row.rev + 1, facts: [...row.facts.slice(0, -1), { ...standing, removedAt: now }] };
}

function standingOf(row: AssignmentRow | null): PlanAssignment | undefined {
  const newest = row?.facts.at(-1);
  return newest?.removedAt === undefined ? newest : undefined;
}
