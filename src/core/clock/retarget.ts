import type { EpochMillis } from '../time/instant';
import { isSameWorkingTime } from '../time/working-time-queries';
import type { SlaGoal } from './clock';
import { advance, dueOf, elapsedOf, instantOfLevel, recount, renewGoal, setGoal } from './clock-run';
import type { ClockRun, Write } from './clock-run';
import { goalFrom, type CountedGoal, type Promised } from './goal';
import type { RetargetCause } from './ledger';

/**
 * Puts an open clock under what is promised now. Where plan, priority and target are the same and so are the hours, at
 * least from the start to the due time, that is no retarget: the clock counts on in the hours now in force. Otherwise used
 * time is treated as the policy's mode says (rules.md §7).
 */
export function retarget(run: ClockRun, at: EpochMillis, counted: CountedGoal, published: boolean, write: Write): void {
  advance(run, at, write);
  const same = goalFrom(counted, run.promisedFrom);
  if (isSamePromise(run, same?.goal ?? null, counted)) {
    renewGoal(run, counted, same, write);
    return;
  }
  const { promised } = run.counted;
  const from = run.goal;
  const dueBefore = dueOf(run);
  const mode = counted.promised.version.document.modes.retarget;
  if (mode === 'restart') {
    run.forgotten = run.used;
    run.promisedFrom = at;
  }
  if (mode === 'retroactive') {
    recount(run, counted.hours);
    run.promisedFrom = run.startTime;
  }
  setGoal(run, counted, goalFrom(counted, run.promisedFrom), write);
  write({
    at,
    kind: 'retarget',
    metric: run.metric,
    cause: causeOf(promised, counted.promised, published),
    from,
    to: run.goal,
    used: elapsedOf(run),
    dueBefore,
    dueAfter: dueOf(run),
  });
}

function isSamePromise(run: ClockRun, goal: SlaGoal | null, counted: CountedGoal): boolean {
  const held = run.goal;
  if (held === null || goal === null) return held === goal;
  if (held.plan !== goal.plan || held.priority !== goal.priority || held.target !== goal.target) return false;
  return hasSameHours(run, held, counted);
}

function hasSameHours(run: ClockRun, held: SlaGoal, counted: CountedGoal): boolean {
  if (run.counted.promised.calendarFingerprint === counted.promised.calendarFingerprint) return true;
  const due = dueOf(run) ?? instantOfLevel(run, held.target);
  return isSameWorkingTime(run.counted.hours, counted.hours, run.startTime, due);
}

/** What changed first, in the order in which one follows from the other. */
function causeOf(before: Promised, after: Promised, published: boolean): RetargetCause {
  const hasSameTarget = before.marked?.goal.target === after.marked?.goal.target;
  const isSame = before.priority === after.priority && before.plan === after.plan && hasSameTarget;
  if (published) return isSame ? 'calendar' : 'policy';
  if (before.priority !== after.priority) return 'priority';
  if (before.plan !== after.plan) return 'plan';
  return isSame ? 'calendar' : 'policy';
}
