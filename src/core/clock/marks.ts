import type { Threshold } from '../policy/document';
import type { SlaCalendar } from '../time/calendar';
import { durationMillis, formatDuration, type Duration } from '../time/duration';
import type { Millis } from '../time/instant';
import type { ClockThreshold, SlaGoal } from './clock';

/**
 * A length of used time that matters under one goal. `due` is where used equals the target; `breach` is a millisecond of
 * working time later, since breached means used is more than the target (rules.md §7): after a due time at closing, that
 * is the next opening.
 */
export interface Mark {
  readonly level: Millis;
  readonly threshold: ClockThreshold['threshold'] | { readonly kind: 'due' };
}

/** The marks of a target in the order they are reached. `calendar` is the goal's: it gives days a length. */
export function marksOf(target: Millis, thresholds: readonly Threshold[], calendar: SlaCalendar): readonly Mark[] {
  const warnings = thresholds.map((threshold) => ({ level: levelOf(threshold, target, calendar), threshold }));
  const ends = [
    { level: target, threshold: { kind: 'due' } },
    { level: target + 1, threshold: { kind: 'breach' } },
  ] as const;
  return [...warnings, ...ends].sort((a, b) => a.level - b.level);
}

/** A warning for more working time than the whole target is reached at once. */
function levelOf(threshold: Threshold, target: Millis, calendar: SlaCalendar): Millis {
  switch (threshold.kind) {
    case 'percent':
      return Math.ceil((target * threshold.percent) / 100);
    case 'remaining':
      return target - remainingMillis(threshold.remaining, calendar);
  }
}

/** Working days left are as long as days are: the close of one is no length. */
function remainingMillis({ unit, amount }: Duration, calendar: SlaCalendar): Millis {
  return durationMillis({ unit: unit === 'business-days' ? 'days' : unit, amount }, calendar);
}

/** The flag keys of a goal's marks, in their order; a due time has none. */
export function flagKeysOf(goal: SlaGoal, cycle: number, marks: readonly Mark[]): readonly string[] {
  return marks.map(({ threshold }) => (threshold.kind === 'due' ? '' : flagKey(goal, cycle, threshold)));
}

/**
 * A flag's key, `metric:cycle:fingerprint:threshold` (rules.md §8): each is handled once, and a retarget arms only those
 * not seen in the cycle.
 */
function flagKey(goal: SlaGoal, cycle: number, threshold: ClockThreshold['threshold']): string {
  return `${goal.metric}:${cycle}:${goal.fingerprint}:${thresholdText(threshold)}`;
}

/** The threshold's part of a flag key: `75%`, `-1h30m`, `breach`. */
function thresholdText(threshold: ClockThreshold['threshold']): string {
  switch (threshold.kind) {
    case 'percent':
      return `${threshold.percent}%`;
    case 'remaining':
      return `-${formatDuration(threshold.remaining).replace(' ', '')}`;
    case 'breach':
      return 'breach';
  }
}
