import { HOUR, type Millis } from '../core/time/instant';
import type { Ports } from './ports';

/** How long an issue is left alone that Jira refuses to the app, or that answers in a way the app does not know. */
export const LOOK_LATER: Millis = HOUR;

/**
 * Puts off a row whose threshold is due but whose ticket could not be looked at, so that no sweep asks for it every five
 * minutes. What it knows of handled flags stays; an event or the daily reconciliation may bring it back sooner.
 */
export async function lookLater(
  ports: Pick<Ports, 'now' | 'tickets' | 'log'>,
  issueId: string,
  error: unknown,
): Promise<void> {
  ports.log.warn('not-looked-at', { issueId, error: error instanceof Error ? error.name : 'unknown' });
  const row = await ports.tickets.get(issueId);
  if (row?.nextAt == null || row.nextAt > ports.now()) return;
  await ports.tickets.save({ ...row, rev: row.rev + 1, nextAt: ports.now() + LOOK_LATER });
}
