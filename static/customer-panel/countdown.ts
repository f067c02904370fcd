import type { CustomerClock, CustomerTicketView } from '../../src/contract/customer-panel';
import { MINUTE, SECOND, type EpochMillis, type Millis } from '../../src/core/time/instant';
import { openByWeeklyHours } from './support-hours';

const POLL: Millis = MINUTE;

/**
 * The working time left of a clock, `elapsed` after the server answered. A browser knows the weekly hours but no holidays:
 * where an earlier answer shows that the clock stood still meanwhile, it stands still here too.
 */
export function remainingNow(
  view: CustomerTicketView,
  earlier: CustomerTicketView | null,
  clock: CustomerClock,
  elapsed: Millis,
): Millis | null {
  if (clock.remaining === null || clock.state !== 'running') return clock.remaining;
  return ticks(view, earlier, clock) ? Math.max(0, clock.remaining - elapsed) : clock.remaining;
}

/** How long to wait before asking again: a minute, or until just after a promise's time when that is sooner. */
export function nextAsk(view: CustomerTicketView, at: EpochMillis): Millis {
  const dues = view.clocks.flatMap(({ state, due }) => (state === 'running' && due !== null && due >= at ? [due] : []));
  return Math.min(POLL, ...dues.map((due) => due - at + SECOND));
}

function ticks(view: CustomerTicketView, earlier: CustomerTicketView | null, clock: CustomerClock): boolean {
  const before = earlier?.clocks.find(({ metric }) => metric === clock.metric);
  if (earlier && before?.state === 'running' && sameGoal(before, clock) && view.at > earlier.at) {
    return (before.remaining ?? 0) - (clock.remaining ?? 0) > (view.at - earlier.at) / 2;
  }
  if (clock.aroundTheClock === true || view.hours?.kind !== 'business-hours') return clock.aroundTheClock === true;
  return openByWeeklyHours(view.hours.weeklyHours, view.hours.timeZone, view.at);
}

function sameGoal(a: CustomerClock, b: CustomerClock): boolean {
  return a.target?.unit === b.target?.unit && a.target?.amount === b.target?.amount;
}
