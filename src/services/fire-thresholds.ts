import type { Ports } from './ports';
import { trackIssue } from './track-issue';

/**
 * Fires the thresholds of these issues that are due now. The row is read strictly first: one that moved on meanwhile
 * (handled, paused, retargeted) costs no call to Jira.
 * Errors: BusyError; what was fired stays fired, so a retry takes up the rest.
 */
export async function fireThresholds(
  ports: Ports,
  issueIds: readonly string[],
): Promise<{ fired: number; stale: number }> {
  let fired = 0;
  for (const issueId of issueIds) {
    const row = await ports.tickets.get(issueId);
    if (row?.nextAt == null || row.nextAt > ports.now()) continue;
    await trackIssue(ports, issueId);
    fired += 1;
  }
  return { fired, stale: issueIds.length - fired };
}
