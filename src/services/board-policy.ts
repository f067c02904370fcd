import { ranksOf } from '../core/policy/matrix';
import type { PolicyVersion } from '../core/policy/document';
import type { BoardFilter } from '../contract/sla-board';
import type { IncidentQuery, Ports, TrackingSettings } from './ports';

/** What a board of a project stands on: the policy in force, and the fields it lists by. */
export interface BoardPolicy {
  readonly tracking: TrackingSettings;
  readonly version: PolicyVersion;
}

/** Why a project has no board; the words are the surface's. */
export type NoBoard = 'not-configured' | 'out-of-scope';

/** The policy of a project's board, or why there is none. Reads storage alone. */
export async function boardPolicy(ports: Pick<Ports, 'policies'>, projectId: string): Promise<BoardPolicy | NoBoard> {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return 'not-configured';
  const { slaStatus, slaNextDue, responseDue, resolutionDue, customerPlan, handlingOrder } = tracking.fields;
  const listed = [slaStatus, slaNextDue, responseDue, resolutionDue, customerPlan, handlingOrder];
  if (listed.includes(null)) return 'not-configured';
  if (!tracking.scope.some((entry) => entry.projectId === projectId && entry.kind === 'incident')) {
    return 'out-of-scope';
  }
  return { tracking, version: await ports.policies.version(tracking.version) };
}

/** A board's filter as a query. A priority that the policy no longer has asks for ranks that no ticket has. */
export function incidentQuery({ version }: BoardPolicy, projectId: string, filter: BoardFilter): IncidentQuery {
  const { priority } = filter;
  const ranks = priority === null ? null : (ranksOf(version.document, priority) ?? { first: 0, last: 0 });
  return { projectId, filter, ranks };
}
