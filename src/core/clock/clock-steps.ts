import type { PolicyDocument, SlaMetric } from '../policy/document';
import type { EpochMillis } from '../time/instant';
import { dueOf, elapsedOf, isLate, setHalt, startRun, type ClockRun, type Halt, type Write } from './clock-run';
import { wasUnavailable, type DutyState } from './duty';
import type { CountedGoal } from './goal';
import { retarget } from './retarget';
import type { StatusEffect } from './ticket-status';

/** What the clocks need to know of one instant. */
export interface Moment {
  readonly at: EpochMillis;
  readonly document: PolicyDocument;
  /** Whether the policy came into force at this instant. */
  readonly published: boolean;
  readonly replied: boolean;
  readonly statusId: string;
  readonly statusEffect: StatusEffect;
  readonly movedStatus: boolean;
  readonly duty: DutyState;
  readonly write: Write;
}

/** Starts a metric's clock at the ticket's creation: paused where the status pauses, stopped where it is done. */
export function createClock(counted: CountedGoal, moment: Moment): ClockRun {
  const run = beginCycle(1, counted, moment);
  stopClock(run, moment);
  return run;
}

/**
 * Stops the clock if this instant does: response at the first public reply of an agent or at resolution, resolution at
 * a status that is done. Comes before everything else of the instant, so the goal so far judges it.
 */
export function stopClock(run: ClockRun, { at, document, replied, statusEffect, duty, write }: Moment): void {
  if (run.stop !== null) return;
  const by = run.metric === 'response' && replied ? 'reply' : statusEffect === 'stops' ? 'resolved' : null;
  if (by === null) return;
  setHalt(run, at, 'closed', write);
  const customerUnavailable = isLate(run) && wasUnavailable(duty, dueOf(run) ?? at, at);
  run.stop = { at, by, document, customerUnavailable };
  const outcome = outcomeOf(run, customerUnavailable);
  write({ at, kind: 'stopped', metric: run.metric, outcome, by, used: elapsedOf(run) });
}

function outcomeOf(run: ClockRun, unavailable: boolean): 'met' | 'missed' | 'missed-customer-unavailable' | 'no-goal' {
  if (run.goal === null) return 'no-goal';
  if (!isLate(run)) return 'met';
  return unavailable ? 'missed-customer-unavailable' : 'missed';
}

/**
 * Takes the rest of the instant: pause, retarget, resume, and the reopening of a stopped resolution. Gives the clock that
 * goes on: another one where a reopening begins a new cycle.
 */
export function stepClock(run: ClockRun, counted: CountedGoal, moment: Moment): ClockRun {
  if (run.stop !== null) return reopens(run, moment) ? reopenClock(run, counted, moment) : run;
  const { at, published, write } = moment;
  const halt = haltOf(run.metric, moment);
  if (halt !== null) pause(run, halt, moment);
  if (counted !== run.counted) retarget(run, at, counted, published, write);
  if (halt === null && run.halt !== null) resume(run, moment);
  return run;
}

/** Only leaving the done statuses reopens; a later policy that calls the status otherwise does not. */
function reopens(run: ClockRun, { statusEffect, movedStatus }: Moment): boolean {
  return movedStatus && run.metric === 'resolution' && statusEffect !== 'stops';
}

function reopenClock(run: ClockRun, counted: CountedGoal, moment: Moment): ClockRun {
  const { at, document, write } = moment;
  const closedFor = at - (run.stop?.at ?? at);
  if (document.modes.reopen === 'new-cycle') {
    write({ at, kind: 'reopened', closedFor, cycle: run.cycle + 1 });
    return beginCycle(run.cycle + 1, counted, moment);
  }
  write({ at, kind: 'reopened', closedFor, cycle: run.cycle });
  run.stop = null;
  setHalt(run, at, haltOf(run.metric, moment), write);
  run.haltedSince = at;
  if (counted !== run.counted) retarget(run, at, counted, false, write);
  if (run.halt !== null) writePaused(run, run.halt, moment);
  return run;
}

function beginCycle(cycle: number, counted: CountedGoal, moment: Moment): ClockRun {
  const { at, write } = moment;
  const run = startRun(at, cycle, counted, write);
  const { metric } = run;
  const halt = haltOf(metric, moment);
  if (halt !== null) setHalt(run, at, halt, write);
  if (run.goal !== null) write({ at, kind: 'goal', metric, goal: run.goal, due: dueOf(run) });
  if (halt !== null) writePaused(run, halt, moment);
  return run;
}

/** Pause statuses and the duty's option never touch response. A status that pauses is named before the duty. */
function haltOf(metric: SlaMetric, { document, statusEffect, duty }: Moment): Exclude<Halt, 'closed'> | null {
  if (metric === 'response') return null;
  if (statusEffect === 'pauses') return 'paused';
  return document.modes.duty === 'pause' && duty.open !== null ? 'unavailable' : null;
}

function pause(run: ClockRun, halt: Exclude<Halt, 'closed'>, moment: Moment): void {
  if (run.halt === halt) return;
  setHalt(run, moment.at, halt, moment.write);
  writePaused(run, halt, moment);
}

function writePaused({ metric }: ClockRun, halt: Halt, { at, statusId, write }: Moment): void {
  write({ at, kind: 'paused', metric, cause: halt === 'paused' ? 'status' : 'unavailable', statusId });
}

function resume(run: ClockRun, { at, write }: Moment): void {
  const pausedFor = at - run.haltedSince;
  setHalt(run, at, null, write);
  write({ at, kind: 'resumed', metric: run.metric, pausedFor, due: dueOf(run) });
}
