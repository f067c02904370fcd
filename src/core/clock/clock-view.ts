import type { EpochMillis, Millis } from '../time/instant';
import type { ClockState, ClockThreshold, SlaClock } from './clock';
import { dueOf, elapsedOf, instantOfLevel, isLate, type ClockRun } from './clock-run';
import { wasUnavailable, type DutyState } from './duty';

/** The clock as people and surfaces read it, as of the instant it was counted to. */
export function clockView(run: ClockRun, duty: DutyState): SlaClock {
  const { metric, cycle, goal, startTime, stop, halted } = run;
  const elapsedTime = elapsedOf(run);
  const breached = isLate(run);
  const end = stop?.at ?? run.until;
  const due = dueOf(run) ?? (stop === null || goal === null ? null : instantOfLevel(run, goal.target));
  const paused = stop === null && run.halt !== null;
  return {
    metric,
    cycle,
    state: stateOf(run, breached),
    goal,
    startTime,
    stopTime: stop?.at ?? null,
    elapsedTime,
    remainingTime: goal === null ? null : goal.target - elapsedTime,
    breachTime: paused ? null : due,
    paused,
    breached,
    late: breached && goal !== null ? { working: elapsedTime - goal.target, real: end - (due ?? end) } : null,
    missedWithCustomerUnavailable: stop?.customerUnavailable ?? (breached && wasUnavailable(duty, due ?? end, end)),
    thresholds: thresholdsOf(run),
    totals: {
      used: run.used,
      outsideHours: run.outsideHours,
      paused: halted.paused,
      unavailable: halted.unavailable,
      closed: halted.closed,
    },
  };
}

/** A breached clock that pauses stays breached; any other that pauses is paused (rules.md §7, states). */
function stateOf(run: ClockRun, breached: boolean): ClockState {
  if (run.stop !== null) return breached ? 'missed' : 'met';
  if (breached) return 'breached';
  if (run.halt !== null) return 'paused';
  return isWarned(run) ? 'near-breach' : 'running';
}

/** Used exactly the target without a warning is still running: only warnings are near a breach. */
function isWarned({ marks, reachedAt }: ClockRun): boolean {
  return marks.some(({ threshold }, i) => i < reachedAt.length && threshold.kind !== 'due');
}

function thresholdsOf(run: ClockRun): readonly ClockThreshold[] {
  const { metric, marks, keys, reachedAt } = run;
  const thresholds: ClockThreshold[] = [];
  marks.forEach(({ threshold, level }, i) => {
    if (threshold.kind === 'due') return;
    thresholds.push({
      key: keys[i] as string,
      metric,
      threshold,
      at: reachedAt[i] ?? forecast(run, level),
    });
  });
  return thresholds;
}

/** When the clock reaches so much used time if nothing changes; a clock that does not count never will. */
function forecast(run: ClockRun, level: Millis): EpochMillis | null {
  return run.halt === null ? instantOfLevel(run, level) : null;
}
