import type { PolicyDocument, SlaMetric } from '../policy/document';
import type { EpochMillis, Millis } from '../time/instant';
import { addWorkingTime, workingTimeBetween, type WorkingTime } from '../time/working-time-queries';
import type { SlaGoal } from './clock';
import { goalFrom, type CountedGoal, type MarkedGoal } from './goal';
import type { LedgerEntry } from './ledger';
import { flagKeysOf, type Mark } from './marks';

export type Write = (entry: LedgerEntry) => void;

/** Why a clock does not count. */
export type Halt = 'paused' | 'unavailable' | 'closed';

/**
 * One cycle of one metric while it is folded: changed in place, event by event, and read once at the end. Time is counted
 * lazily, up to `until`; whoever changes what counts first calls `advance`.
 */
export interface ClockRun {
  readonly metric: SlaMetric;
  readonly cycle: number;
  readonly startTime: EpochMillis;
  counted: CountedGoal;
  /** What people are shown: the counted goal, under the fingerprint it was promised with. */
  goal: SlaGoal | null;
  /** The start that the goal was worked out for; business days depend on it. */
  promisedFrom: EpochMillis;
  marks: readonly Mark[];
  /** The marks' flag keys. */
  keys: readonly string[];
  /** When each mark was reached, for those that were; they are reached in order. */
  reachedAt: EpochMillis[];
  /** When used time equalled the target; null before. */
  dueReachedAt: EpochMillis | null;
  /** Flag keys reached in this cycle, so that the ledger names each once. */
  readonly seen: string[];
  halt: Halt | null;
  /** Since when it has not counted without a break, whatever the reasons. */
  haltedSince: EpochMillis;
  stop: ClockStop | null;
  until: EpochMillis;
  /** Used since the start. */
  used: Millis;
  /** Used before a goal that started again from zero. */
  forgotten: Millis;
  outsideHours: Millis;
  readonly halted: Record<Halt, Millis>;
  /** Bounds of the stretches in which it counted, in turn from and to, for a goal that counts the whole history anew. */
  readonly stretches: EpochMillis[];
}

export interface ClockStop {
  readonly at: EpochMillis;
  readonly by: 'reply' | 'resolved';
  /** The policy it is judged by, for good. */
  readonly document: PolicyDocument;
  readonly customerUnavailable: boolean;
}

/** A clock that starts to count. */
export function startRun(at: EpochMillis, cycle: number, counted: CountedGoal, write: Write): ClockRun {
  const run: ClockRun = {
    metric: counted.promised.metric,
    cycle,
    startTime: at,
    counted,
    goal: null,
    promisedFrom: at,
    marks: [],
    keys: [],
    reachedAt: [],
    dueReachedAt: null,
    seen: [],
    halt: null,
    haltedSince: at,
    stop: null,
    until: at,
    used: 0,
    forgotten: 0,
    outsideHours: 0,
    halted: { paused: 0, unavailable: 0, closed: 0 },
    stretches: [at],
  };
  setGoal(run, counted, goalFrom(counted, at), write);
  return run;
}

/** Used against the goal in force. */
export function elapsedOf(run: ClockRun): Millis {
  return run.used - run.forgotten;
}

/** Whether more than the target is used. */
export function isLate(run: ClockRun): boolean {
  return run.goal !== null && elapsedOf(run) > run.goal.target;
}

/** Counts the time from where the run was counted to, up to `to`. */
export function advance(run: ClockRun, to: EpochMillis, write: Write): void {
  const span = to - run.until;
  if (span <= 0) return;
  if (run.halt === null) {
    const worked = workingTimeBetween(run.counted.hours, run.until, to);
    const elapsed = elapsedOf(run) + worked;
    for (let mark = nextMark(run); mark !== undefined && mark.level <= elapsed; mark = nextMark(run)) {
      reach(run, mark, instantOfLevel(run, mark.level), write);
    }
    run.used += worked;
    run.outsideHours += span - worked;
  } else {
    run.halted[run.halt] += span;
  }
  run.until = to;
}

