import type { TrackedTicketView } from '../../src/contract/agent-panel';
import type { ClockTotals, SlaClock } from '../../src/core/clock/clock';
import { countdown } from '../../src/core/clock/countdown';
import type { EpochMillis, Millis } from '../../src/core/time/instant';
import { workingTimeFromJson } from '../../src/core/time/working-time-json';
import type { WorkingTime } from '../../src/core/time/working-time-queries';

/** Compiled working time by calendar key. */
export type WorkingTimes = Readonly<Record<string, WorkingTime>>;

/** The ticket's clocks as of an instant, the server not asked. */
export type Counting = (now: EpochMillis) => readonly SlaClock[];

/** The working times that the server compiled for the browser. Throws TimeError `bad-working-time`. */
export function workingTimesOf(view: TrackedTicketView): WorkingTimes {
  return Object.fromEntries(
    Object.entries(view.calendars).map(([key, { workingTime }]) => [key, workingTimeFromJson(workingTime)]),
  );
}

/**
 * Counts a view's clocks on in working time, by the same core as the server. A clock stands still where its calendar was
 * not sent, and from the end of what was compiled (weeks ahead) on.
 */
export function countingOf(view: TrackedTicketView, workingTimes: WorkingTimes): Counting {
  return (now) =>
    view.clocks.map((clock) => {
      const workingTime = clock.goal === null ? undefined : workingTimes[clock.goal.calendar];
      if (workingTime === undefined || clock.stopTime !== null) return clock;
      const at = Math.min(now, workingTime.to);
      if (at <= view.at) return clock;
      const counted = { ...clock, ...countdown(clock, workingTime, view.at, at) };
      return { ...counted, totals: totalsAt(view, clock, at - view.at, counted.elapsedTime - clock.elapsedTime) };
    });
}

/** The totals once `passed` has gone by, of which `used` counted: every millisecond is exactly one of them. */
function totalsAt(view: TrackedTicketView, clock: SlaClock, passed: Millis, used: Millis): ClockTotals {
  const { totals, paused, metric } = clock;
  if (!paused) {
    return { ...totals, used: totals.used + used, outsideHours: totals.outsideHours + passed - used };
  }
  const halt = view.ledger.filter((entry) => entry.kind === 'paused' && entry.metric === metric).at(-1);
  const part = halt?.kind === 'paused' && halt.cause === 'unavailable' ? 'unavailable' : 'paused';
  return { ...totals, [part]: totals[part] + passed };
}
