import type { CustomerTicketView } from '../../src/contract/customer-panel';
import { instant, say, text, type Phrase, type PhraseValue } from './phrase';

/** Something particular about this request that the customer has to know. */
export interface Notice {
  readonly kind: 'unavailable' | 'downgrade' | 'duty';
  readonly title: Phrase;
  readonly lines: readonly Phrase[];
}

/** The notices of a request, the most pressing first. */
export function noticesOf(view: CustomerTicketView): readonly Notice[] {
  return [...unavailable(view), ...downgrade(view), ...duty(view)];
}

function unavailable({ unavailable: interval }: CustomerTicketView): readonly Notice[] {
  if (!interval) return [];
  const values = { since: instant(interval.since), reason: text(interval.reason) };
  return [
    {
      kind: 'unavailable',
      title: say('notice.unavailable.title'),
      lines: [say('notice.unavailable.reason', values), say('notice.unavailable.meaning')],
    },
  ];
}

function downgrade({ downgrade: lowered }: CustomerTicketView): readonly Notice[] {
  if (!lowered) return [];
  const levels = { from: name(lowered.from), to: name(lowered.to) };
  const values = { since: instant(lowered.since), reason: text(lowered.reason) };
  return [
    {
      kind: 'downgrade',
      title: say('notice.downgrade.title', levels),
      lines: [say('notice.downgrade.reason', values), say('notice.downgrade.meaning', levels)],
    },
  ];
}

function duty(view: CustomerTicketView): readonly Notice[] {
  if (!view.duty || view.waitsFor === 'nobody') return [];
  return [
    { kind: 'duty', title: say('notice.duty.title'), lines: [say('notice.duty.text', { text: text(view.duty) })] },
  ];
}

/** A priority's name is the same in both languages. */
function name(priority: string): PhraseValue {
  return text({ en: priority, fr: priority });
}
