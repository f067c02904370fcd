import type { TrackedTicketView } from '../../src/contract/agent-panel';
import type { SlaGoal } from '../../src/core/clock/clock';
import { durationText, lengthText, type Formatter } from '../../src/i18n/format';
import type { Translate } from '../../src/i18n/message';
import type { LevelView } from '../../src/contract/level';
import type { AgentPanelMessages } from './messages';

/** What it takes to put a ticket into words: messages and figures of one reader, and the ticket's own names. */
export interface Words {
  readonly translate: Translate<AgentPanelMessages>;
  readonly format: Formatter;
  readonly view: TrackedTicketView;
}

/** A level's name in the reader's language; its key where the policy no longer has it. */
export function levelName({ view, format }: Words, measure: 'impact' | 'urgency', key: string): string {
  const levels: readonly LevelView[] = measure === 'impact' ? view.impacts : view.urgencies;
  return levels.find((level) => level.key === key)?.label[format.reader.language] ?? key;
}

/** A priority's name in the reader's language; its key where the policy no longer has it. */
export function priorityName({ view, format }: Words, key: string): string {
  return view.priorities.find((priority) => priority.key === key)?.label[format.reader.language] ?? key;
}

/** A reason's text in the reader's language; its code where the policy no longer lists it. */
export function reasonName({ view, format }: Words, code: string): string {
  return view.reasons.find((reason) => reason.key === code)?.label[format.reader.language] ?? code;
}

/** The plan's name: the ticket's own in the reader's language, any other by its key. */
export function planName({ view, format }: Words, key: string): string {
  return (key === view.plan.plan ? view.plan.label?.[format.reader.language] : undefined) ?? key;
}

/** A status by the name the site gives it; its id where Jira no longer tells. */
export function statusName({ view }: Words, id: string): string {
  return (Object.hasOwn(view.statusNames, id) ? view.statusNames[id] : undefined) ?? id;
}

/** Whether a goal counts around the clock; one whose calendar the view no longer carries counts as business hours. */
export function isAlwaysOpen({ view }: Words, { calendar }: SlaGoal): boolean {
  return view.calendars[calendar]?.always ?? false;
}

/** A goal's target as promised, days with their length on the goal's calendar: `4 h`, `1 d (8 h)`. */
export function targetText(
  { format }: Pick<Words, 'format'>,
  { duration, target }: Pick<SlaGoal, 'duration' | 'target'>,
): string {
  const promised = durationText(duration, format.reader.language);
  const { unit } = duration;
  if (unit === 'minutes' || unit === 'hours') return promised;
  // A business day is an instant, not a length: its working time says little.
  return unit === 'days' ? `${promised} (${wholeHours(target)})` : promised;
}

/** `8 h` rather than `8 h 00`: a target is a round figure. */
function wholeHours(target: number): string {
  return lengthText(target).replace(/(?<=h)\u00A000$/, '');
}
