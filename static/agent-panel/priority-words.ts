import { priorityName, reasonName, type Words } from './words';

/** Why the ticket has the priority it has, beside its badge: `by the matrix`, `set by hand; the matrix says P3`. */
export function priorityReason(words: Words): string {
  const { translate, view } = words;
  const { derived, effective, source, downgrade } = view.priority;
  if (downgrade !== null) return translate('agentPanel.priority.lowered');
  if (source !== 'override') return translate(`agentPanel.priority.${effective === null ? 'none' : source}`);
  return derived === null
    ? translate('agentPanel.priority.overrideAlone')
    : translate('agentPanel.priority.override', { derived: priorityName(words, derived) });
}

/** The downgrade in force, in a sentence (`P1 by the matrix, handled as P2 …`); null without one. */
export function downgradeText(words: Words, now: number): string | null {
  const { downgrade } = words.view.priority;
  if (downgrade === null) return null;
  return words.translate('agentPanel.priority.downgraded', {
    from: priorityName(words, downgrade.from),
    to: priorityName(words, downgrade.to),
    since: words.format.shortInstant(downgrade.since, now),
    reason: reasonName(words, downgrade.reasonCode),
  });
}
