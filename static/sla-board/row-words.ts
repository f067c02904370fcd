import type { BoardIncident } from '../../src/contract/sla-board';
import type { EpochMillis } from '../../src/core/time/instant';
import type { CountedClock } from './clock-count';
import { nameIn, type Words } from './words';

/** Impact and urgency behind an incident's rank: `Extended × Critical`; null where neither is set. */
export function levelsText(words: Words, { impact, urgency }: BoardIncident): string | null {
  if (impact === null && urgency === null) return null;
  const { translate, view } = words;
  const unset = translate('slaBoard.row.unset');
  return translate('slaBoard.row.levels', {
    impact: impact === null ? unset : nameIn(view.impacts, impact, words),
    urgency: urgency === null ? unset : nameIn(view.urgencies, urgency, words),
  });
}

/** Working time that is left, or by how much it is late. */
export function leftText({ translate, format }: Words, { remaining }: CountedClock): string {
  return remaining < 0
    ? translate('slaBoard.row.late', { length: format.length(remaining) })
    : translate('slaBoard.row.left', { length: format.length(remaining, 'up') });
}

/** How much of the target is used: never rounded up to the whole, `over 100 %` beyond it. */
export function usedText({ translate, format }: Words, { share }: CountedClock): string {
  if (share === null) return '';
  if (share > 1) return translate('slaBoard.row.over');
  return translate('slaBoard.row.used', { percent: format.percent(Math.floor(share * 100) / 100) });
}

/** When the next clock falls due; why there is no time where there is none. */
export function dueText({ translate, format }: Words, { clock, state }: BoardIncident, now: EpochMillis): string {
  if (clock !== null) return format.instant(clock.due, now);
  return translate(state === 'paused' ? 'slaBoard.row.waits' : 'slaBoard.row.noGoal');
}
