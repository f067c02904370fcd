import type { CustomerTicketView } from '../../src/contract/customer-panel';
import type { Bilingual } from '../../src/core/policy/text';
import type { EpochMillis } from '../../src/core/time/instant';
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
  return [
    {
      kind: 'unavailable',
      title: say('notice.unavailable.title'),
      lines: [sinceWhen(interval), say('notice.unavailable.meaning')],
    },
  ];
}

function downgrade({ downgrade: lowered }: CustomerTicketView): readonly Notice[] {
  if (!lowered) return [];
  const levels = { from: name(lowered.from), to: name(lowered.to) };
  return [
    {
      kind: 'downgrade',
      title: say('notice.downgrade.title', levels),
      lines: [sinceWhen(lowered), say('notice.downgrade.meaning', levels)],
    },
  ];
}

function duty(view: CustomerTicketView): readonly Notice[] {
  if (!view.duty || view.waitsFor === 'nobody') return [];
  return [
    { kind: 'duty', title: say('notice.duty.title'), lines: [say('notice.duty.text', { text: text(view.duty) })] },
  ];
}

/** Why and since when; a reason that the policy no longer has goes without words. */
function sinceWhen({ since, reason }: { readonly since: EpochMillis; readonly reason: Bilingual }): Phrase {
  const values = { since: instant(since), reason: text(reason) };
  return reason.en === '' ? say('notice.since', values) : say('notice.reasonSince', values);
}

/** A priority's name is the same in both languages. */
function name(priority: string): PhraseValue {
  return text({ en: priority, fr: priority });
}
