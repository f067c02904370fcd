import type { ClockThreshold, SlaClock } from '../../src/core/clock/clock';
import type { Words } from './words';

/** What happens next to the ticket's clocks, in one sentence; `icon` says whether it lies ahead or behind. */
export interface NextEvent {
  readonly icon: 'next' | 'bell' | 'paused';
  /** With `<b>` around what matters. */
  readonly text: string;
}

/**
 * The earliest threshold or breach ahead of `now` over the clocks that run. With none ahead: that all is flagged, or that
 * the clocks are paused; null where no clock with a goal is open.
 */
export function nextEvent(words: Words, clocks: readonly SlaClock[], now: number): NextEvent | null {
  const open = clocks.filter(({ stopTime, goal }) => stopTime === null && goal !== null);
  const ahead = open
    .filter(({ paused }) => !paused)
    .flatMap((clock) => clock.thresholds.map((threshold) => ({ clock, threshold })))
    .filter(({ threshold }) => threshold.at !== null && threshold.at > now)
    .sort((a, b) => (a.threshold.at ?? 0) - (b.threshold.at ?? 0));
  const first = ahead[0];
  if (first !== undefined) return { icon: 'next', text: aheadText(words, first.clock, first.threshold, now) };

  const breaches = open
    .filter(({ breached }) => breached)
    .flatMap(({ thresholds }) => thresholds)
    .flatMap(({ threshold, at }) => (threshold.kind === 'breach' ? (at ?? []) : []));
  if (breaches.length > 0) {
    const instant = words.format.atInstant(Math.max(...breaches), now);
    return { icon: 'bell', text: words.translate('agentPanel.next.breached', { instant }) };
  }
  return open.length > 0 ? { icon: 'paused', text: words.translate('agentPanel.next.paused') } : null;
}

function aheadText(words: Words, clock: SlaClock, { threshold, at }: ClockThreshold, now: number): string {
  const { translate, format } = words;
  const instant = format.atInstant(at ?? now, now);
  if (threshold.kind === 'breach') return translate(`agentPanel.next.breach.${clock.metric}`, { instant });
  const values = {
    instant,
    due: format.atInstant(clock.breachTime ?? now, now),
  };
  return threshold.kind === 'percent'
    ? translate(`agentPanel.next.percent.${clock.metric}`, {
        ...values,
        percent: format.percent(threshold.percent / 100),
      })
    : translate(`agentPanel.next.remaining.${clock.metric}`, {
        ...values,
        length: format.duration(threshold.remaining),
      });
}
