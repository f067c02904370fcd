import type { Problem } from '../../src/contract/answer';
import { levelName, priorityName, type Words } from './words';

/** What setting a cell would change, before it is set: `Moderate × High is P3. Now P2.` */
export function previewText(words: Words, pair: { readonly impact: string; readonly urgency: string }): string {
  const { translate, view } = words;
  const to = view.matrix[pair.impact]?.[pair.urgency] ?? '';
  const from = view.priority.effective;
  const cell = translate('agentPanel.levels.cell', {
    impact: levelName(words, 'impact', pair.impact),
    urgency: levelName(words, 'urgency', pair.urgency),
  });
  const values = { cell, to: priorityName(words, to) };
  if (from === null) return translate('agentPanel.levels.previewFirst', values);
  return from === to
    ? translate('agentPanel.levels.previewSame', values)
    : translate('agentPanel.levels.preview', { ...values, from: priorityName(words, from) });
}

const KNOWN_PROBLEMS = ['level-field-missing', 'unknown-level', 'not-configured'] as const;

/** Which rules a refused save broke, as far as this surface has words for them. */
export function problemText({ translate }: Words, problems: readonly Problem[]): string {
  return KNOWN_PROBLEMS.filter((known) => problems.some(({ code }) => code === known))
    .map((code) => translate(`agentPanel.levels.problem.${code}`))
    .join(' ');
}
