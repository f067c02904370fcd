import type { DeadlineMove, PublicationPreview } from '../contract/admin-page';
import type { SlaClock } from '../core/clock/clock';
import type { LedgerEntry } from '../core/clock/ledger';
import type { TicketLook, TrackedLook } from './look-at-ticket';

/** How many moves a preview keeps. */
const LARGEST = 10;

export const NOTHING_CHANGES: PublicationPreview = {
  ticketsChanged: 0,
  earlier: 0,
  later: 0,
  gained: 0,
  lost: 0,
  lateAtOnce: 0,
  largest: [],
};

/** A preview with one ticket more: as it is, and as it would be. Open clocks count; what has stopped is never judged again. */
export function addTicket(preview: PublicationPreview, before: TicketLook, after: TicketLook): PublicationPreview {
  const was = openLook(before);
  const is = openLook(after);
  const moves = was === null || is === null ? [] : movesBetween(was, is);
  const gained = was === null && is !== null;
  const lost = was !== null && is === null;
  return {
    ticketsChanged: preview.ticketsChanged + (gained || lost || moves.length > 0 ? 1 : 0),
    earlier: preview.earlier + moves.filter(({ move }) => move < 0).length,
    later: preview.later + moves.filter(({ move }) => move > 0).length,
    gained: preview.gained + (gained ? 1 : 0),
    lost: preview.lost + (lost ? 1 : 0),
    lateAtOnce: preview.lateAtOnce + (is !== null && isLate(is) && !(was !== null && isLate(was)) ? 1 : 0),
    largest: [...preview.largest, ...moves].sort(byMove).slice(0, LARGEST),
  };
}

/** A ticket with a clock that still runs or pauses. */
function openLook(look: TicketLook): TrackedLook | null {
  return look.kind === 'tracked' && look.fold.clocks.some(isOpen) ? look : null;
}

function movesBetween(was: TrackedLook, is: TrackedLook): DeadlineMove[] {
  return is.fold.clocks.filter(isOpen).flatMap((after): DeadlineMove[] => {
    const before = was.fold.clocks.find(({ metric, stopTime }) => metric === after.metric && stopTime === null);
    const move = before === undefined ? null : moveOf(before, after);
    if (before === undefined || move === null || move === 0) return [];
    const { issueId, issueKey } = is.reading;
    const due = { before: before.breachTime, after: after.breachTime };
    return [{ issueId, issueKey, metric: after.metric, ...due, move, why: whyOf(is, after) }];
  });
}

/**
 * By how much a clock's due time moves; for one that is paused, by how much its time left does. One that is late either way
 * has no deadline to move.
 */
function moveOf(before: SlaClock, after: SlaClock): number | null {
  if (before.breached && after.breached) return null;
  if (before.breachTime !== null && after.breachTime !== null) return after.breachTime - before.breachTime;
  if (before.remainingTime !== null && after.remainingTime !== null) return after.remainingTime - before.remainingTime;
  return null;
}

/** The retarget by the new version; else the goal the clock began with. */
function whyOf({ fold, tracking }: TrackedLook, { metric }: SlaClock): LedgerEntry | null {
  const lines = fold.ledger.filter((entry) => 'metric' in entry && entry.metric === metric);
  return (
    lines.find((entry) => entry.kind === 'retarget' && entry.to?.policyVersion === tracking.version) ??
    lines.find((entry) => entry.kind === 'goal') ??
    null
  );
}

function isLate({ fold }: TrackedLook): boolean {
  return fold.clocks.some((clock) => isOpen(clock) && clock.breached);
}

function isOpen({ stopTime }: SlaClock): boolean {
  return stopTime === null;
}

/** The largest first; of equal ones the older ticket, so that a preview worked out twice is the same. */
function byMove(a: DeadlineMove, b: DeadlineMove): number {
  return (
    Math.abs(b.move) - Math.abs(a.move) || Number(a.issueId) - Number(b.issueId) || a.metric.localeCompare(b.metric)
  );
}
