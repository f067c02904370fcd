import type { TrackedTicketView } from '../../src/contract/agent-panel';
import type { Language } from '../../src/core/policy/text';
import { createTranslate } from '../../src/i18n/message';
import { agentPanelMessages, type AgentPanelMessages } from './messages';

/** What a reply can be about. */
export type ReplyOccasion = 'resources' | 'downgraded' | 'on-hold' | 'late' | 'missed';

/** One language, or one below the other. */
export type ReplyLanguage = Language | 'both';

/** What there is to tell the customer of this ticket, the most pressing first; nothing is offered that is not so. */
export function replyOccasions(view: TrackedTicketView): readonly ReplyOccasion[] {
  const isOpen = view.clocks.some(({ stopTime }) => stopTime === null);
  const isLate = view.clocks.some(({ state }) => state === 'breached');
  const wasLate = view.clocks.some(({ state }) => state === 'missed');
  return [
    ...(view.unavailable !== null || (view.duty.applies && isOpen) ? (['resources'] as const) : []),
    ...(view.priority.downgrade === null ? [] : (['downgraded'] as const)),
    ...(isLate ? (['late'] as const) : []),
    ...(wasLate ? (['missed'] as const) : []),
    ...(isOpen && view.replies?.awaitsCustomer === true ? (['on-hold'] as const) : []),
  ];
}

/** The text offered to the agent, who reads and changes it: paragraphs, in words that customers read on the portal. */
export function replyText(view: TrackedTicketView, occasion: ReplyOccasion, language: ReplyLanguage): string {
  if (language === 'both') {
    return (['fr', 'en'] as const).map((one) => replyText(view, occasion, one)).join('\n\n---\n\n');
  }
  const translate = createTranslate<AgentPanelMessages>(language, agentPanelMessages);
  return [
    translate('agentPanel.reply.texts.greeting'),
    ...paragraphs(view, occasion, language),
    translate('agentPanel.reply.texts.closing'),
  ].join('\n\n');
}

function paragraphs(view: TrackedTicketView, occasion: ReplyOccasion, language: Language): readonly string[] {
  const translate = createTranslate<AgentPanelMessages>(language, agentPanelMessages);
  const because = (code: string | undefined): readonly string[] => {
    const reason = view.reasons.find(({ key }) => key === code)?.label[language];
    return reason === undefined ? [] : [translate('agentPanel.reply.texts.reason', { reason })];
  };
  const name = (key: string): string => view.priorities.find((one) => one.key === key)?.label[language] ?? key;
  switch (occasion) {
    case 'resources':
      return [
        translate('agentPanel.reply.texts.resources'),
        ...because(view.unavailable?.reasonCode),
        ...(view.duty.applies ? [view.duty.text[language]] : []),
      ];
    case 'downgraded': {
      const { from = '', to = '', reasonCode } = view.priority.downgrade ?? {};
      const names = { from: name(from), to: name(to) };
      return [translate('agentPanel.reply.texts.downgraded', names), ...because(reasonCode)];
    }
    case 'on-hold':
      return [translate('agentPanel.reply.texts.on-hold')];
    case 'late':
    case 'missed': {
      const late = view.clocks.filter(({ state }) => state === (occasion === 'late' ? 'breached' : 'missed'));
      return late.map(({ metric }) => translate(`agentPanel.reply.texts.${occasion}.${metric}`));
    }
  }
}
