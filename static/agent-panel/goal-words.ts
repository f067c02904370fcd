import type { SlaGoal } from '../../src/core/clock/clock';
import type { LedgerEntry } from '../../src/core/clock/ledger';
import type { Formatter } from '../../src/i18n/format';
import type { MessageKey, MessageValues } from '../../src/i18n/message';
import type { AgentPanelMessages } from './messages';
import { targetText } from './words';

/** What it takes to word a goal: also where no ticket is at hand, such as in an admin's preview. */
export interface GoalWords {
  readonly translate: (key: MessageKey<Pick<AgentPanelMessages, 'clock' | 'ledger'>>, values?: MessageValues) => string;
  readonly format: Formatter;
}

/** `Resolution: goal 2 d (16 h), due Thu 3:25 PM`. */
export function goalText(words: GoalWords, entry: Extract<LedgerEntry, { kind: 'goal' }>, now: number): string {
  const { translate, format } = words;
  const values = { metric: translate(`clock.metric.${entry.metric}`), target: targetText(words, entry.goal) };
  return entry.due === null
    ? translate('ledger.goal.plain', values)
    : translate('ledger.goal.due', { ...values, due: format.ledgerInstant(entry.due, now) });
}

/** What a retarget changed: the goal; what stays used of the time; where the due time went. */
export function retargetText(words: GoalWords, entry: Extract<LedgerEntry, { kind: 'retarget' }>, now: number): string {
  const used =
    entry.used > 0 && entry.to !== null
      ? [words.translate('ledger.retarget.used', { used: words.format.length(entry.used) })]
      : [];
  return [changeText(words, entry), ...used, ...dueTexts(words, entry, now)].join('; ');
}

function changeText(words: GoalWords, { metric, cause, from, to }: Extract<LedgerEntry, { kind: 'retarget' }>): string {
  const { translate } = words;
  const values = {
    metric: translate(`clock.metric.${metric}`),
    from: from === null ? '' : targetText(words, from),
    to: to === null ? '' : targetText(words, to),
  };
  const text = translate(`ledger.retarget.${changeKind(from, to, values.from === values.to)}`, values);
  // A new priority has its own sentence on the line; the other causes have none.
  return cause === 'priority' ? text : `${text} (${translate(`ledger.cause.${cause}`)})`;
}

function changeKind(from: SlaGoal | null, to: SlaGoal | null, isSameTarget: boolean) {
  if (to === null) return 'cleared';
  if (from === null) return 'set';
  if (!isSameTarget) return 'changed';
  return from.calendar === to.calendar ? 'same' : 'hours';
}

function dueTexts(
  { translate, format }: GoalWords,
  { dueBefore, dueAfter }: Extract<LedgerEntry, { kind: 'retarget' }>,
  now: number,
): string[] {
  if (dueBefore === dueAfter) return [];
  const values = {
    before: dueBefore === null ? '' : format.ledgerInstant(dueBefore, now),
    after: dueAfter === null ? '' : format.ledgerInstant(dueAfter, now),
  };
  const move = dueAfter === null ? 'undue' : dueBefore === null ? 'due' : ('moved' as const);
  return [translate(`ledger.retarget.${move}`, values)];
}