/** From now on another goal counts. Marks behind what is used are reached now, all at one instant (rules.md §7). */
export function setGoal(run: ClockRun, counted: CountedGoal, marked: MarkedGoal | null, write: Write): void {
  run.counted = counted;
  run.goal = marked?.goal ?? null;
  run.marks = marked?.marks ?? [];
  run.keys =
    marked === null ? [] : run.cycle === 1 ? marked.firstKeys : flagKeysOf(marked.goal, run.cycle, marked.marks);
  run.reachedAt = [];
  run.dueReachedAt = null;
  reachBehind(run, () => run.until, write);
}

/**
 * From now on the same promise is another policy version's: the clock keeps its fingerprint, so no flag comes twice, and
 * what was reached stays reached; a warning that is new and behind is reached now.
 */
export function renewGoal(run: ClockRun, counted: CountedGoal, marked: MarkedGoal | null, write: Write): void {
  const { goal, marks, reachedAt } = run;
  run.counted = counted;
  if (goal === null || marked === null) return;
  run.goal = { ...marked.goal, fingerprint: goal.fingerprint };
  run.marks = marked.marks;
  run.keys = flagKeysOf(run.goal, run.cycle, marked.marks);
  run.reachedAt = [];
  const known = (mark: Mark): number => marks.findIndex((other) => isSameMark(other, mark));
  reachBehind(run, (mark) => reachedAt[known(mark)] ?? run.until, write);
}

function isSameMark(a: Mark, b: Mark): boolean {
  return a.level === b.level && a.threshold.kind === b.threshold.kind;
}

/** Stops or resumes counting; null resumes. */
export function setHalt(run: ClockRun, at: EpochMillis, halt: Halt | null, write: Write): void {
  advance(run, at, write);
  if ((run.halt === null) !== (halt === null)) {
    run.stretches.push(at);
    run.haltedSince = at;
  }
  run.halt = halt;
}

/**
 * The earliest instant at which used equals the target: known once reached, else forecast while the clock counts. Null
 * without a goal and while halted before it.
 */
export function dueOf(run: ClockRun): EpochMillis | null {
  if (run.goal === null) return null;
  if (run.dueReachedAt !== null) return run.dueReachedAt;
  return run.halt === null ? instantOfLevel(run, run.goal.target) : null;
}

/** When so much will be used, if the clock counts on from where it was counted to. */
export function instantOfLevel(run: ClockRun, level: Millis): EpochMillis {
  return addWorkingTime(run.counted.hours, run.until, level - elapsedOf(run));
}

/** All that was ever counted, counted again on other hours. */
export function recount(run: ClockRun, hours: WorkingTime): void {
  const { stretches, until } = run;
  const counted = run.used + run.outsideHours;
  run.used = 0;
  for (let i = 0; i < stretches.length; i += 2) {
    run.used += workingTimeBetween(hours, stretches[i] as EpochMillis, stretches[i + 1] ?? until);
  }
  run.outsideHours = counted - run.used;
  run.forgotten = 0;
}

function nextMark({ marks, reachedAt }: ClockRun): Mark | undefined {
  return marks[reachedAt.length];
}

function reachBehind(run: ClockRun, when: (mark: Mark) => EpochMillis, write: Write): void {
  const elapsed = elapsedOf(run);
  for (let mark = nextMark(run); mark !== undefined && mark.level <= elapsed; mark = nextMark(run)) {
    reach(run, mark, when(mark), write);
  }
}

function reach(run: ClockRun, { threshold }: Mark, at: EpochMillis, write: Write): void {
  const { metric, keys, reachedAt, seen } = run;
  const key = keys[reachedAt.length] as string;
  reachedAt.push(at);
  if (threshold.kind === 'due') {
    run.dueReachedAt = at;
    return;
  }
  if (seen.includes(key)) return;
  seen.push(key);
  write(
    threshold.kind === 'breach'
      ? { at, kind: 'breached', metric, key }
      : { at, kind: 'threshold', metric, key, threshold },
  );
}
