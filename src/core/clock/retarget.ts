import type { PolicyDocument } from '../policy/document';
import type { EpochMillis } from '../time/instant';
import type { SlaGoal } from './clock';
import {
  advance,
  dueOf,
  elapsedOf,
  instantOfLevel,
  recount,
  setGoal,
  setThresholds,
  type ClockRun,
  type Write,
} from './clock-run';
import { goalFrom, type CountedGoal } from './goal';
import type { RetargetCause } from './ledger';
import { sameHours } from './same-hours';

/**
 * Puts an open clock under what is promised now. Where plan, priority and target are the same and so are the hours, at
 * least from the start to the due time, that is no retarget: the clock keeps its fingerprint, so no flag comes twice, and
 * counts on in the hours now in force. Otherwise used time is treated as the policy's mode says (rules.md §7).
 */
export function retarget(
  run: ClockRun,
  at: EpochMillis,
  counted: CountedGoal,
  document: PolicyDocument,
  published: boolean,
  write: Write,
): void {
  advance(run, at, write);
  const same = goalFrom(counted, run.promisedFrom);
  if (isSamePromise(run, same, counted)) {
    run.counted = counted;
    run.goal = same === null ? null : { ...same, fingerprint: run.goal?.fingerprint ?? same.fingerprint };
    setThresholds(run, document.thresholds, write);
    return;
  }
  const before = { counted: run.counted, goal: run.goal };
  const { retarget: mode } = document.modes;
  const dueBefore = dueOf(run);
  if (mode === 'restart') run.forgotten = run.used;
  if (mode === 'retroactive') recount(run, counted.hours);
  const promisedFrom = { carry: run.promisedFrom, restart: at, retroactive: run.startTime }[mode];
  setGoal(run, counted, promisedFrom, document.thresholds, write);
  write({
    at,
    kind: 'retarget',
    metric: run.metric,
    cause: causeOf(before.counted, counted, published),
    from: before.goal,
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
  if (run.counted.calendarFingerprint === counted.calendarFingerprint) return true;
  const due = dueOf(run) ?? instantOfLevel(run, held.target);
  return sameHours(run.counted.hours, counted.hours, run.startTime, due);
}

/** What changed first, in the order in which one follows from the other. */
function causeOf(before: CountedGoal, after: CountedGoal, published: boolean): RetargetCause {
  const isSame = before.priority === after.priority && before.plan === after.plan && before.target === after.target;
  if (published) return isSame ? 'calendar' : 'policy';
  if (before.priority !== after.priority) return 'priority';
  if (before.plan !== after.plan) return 'plan';
  return isSame ? 'calendar' : 'policy';
}
