import { BusyError, type Ports } from './ports';
import { projectMatters } from './scope';
import { trackIssue } from './track-issue';

/** What an issue event says that matters; everything else is read anew. */
export interface IssueEvent {
  readonly kind: 'touched' | 'moved' | 'deleted';
  readonly issueId: string;
  /** Null when the event does not say: then only a look tells. */
  readonly projectId: string | null;
  /** The platform delivers it for the last time: what is not done now is left to the reconciliation. */
  readonly isLastTry: boolean;
}

/**
 * Takes an issue event: one storage read, and a push for tickets of projects in scope. An event only says *look at this
 * issue again*; lost, doubled and reordered ones change nothing (design.md §1). A ticket moved out of scope is looked at
 * where it has a row. A push that the queue refuses is returned for retry, and at the last try looked at here.
 * Errors: BusyError, for the platform to deliver the event again.
 */
export async function receiveIssueEvent(
  ports: Ports,
  event: IssueEvent,
): Promise<'queued' | 'looked' | 'removed' | 'ignored'> {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return 'ignored';
  const inScope = event.projectId === null || projectMatters(tracking.scope, event.projectId);
  const wasInScope = event.kind === 'moved' && !inScope && (await ports.tickets.get(event.issueId)) !== null;
  if (!inScope && !wasInScope) return 'ignored';
  if (event.kind === 'deleted') {
    await ports.tickets.remove(event.issueId);
    return 'removed';
  }
  try {
    await ports.queue.track([event.issueId]);
    return 'queued';
  } catch (error) {
    if (!(error instanceof BusyError) || !event.isLastTry) throw error;
    await trackIssue(ports, event.issueId);
    return 'looked';
  }
}
