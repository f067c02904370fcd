import type { AgentPanelView, TrackedTicketView } from '../../src/contract/agent-panel';
import type { Problem } from '../../src/contract/answer';
import { changeTexts, type ClocksNow } from './change-words';
import { levelName, priorityName, type Words } from './words';

interface LevelPair {
  readonly impact: string;
  readonly urgency: string;
}

/** What setting a cell would change, before it is set: `Moderate × High is P3. Now P2. Due would …` */
export function previewText(words: Words, pair: LevelPair, given: ClocksNow): string {
  const { translate, view } = words;
  const to = priorityOf(view, pair);
  const from = view.priority.effective;
  const cell = translate('agentPanel.levels.cell', {
    impact: levelName(words, 'impact', pair.impact),
    urgency: levelName(words, 'urgency', pair.urgency),
  });
  const values = { cell, to: priorityName(words, to) };
  if (from === to) return translate('agentPanel.levels.previewSame', values);
  const what =
    from === null
      ? translate('agentPanel.levels.previewFirst', values)
      : translate('agentPanel.levels.preview', { ...values, from: priorityName(words, from) });
  return [what, ...changeTexts(words, given, to)].join(' ');
}

/** The priority in force once a cell is set: a downgrade holds over the matrix until it is lifted. */
function priorityOf({ matrix, priorities, priority: { downgrade } }: TrackedTicketView, pair: LevelPair): string {
  const derived = matrix[pair.impact]?.[pair.urgency] ?? '';
  if (downgrade === null) return derived;
  const order = priorities.map(({ key }) => key);
  const lowered = order.indexOf(derived) + order.indexOf(downgrade.to) - order.indexOf(downgrade.from);
  return order[Math.min(lowered, order.length - 1)] ?? derived;
}

/** What to say once levels are saved or set back. */
export function savedText(words: Words, view: AgentPanelView, isUndo: boolean): string {
  const effective = view.state === 'tracked' ? view.priority.effective : null;
  if (effective === null) return words.translate('agentPanel.levels.undoneWithout');
  const priority = priorityName(words, effective);
  return words.translate(isUndo ? 'agentPanel.levels.undone' : 'agentPanel.levels.saved', { priority });
}

const KNOWN_PROBLEMS = [
  'level-field-missing',
  'level-without-option',
  'unknown-level',
  'not-configured',
  'levels-refused',
] as const;

/** Why a save was refused, as far as this surface has words for it; undefined where the code's own words must do. */
export function problemText({ translate }: Words, problems: readonly Problem[]): string | undefined {
  const known = KNOWN_PROBLEMS.filter((candidate) => problems.some(({ code }) => code === candidate));
  return known.length === 0 ? undefined : known.map((code) => translate(`agentPanel.levels.problem.${code}`)).join(' ');
}
