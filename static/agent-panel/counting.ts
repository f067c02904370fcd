import type { TrackedTicketView } from '../../src/contract/agent-panel';
import type { SlaClock } from '../../src/core/clock/clock';
import { workingTimeFromJson } from '../../src/core/time/working-time-json';
import { workingTimeBetween, type WorkingTime } from '../../src/core/time/working-time-queries';

export type Counting = (now: number) => readonly SlaClock[];

export type WorkingTimes = Readonly<Record<string, WorkingTime>>;

export function workingTimesOf(view: TrackedTicketView): WorkingTimes {
  return Object.fromEntries(Object.entries(view.calendars).map(([k, c]) => [k, workingTimeFromJson(c.workingTime)]));
}

export function countingOf(view: TrackedTicketView, wts: WorkingTimes): Counting {
  return (now) =>
    view.clocks.map((clock) => {
      const wt = clock.goal === null ? undefined : wts[clock.goal.calendar];
      if (wt === undefined || clock.paused || clock.stopTime !== null || clock.goal === null) return clock;
      const more = workingTimeBetween(wt, view.at, now);
      const elapsedTime = clock.elapsedTime + more;
      const remainingTime = clock.goal.target - elapsedTime;
      return {
        ...clock,
        elapsedTime,
        remainingTime,
        breached: remainingTime < 0,
        state:
          remainingTime < 0
            ? 'breached'
            : clock.thresholds.some((t) => t.at !== null && t.at <= now)
              ? 'near-breach'
              : 'running',
        totals: {
          ...clock.totals,
          used: clock.totals.used + more,
          outsideHours: clock.totals.outsideHours + (now - view.at - more),
        },
      };
    });
}
