import { MINUTE, SECOND, type Millis } from '../core/time/instant';
import { BusyError, type Ports, type TicketRow } from './ports';

/**
 * A threshold nearer than this arms itself when an event brings it about: the index that the sweep reads is eventually
 * consistent (design.md §6, freshness).
 */
export const ARM_AHEAD: Millis = 15 * MINUTE;

/** Above so many at once they share a queue event for each quarter of a minute: the queue takes 500 a minute. */
const MANY = 20;
const SHARED_SLOT: Millis = 15 * SECOND;

/**
 * Has the next threshold of these rows fired at its time where it is nearer than `within`. Costs nothing where none is. A
 * queue that is full refuses it; that is no failure, since the row stands in the index and the sweep finds it there.
 */
export async function armSoon(
  ports: Pick<Ports, 'now' | 'queue' | 'log'>,
  rows: readonly Pick<TicketRow, 'issueId' | 'nextAt'>[],
  within: Millis,
): Promise<void> {
  const now = ports.now();
  const near = rows.flatMap(({ issueId, nextAt }) =>
    nextAt !== null && nextAt - now <= within ? [{ issueId, delay: Math.max(0, nextAt - now) }] : [],
  );
  if (near.length === 0) return;
  const slot = near.length > MANY ? SHARED_SLOT : SECOND;
  try {
    await ports.queue.fire(near.map(({ issueId, delay }) => ({ issueId, delay: Math.ceil(delay / slot) * slot })));
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    ports.log.warn('left-to-sweep', { thresholds: near.length });
  }
}
