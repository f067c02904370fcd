import type { Ports } from './ports';
import { projectMatters } from './scope';

/** What an issue event says that matters; everything else is read anew. */
export interface IssueEvent {
  readonly kind: 'touched' | 'deleted';
  readonly issueId: string;
  /** Null when the event does not say: then only a look tells. */
  readonly projectId: string | null;
}

/**
 * Takes an issue event: one storage read, and a push for tickets of projects in scope. An event only says *look at this
 * issue again*; lost, doubled and reordered ones change nothing (design.md §1).
 */
export async function receiveIssueEvent(
  ports: Pick<Ports, 'policies' | 'queue' | 'tickets'>,
  event: IssueEvent,
): Promise<'queued' | 'removed' | 'ignored'> {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return 'ignored';
  if (event.projectId !== null && !projectMatters(tracking.scope, event.projectId)) return 'ignored';
  if (event.kind === 'deleted') {
    await ports.tickets.remove(event.issueId);
    return 'removed';
  }
  await ports.queue.track([event.issueId]);
  return 'queued';
}
