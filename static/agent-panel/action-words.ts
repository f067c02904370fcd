import type { TrackedTicketView } from '../../src/contract/agent-panel';
import type { Problem } from '../../src/contract/answer';
import { changeTexts, type ClocksNow } from './change-words';
import { priorityName, type Words } from './words';

/** The actions that an agent opens a form for; *Undo* needs none. */
export type ActionKind = 'downgrade' | 'lift-downgrade' | 'unavailable' | 'available' | 'return-to-matrix';

/** What an agent has entered so far. */
export interface ActionDraft {
  readonly kind: ActionKind;
  readonly levels: number;
  /** Empty until one is chosen. */
  readonly reasonCode: string;
  readonly note: string;
}

/** The actions that make sense as the ticket stands, the likeliest first; none once all its clocks have stopped. */
export function offeredActions(view: TrackedTicketView): ActionKind[] {
  const { priority, duty, unavailable, clocks } = view;
  if (clocks.every(({ stopTime }) => stopTime !== null)) return [];
  const offered: ActionKind[] = [];
  if (priority.source === 'override') offered.push('return-to-matrix');
  if (priority.downgrade !== null) offered.push('lift-downgrade');
  if (lowerPriorities(view).length > 0) offered.push('downgrade');
  if (unavailable !== null) offered.push('available');
  else if (duty.applies) offered.push('unavailable');
  return offered;
}

/** The priority that a downgrade lowers: the one before a downgrade that is in force. */
export function priorityToLower({ priority }: TrackedTicketView): string | null {
  return priority.downgrade?.from ?? priority.effective;
}

/** The keys of the priorities below it, the nearest first. */
export function lowerPriorities(view: TrackedTicketView): string[] {
  const order = view.priorities.map(({ key }) => key);
  const rank = order.indexOf(priorityToLower(view) ?? '');
  return rank === -1 ? [] : order.slice(rank + 1);
}

/** The button's word that opens an action's form. */
export function openText({ translate, view }: Words, kind: ActionKind): string {
  return kind === 'downgrade' && view.priority.downgrade !== null
    ? translate('agentPanel.actions.downgrade.change')
    : translate(`agentPanel.actions.${kind}.open`);
}

/** The button's word that takes it. */
export function confirmText(words: Words, draft: ActionDraft): string {
  const to = priorityName(words, priorityAfter(words.view, draft) ?? '');
  return words.translate(`agentPanel.actions.${draft.kind}.confirm`, { to });
}

/** What an action would bring about, before it is taken: with `<b>` around what matters. */
export function effectText(words: Words, draft: ActionDraft, given: ClocksNow): string {
  const { translate, view } = words;
  const { kind } = draft;
  if (kind === 'unavailable' || kind === 'available') {
    return translate(`agentPanel.actions.${kind}.effect.${view.dutyMode}`);
  }
  const after = priorityAfter(view, draft);
  const values = {
    to: after === null ? translate('ledger.noPriority') : priorityName(words, after),
    from: priorityName(words, priorityToLower(view) ?? ''),
  };
  const changes = after === view.priority.effective ? [] : changeTexts(words, given, after);
  return [translate(`agentPanel.actions.${kind}.effect`, values), ...changes].join(' ');
}

/** The priority in force once a draft is taken. */
function priorityAfter(view: TrackedTicketView, { kind, levels }: ActionDraft): string | null {
  const { priority } = view;
  switch (kind) {
    case 'downgrade':
      return lowerPriorities(view)[levels - 1] ?? priority.effective;
    case 'lift-downgrade':
      return priorityToLower(view);
    case 'return-to-matrix':
      return priority.derived;
    case 'unavailable':
    case 'available':
      return priority.effective;
  }
}

const KNOWN_PROBLEMS = [
  'unknown-reason',
  'nothing-to-lower',
  'too-many-levels',
  'no-duty',
  'not-last',
  'not-tracked',
] as const;

/** Why an action was refused, as far as this surface has words for it; undefined where the code's own words must do. */
export function refusalText({ translate }: Words, problems: readonly Problem[]): string | undefined {
  for (const { code } of problems) {
    if (code === 'no-comment-permission' || code === 'customer-side') return translate(`agentPanel.actions.${code}`);
    const known = KNOWN_PROBLEMS.find((candidate) => candidate === code);
    if (known !== undefined) return translate(`agentPanel.actions.problem.${known}`);
  }
  return undefined;
}
