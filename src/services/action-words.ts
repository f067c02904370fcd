import type { ActionRequest } from '../contract/agent-panel';
import type { AgentAction } from '../core/clock/history';
import { priorityOf, reasonOf } from '../core/policy/lookup';
import type { PriorityKey, ReasonKey } from '../core/policy/document';
import english from '../i18n/en-US.json';
import french from '../i18n/fr-FR.json';
import { createTranslate } from '../i18n/message';
import type { TrackedLook } from './look-at-ticket';

const MESSAGES = { en: { actionComment: english.actionComment }, fr: { actionComment: french.actionComment } };

/**
 * The words of an action's comment, in the language the admin chose for comments: what was done, the agent's own words
 * line by line, and what the comment is for.
 */
export function actionLines(look: TrackedLook, { action, note }: ActionRequest): readonly string[] {
  const { document } = look;
  const { language } = document.alerts;
  const t = createTranslate(language, MESSAGES);
  const priority = (key: PriorityKey | undefined): string =>
    key === undefined ? '' : (priorityOf(document, key)?.label[language] ?? key);
  const reason = (key: ReasonKey): string => reasonOf(document, key)?.label[language] ?? key;
  const what = (): string => {
    switch (action.kind) {
      case 'downgrade': {
        const from = look.fold.priority.downgrade?.from ?? look.fold.priority.effective ?? undefined;
        const rank = document.priorities.findIndex(({ key }) => key === from);
        const to = document.priorities[rank + action.levels]?.key;
        return t('actionComment.downgrade', {
          from: priority(from),
          to: priority(to),
          reason: reason(action.reasonCode),
        });
      }
      case 'unavailable':
        return t('actionComment.unavailable', { reason: reason(action.reasonCode) });
      case 'undo':
        return t('actionComment.undo', { what: t(`actionComment.name.${undoneKind(look, action.commentId)}`) });
      case 'lift-downgrade':
      case 'available':
      case 'return-to-matrix':
        return t(`actionComment.${action.kind}`);
    }
  };
  const own = note.split(/\s*\n\s*/).filter((line) => line.trim() !== '');
  return [what(), ...own, t('actionComment.kept')];
}

function undoneKind({ input }: TrackedLook, commentId: string): AgentAction['kind'] {
  return input.history.comments.find(({ id }) => id === commentId)?.action?.kind ?? 'undo';
}
