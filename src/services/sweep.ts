import { MINUTE, type EpochMillis, type Millis } from '../core/time/instant';
import { FLAGS_A_MINUTE, pace, type PacedFlag } from './pace';
import { BusyError, type BurstNote, type Ports, type TicketRow } from './ports';

/** The sweep runs every five minutes and reads one minute further, so that a late run leaves no gap. */
export const SWEEP_AHEAD: Millis = 6 * MINUTE;

/** Pages of 100 rows that one sweep reads at most; the earliest thresholds come first, the next sweep reads on. */
const MOST_PAGES = 250;

/** Flags handed to the queue at a time, so that a refusal part way leaves what was pushed pushed. */
const FLAGS_A_PUSH = 2_500;

export interface SweepResult {
  readonly fired: number;
  /** Of the earliest threshold that was already past; 0 when none was. */
  readonly late: Millis;
}

type Needs = Pick<Ports, 'now' | 'tickets' | 'queue' | 'notes' | 'diary' | 'log'>;

/**
 * Finds every open ticket whose next threshold is due by now + 6 minutes and has each fired at its time, most urgent
 * priority first, no faster than the store's limits allow. With nothing due it reads one page of the index and calls
 * nobody.
 */
export async function sweep(ports: Needs): Promise<SweepResult> {
  const horizon = ports.now() + SWEEP_AHEAD;
  const rows = await dueBy(ports, horizon);
  ports.diary.swept(ports.now());
  if (rows.length === 0) {
    ports.log.info('swept', { fired: 0, late: 0 });
    return { fired: 0, late: 0 };
  }
  const note = await ports.notes.burst();
  // Reading many pages takes time: delays count from its end.
  const now = ports.now();
  const fresh = rows.filter((row) => !isUnderWay(row, note, now));
  const flags = [...pace(fresh, now)].sort((a, b) => a.delay - b.delay);
  const fired = await push(ports, flags, { horizon, now });
  const late = fresh.reduce((worst, { nextAt }) => Math.max(worst, now - (nextAt ?? now)), 0);
  ports.log.info('swept', { fired, late, underWay: rows.length - fresh.length });
  return { fired, late };
}

async function dueBy(ports: Needs, until: EpochMillis): Promise<readonly TicketRow[]> {
  const rows: TicketRow[] = [];
  let page: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const read = await ports.tickets.dueBy(until, page);
    rows.push(...read.rows);
    page = read.next;
    if (page === null) break;
  }
  return rows;
}

/** Pushed by the sweep before, as part of a burst whose last slot is still to come. */
function isUnderWay({ nextAt }: TicketRow, note: BurstNote | null, now: EpochMillis): boolean {
  return note !== null && nextAt !== null && now < note.drainedAt && nextAt <= note.pushedTo;
}

/** Pushes as much as the queue takes; what it refuses is found by the next sweep. Gives how many were pushed. */
async function push(
  ports: Needs,
  flags: readonly PacedFlag[],
  { horizon, now }: { readonly horizon: EpochMillis; readonly now: EpochMillis },
): Promise<number> {
  let pushed = 0;
  try {
    for (; pushed < flags.length; pushed += FLAGS_A_PUSH) {
      await ports.queue.fire(flags.slice(pushed, pushed + FLAGS_A_PUSH));
    }
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    ports.log.warn('left-to-sweep', { thresholds: flags.length - pushed });
    return pushed;
  }
  if (flags.length > FLAGS_A_MINUTE) {
    const last = flags.reduce((latest, { delay }) => Math.max(latest, delay), 0);
    await ports.notes.saveBurst({ pushedTo: horizon, drainedAt: now + last + MINUTE });
  }
  return flags.length;
}
