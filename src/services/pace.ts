import { MINUTE, SECOND, type EpochMillis, type Millis } from '../core/time/instant';
import type { TicketRow } from './ports';

/**
 * Flags a minute. The store takes 4,000 writes and 4,000 reads a minute; a flag is one row read and one row written, and
 * the sweep that found them reads up to 10 units a page, so half leaves room for it and for the events of the day.
 */
export const FLAGS_A_MINUTE = 2_000;

/** Rows of one slot go out as one queue event. */
const ROWS_A_SLOT = 100;

/**
 * How many rows may have a second of their own: a second is a queue event, and the queue takes 500 a minute, of which most
 * are for events of issues.
 */
const MOST_BY_THE_SECOND = 150;

/** The queue holds an event for a quarter of an hour at most. */
const LONGEST_DELAY: Millis = 15 * MINUTE;

export interface PacedFlag {
  readonly issueId: string;
  readonly delay: Millis;
}

/**
 * When each due row is fired: at its time, to the second, or to two seconds where they are many; above what a minute takes
 * in slots of three seconds, a hundred rows each, the most urgent priority first and the earlier threshold first within
 * it. Rows that find no slot within a quarter of an hour are left out: the next sweep finds them.
 */
export function pace(rows: readonly TicketRow[], now: EpochMillis): readonly PacedFlag[] {
  const slot = slotOf(rows.length);
  const slots = LONGEST_DELAY / slot;
  const taken = new Array<number>(slots + 1).fill(0);
  // The first slot with room at or after each; shortened as slots fill up.
  const open = taken.map((_none, index) => index);
  const firstOpen = (index: number): number => {
    let found = index;
    while (found <= slots && taken[found] === ROWS_A_SLOT) found = Math.max(found + 1, open[found] ?? 0);
    open[index] = found;
    return found;
  };
  return [...rows]
    .sort((a, b) => a.priorityRank - b.priorityRank || (a.nextAt ?? 0) - (b.nextAt ?? 0))
    .flatMap(({ issueId, nextAt }) => {
      const earliest = Math.min(slots, Math.ceil(Math.max(0, (nextAt ?? now) - now) / slot));
      const index = firstOpen(earliest);
      if (index > slots) return [];
      taken[index] = (taken[index] ?? 0) + 1;
      return [{ issueId, delay: index * slot }];
    });
}

function slotOf(rows: number): Millis {
  if (rows <= MOST_BY_THE_SECOND) return SECOND;
  return rows <= FLAGS_A_MINUTE ? 2 * SECOND : (ROWS_A_SLOT * MINUTE) / FLAGS_A_MINUTE;
}
