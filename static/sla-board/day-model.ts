import type { BoardDeadline } from '../../src/contract/sla-board';
import { DAY, HOUR, type EpochMillis } from '../../src/core/time/instant';

/** Sizes in pixels. A label is as wide as its time and a key of seven signs; a bare mark as its shape. */
const LABEL_WIDTH = 150;
const MARK_WIDTH = 18;
const MOST_LINES = 3;

/** A deadline with its label, on a line of its lane. */
export interface LabelledMark {
  readonly deadline: BoardDeadline;
  /** Place on the axis, 0 to 1. */
  readonly left: number;
  readonly line: number;
  /** The label stands before the mark where there is no room after it. */
  readonly isBefore: boolean;
}

/** Deadlines too near to others for labels of their own: one mark for all of them. */
export interface Crowd {
  readonly left: number;
  readonly deadlines: readonly BoardDeadline[];
}

export interface Lane {
  /** Null for tickets without a priority of the policy. */
  readonly priority: string | null;
  readonly labelled: readonly LabelledMark[];
  readonly crowds: readonly Crowd[];
  /** Lines of labels, and one more for crowds. */
  readonly lines: number;
}

/**
 * Deadlines of the day from `from`, a lane a priority, in as many lines of labels as fit without one covering another;
 * whatever finds no place is drawn below them, without a label, those that touch as one. Nothing is left out.
 *
 * @param width of the axis in pixels
 */
export function lanesOf(
  deadlines: readonly BoardDeadline[],
  priorities: readonly string[],
  from: EpochMillis,
  width: number,
): readonly Lane[] {
  const known = (priority: string | null): string | null =>
    priority !== null && priorities.includes(priority) ? priority : null;
  const others = deadlines.filter(({ priority }) => known(priority) === null);
  return [
    ...priorities.map((priority) =>
      laneOf(
        priority,
        deadlines.filter((one) => one.priority === priority),
        from,
        width,
      ),
    ),
    ...(others.length === 0 ? [] : [laneOf(null, others, from, width)]),
  ];
}

function laneOf(priority: string | null, deadlines: readonly BoardDeadline[], from: EpochMillis, width: number): Lane {
  const labelled: LabelledMark[] = [];
  const ends: number[] = [];
  const crowds: { left: number; end: number; deadlines: BoardDeadline[] }[] = [];
  for (const deadline of [...deadlines].sort((a, b) => a.due - b.due)) {
    const left = placeIn(deadline.due, from);
    const at = left * width;
    const isBefore = at + LABEL_WIDTH > width;
    const start = isBefore ? at - LABEL_WIDTH : at - MARK_WIDTH / 2;
    const line = [...Array(MOST_LINES).keys()].find((candidate) => (ends[candidate] ?? -MARK_WIDTH) <= start);
    if (line !== undefined) {
      ends[line] = isBefore ? at + MARK_WIDTH / 2 : at + LABEL_WIDTH;
      labelled.push({ deadline, left, line, isBefore });
      continue;
    }
    const last = crowds.at(-1);
    if (last !== undefined && at - last.end < MARK_WIDTH) {
      last.deadlines.push(deadline);
      last.end = at;
    } else {
      crowds.push({ left, end: at, deadlines: [deadline] });
    }
  }
  return {
    priority,
    labelled,
    crowds: crowds.map((crowd) => ({ left: crowd.left, deadlines: crowd.deadlines })),
    lines: Math.max(1, ends.length) + (crowds.length > 0 ? 1 : 0),
  };
}

/** Where an instant stands in the day from `from`, 0 to 1. */
export function placeIn(at: EpochMillis, from: EpochMillis): number {
  return Math.min(1, Math.max(0, (at - from) / DAY));
}

export interface Tick {
  readonly at: EpochMillis;
  readonly left: number;
  readonly isMidnight: boolean;
}

/** Full hours of the reader's clock in the day from `from`, every `step` hours of it; midnights always. */
export function ticksOf(from: EpochMillis, timeZone: string, step: number): readonly Tick[] {
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', hour: 'numeric', minute: 'numeric' });
  const quarter = HOUR / 4;
  const ticks: Tick[] = [];
  for (let at = Math.ceil(from / quarter) * quarter; at <= from + DAY; at += quarter) {
    const parts = clock.formatToParts(at);
    const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
    if (value('minute') !== 0 || value('hour') % step !== 0) continue;
    ticks.push({ at, left: placeIn(at, from), isMidnight: value('hour') === 0 });
  }
  return ticks;
}
