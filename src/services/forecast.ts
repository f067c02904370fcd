import { foldTicket } from '../core/clock/fold';
import type { FoldInput, TicketFold } from '../core/clock/ticket-fold';
import type { EpochMillis } from '../core/time/instant';
import type { AheadThreshold } from './ports';

/**
 * The thresholds after the fold's instant, earliest first, each with the status the ticket then has if nothing changes: what
 * a row keeps, so that a flag needs no fold. The status is the fold's own, asked for that instant: two instants of one
 * fold differ only in what happened between. Those of one instant share it. Keys handled before stay in the list, since
 * their status still shows.
 */
export function forecastOf(input: FoldInput, fold: TicketFold): readonly AheadThreshold[] {
  const thresholds = fold.clocks
    .flatMap((clock) => clock.thresholds)
    .flatMap(({ key, at }) => (at !== null && at > fold.at ? [{ key, at }] : []))
    .sort((a, b) => a.at - b.at);
  const statusAt = new Map<EpochMillis, TicketFold['status']>();
  return thresholds.map(({ key, at }) => {
    const status = statusAt.get(at) ?? foldTicket({ ...input, now: at }).status;
    statusAt.set(at, status);
    return { key, at, status };
  });
}
