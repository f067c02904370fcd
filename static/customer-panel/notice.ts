import type { CustomerTicketView } from '../../src/contract/customer-panel';
import { instant, say, text, type Phrase } from './phrase';

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

function unavailable(view: CustomerTicketView): readonly Notice[] {
  const interval = view.unavailable;
  if (!interval) return [];
  return [
    {
      kind: 'unavailable',
      title: say('notice.unavailable.title'),
      lines: [...reasonAndSince(interval), ...whereTimes(view, say('notice.unavailable.meaning'))],
    },
  ];
}

function downgrade(view: CustomerTicketView): readonly Notice[] {
  const lowered = view.downgrade;
  if (!lowered) return [];
  const levels = { from: text(lowered.from), to: text(lowered.to) };
  return [
    {
      kind: 'downgrade',
      title: say('notice.downgrade.title', levels),
      lines: [
        ...reasonAndSince(lowered),
        ...whereTimes(view, say('notice.downgrade.times', levels)),
        say('notice.downgrade.levelsStay'),
      ],
    },
  ];
}

function duty(view: CustomerTicketView): readonly Notice[] {
  if (!view.duty || view.waitsFor === 'nobody') return [];
  return [
    { kind: 'duty', title: say('notice.duty.title'), lines: [say('notice.duty.text', { text: text(view.duty) })] },
  ];
}

/** Why and since when; a reason that the policy no longer has, and a time that is hidden, go without words. */
function reasonAndSince({ since, reason }: NonNullable<CustomerTicketView['unavailable']>): readonly Phrase[] {
  const why = reason.en === '' ? null : { reason: text(reason) };
  if (since === null) return why === null ? [] : [say('notice.reason', why)];
  const from = { since: instant(since) };
  return [why === null ? say('notice.since', from) : say('notice.reasonSince', { ...why, ...from })];
}

/** What a notice says of times is for those who see some. */
function whereTimes(view: CustomerTicketView, phrase: Phrase): readonly Phrase[] {
  return view.clocks.length === 0 ? [] : [phrase];
}
