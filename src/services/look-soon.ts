import { BusyError, type Ports } from './ports';
import { trackIssue } from './track-issue';

/**
 * Has a ticket looked at soon, after somebody changed it through the app. Where the queue takes nothing it is looked at here;
 * where Jira is busy too, its row is brought forward and the next sweep finds it.
 * Errors: BusyError where there is no row yet; the daily reconciliation then finds the ticket.
 */
export async function lookSoon(ports: Ports, issueId: string): Promise<void> {
  const isQueued = await unlessBusy(() => ports.queue.track([issueId]));
  if (isQueued === null) return;
  const isLookedAt = await unlessBusy(() => trackIssue(ports, issueId));
  if (isLookedAt === null) return;
  const row = await ports.tickets.get(issueId);
  if (row === null) throw isLookedAt;
  await ports.tickets.save({ ...row, rev: row.rev + 1, nextAt: ports.now() });
}

async function unlessBusy(work: () => Promise<unknown>): Promise<BusyError | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof BusyError) return error;
    throw error;
  }
}
