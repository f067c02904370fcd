import type { Ports, TicketRow, TicketStore } from './ports';

/** Pages of rows that a step reads at most, and looks after which it ends: the queue takes 500 events a minute. */
const PAGES_A_STEP = 10;
const LOOKS_A_STEP = 100;

/** Has the tickets of some pages of rows looked at, those that are wanted. Gives how many, and the page that follows. */
export async function looksAtRows(
  ports: Pick<Ports, 'queue'>,
  list: TicketStore['open'],
  from: string | null,
  wanted: (row: TicketRow) => boolean,
): Promise<{ readonly looks: number; readonly next: string | null }> {
  const looks: string[] = [];
  let page = from;
  let pages = 0;
  do {
    const read = await list(page);
    looks.push(...read.rows.filter(wanted).map(({ issueId }) => issueId));
    page = read.next;
    pages += 1;
  } while (page !== null && pages < PAGES_A_STEP && looks.length < LOOKS_A_STEP);
  if (looks.length > 0) await ports.queue.track(looks);
  return { looks: looks.length, next: page };
}
