import type { SlaClock } from '../../src/core/clock/clock';
import type { EpochMillis, Millis } from '../../src/core/time/instant';
import { addWorkingTime } from '../../src/core/time/working-time-queries';
import { TimeError } from '../../src/core/time/time-error';
import type { WorkingTimes } from './counting';
import { targetText, type Words } from './words';

/** The ticket's clocks at an instant, and what it takes to count them on. */
export interface ClocksNow {
  readonly clocks: readonly SlaClock[];
  readonly now: EpochMillis;
  readonly workingTimes: WorkingTimes;
}

/**
 * What would come of the open clocks under another priority, a sentence each: where the due time would go, by the same
 * retarget rule and the same working time as the server's. What cannot be told beforehand is left out.
 */
export function changeTexts(words: Words, given: ClocksNow, priority: string | null): string[] {
  const open = given.clocks.filter(({ stopTime }) => stopTime === null);
  const told = open.map((clock) => changeText(words, given, clock, priority)).filter((text) => text !== null);
  return [...new Set(told)];
}

function changeText(words: Words, given: ClocksNow, clock: SlaClock, priority: string | null): string | null {
  const { translate, format, view } = words;
  const { now } = given;
  const promise = priority === null ? undefined : view.promises[priority]?.[clock.metric];
  if (promise === undefined) return clock.goal === null ? null : translate('agentPanel.change.none');
  const { target, calendar, duration } = promise;
  const used = usedAfter(words, clock, calendar);
  const workingTime = given.workingTimes[calendar];
  if (target === null || used === null || workingTime === undefined) return null;

  const metric = translate(`clock.metric.${clock.metric}`);
  if (used > target) {
    const promised = targetText(words, { duration, target });
    return translate('agentPanel.change.late', { metric, used: format.length(used), target: promised });
  }
  if (clock.paused) return translate('agentPanel.change.paused', { metric, left: format.length(target - used, 'up') });
  const due = dueAfter(workingTime, now, target - used);
  if (due === null) return null;
  const after = format.shortInstant(due, now);
  if (clock.breachTime === null) return translate('agentPanel.change.due', { metric, after });
  if (clock.breachTime === due) return translate('agentPanel.change.stays', { metric, after });
  return translate('agentPanel.change.moves', { metric, after, before: format.shortInstant(clock.breachTime, now) });
}

/** The time used that stays used under the policy's retarget rule; null where only the whole history could tell. */
function usedAfter({ view }: Words, { elapsedTime, goal }: SlaClock, calendar: string): Millis | null {
  switch (view.retarget) {
    case 'carry':
      return elapsedTime;
    case 'restart':
      return 0;
    case 'retroactive':
      return goal?.calendar === calendar ? elapsedTime : null;
  }
}

/** Null beyond the weeks that the browser was given. */
function dueAfter(workingTime: WorkingTimes[string], now: EpochMillis, left: Millis): EpochMillis | null {
  try {
    return addWorkingTime(workingTime, now, left);
  } catch (error) {
    if (error instanceof TimeError) return null;
    throw error;
  }
}
