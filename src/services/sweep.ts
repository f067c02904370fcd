import { MINUTE, type Millis } from '../core/time/instant';
import type { Ports, TicketRow } from './ports';

/** The sweep runs every five minutes and reads one minute further, so that a late run leaves no gap. */
export const SWEEP_AHEAD: Millis = 6 * MINUTE;

export interface SweepResult {
  readonly fired: number;
  /** Of the earliest threshold that was already past; 0 when none was. */
  readonly late: Millis;
}

/**
 * Finds every open ticket whose next threshold is due by now + 6 minutes and has each fired at its time, most urgent
 * priority first. With nothing due it reads one page of the index and calls nobody.
 */
export async function sweep(ports: Pick<Ports, 'now' | 'tickets' | 'queue' | 'log'>): Promise<SweepResult> {
  const now = ports.now();
  const rows: TicketRow[] = [];
  let page: string | null = null;
  do {
    const read = await ports.tickets.dueBy(now + SWEEP_AHEAD, page);
    rows.push(...read.rows);
    page = read.next;
  } while (page !== null);

  const due = rows
    .filter((row): row is TicketRow & { nextAt: number } => row.nextAt !== null)
    .sort((a, b) => a.priorityRank - b.priorityRank || a.nextAt - b.nextAt);
  if (due.length > 0) {
    await ports.queue.fire(due.map((row) => ({ issueId: row.issueId, delay: Math.max(0, row.nextAt - now) })));
  }
  const late = due.reduce((worst, row) => Math.max(worst, now - row.nextAt), 0);
  ports.log.info('swept', { fired: due.length, late });
  return { fired: due.length, late };
}
