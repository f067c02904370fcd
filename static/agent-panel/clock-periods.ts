import type { SlaClock } from '../../src/core/clock/clock';
import type { LedgerEntry } from '../../src/core/clock/ledger';
import type { CalendarKey } from '../../src/core/policy/document';
import type { EpochMillis } from '../../src/core/time/instant';
import type { Stretch } from './timeline-scale';

/** A stretch of one clock's life under one calendar; null while no goal applied. */
export interface CalendarPeriod extends Stretch {
  readonly calendar: CalendarKey | null;
}

/** The calendars that a clock counted by, in order, from its start to `end`; none before its first goal. */
export function calendarPeriods(clock: SlaClock, ledger: readonly LedgerEntry[], end: EpochMillis): CalendarPeriod[] {
  const changes = ledger.flatMap((entry) => {
    if (entry.kind === 'goal' && entry.metric === clock.metric) return { at: entry.at, goal: entry.goal };
    return entry.kind === 'retarget' && entry.metric === clock.metric ? { at: entry.at, goal: entry.to } : [];
  });
  return [{ at: clock.startTime, goal: null }, ...changes]
    .map(({ at, goal }, index) => ({ from: at, to: changes[index]?.at ?? end, calendar: goal?.calendar ?? null }))
    .filter(({ from, to }) => from < to);
}

/** When a clock was paused, and when its ticket was closed before it was reopened, up to `end`. */
export function haltedStretches(
  { metric }: SlaClock,
  ledger: readonly LedgerEntry[],
  end: EpochMillis,
): { readonly paused: Stretch[]; readonly closed: Stretch[] } {
  const paused: Stretch[] = [];
  const closed: Stretch[] = [];
  let pausedFrom: EpochMillis | null = null;
  let closedFrom: EpochMillis | null = null;
  for (const entry of ledger) {
    const isOurs = 'metric' in entry && entry.metric === metric;
    if (isOurs && entry.kind === 'paused') pausedFrom ??= entry.at;
    if (pausedFrom !== null && isOurs && (entry.kind === 'resumed' || entry.kind === 'stopped')) {
      paused.push({ from: pausedFrom, to: entry.at });
      pausedFrom = null;
    }
    if (isOurs && entry.kind === 'stopped') closedFrom = entry.at;
    if (entry.kind === 'reopened' && closedFrom !== null) {
      closed.push({ from: closedFrom, to: entry.at });
      closedFrom = null;
    }
  }
  if (pausedFrom !== null) paused.push({ from: pausedFrom, to: end });
  return { paused, closed };
}
