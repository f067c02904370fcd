import type { SlaClock } from '../../src/core/clock/clock';
import { isAlwaysOpen, targetText, type Words } from './words';

/** A clock's figures in words, as of the view's or a later instant. */
export interface ClockWords {
  /** For whom does not see the dial: `Resolution: Near breach, 1 h 13 left`. */
  readonly label: string;
  /** `Due today 3:25 PM`; empty once stopped. */
  readonly headline: string;
  /** The goal and what is used of it; empty where there is none. */
  readonly detail: string;
  /** The dial's middle; null for a stopped clock and one without a goal. */
  readonly figure: { readonly value: string; readonly unit: string } | null;
}

/** Puts one clock into words at `now`. */
export function clockWords(words: Words, clock: SlaClock, now: number): ClockWords {
  const { translate } = words;
  const metric = translate(`clock.metric.${clock.metric}`);
  const state = translate(`clock.state.${clock.state}`);
  const figure = clockFigure(words, clock);
  const label =
    figure === null
      ? translate('clock.label.plain', { metric, state })
      : translate(isLate(clock) ? 'clock.label.late' : 'clock.label.left', { metric, state, length: figure.value });
  return { label, headline: headline(words, clock, now), detail: detail(words, clock), figure };
}

/** One line for the small dial: what is left and until when, or how a stopped clock ended. */
export function clockLine(words: Words, clock: SlaClock, now: number): string {
  const { translate, format } = words;
  const { goal, stopTime, breachTime, remainingTime } = clock;
  if (goal === null || remainingTime === null) return translate('clock.goal.none');
  const target = targetText(words, goal);
  if (stopTime !== null) {
    const used = translate('clock.goal.stopped', { used: format.length(clock.elapsedTime), target });
    return `${used}, ${format.shortInstant(stopTime, now)}`;
  }
  if (breachTime === null) {
    return translate('clock.goal.pausedLeft', { left: format.length(remainingTime, 'up'), target });
  }
  const instant = format.instant(breachTime, now);
  return isLate(clock)
    ? translate('clock.goal.late', { late: format.length(remainingTime), instant })
    : translate('clock.goal.left', { left: format.length(remainingTime, 'up'), target, instant });
}

function clockFigure({ translate, format }: Words, clock: SlaClock): ClockWords['figure'] {
  if (clock.stopTime !== null || clock.remainingTime === null) return null;
  return isLate(clock)
    ? { value: format.length(clock.remainingTime), unit: translate('clock.unit.late') }
    : { value: format.length(clock.remainingTime, 'up'), unit: translate('clock.unit.left') };
}

function headline({ translate, format }: Words, clock: SlaClock, now: number): string {
  const { stopTime, breachTime } = clock;
  if (stopTime !== null) return '';
  if (clock.goal === null) return translate('clock.due.none');
  if (breachTime === null) return translate('clock.due.paused');
  return translate(clock.breached ? 'clock.due.breached' : 'clock.due.running', {
    instant: format.instant(breachTime, now),
  });
}

function detail(words: Words, clock: SlaClock): string {
  const { translate, format } = words;
  const { goal } = clock;
  if (goal === null) return '';
  const values = { target: targetText(words, goal), used: format.length(clock.elapsedTime) };
  if (clock.stopTime !== null) return translate('clock.goal.stopped', values);
  return translate(isAlwaysOpen(words, goal) ? 'clock.goal.always' : 'clock.goal.business', values);
}

function isLate({ remainingTime }: SlaClock): boolean {
  return remainingTime !== null && remainingTime < 0;
}
