import type { CustomerTicketView } from '../../src/contract/customer-panel';
import { instant, say, type Phrase } from './phrase';

/** Who acts next: a name first, then what it means for the reader. */
export interface NextStep {
  readonly who: Phrase;
  readonly what: Phrase;
}

/** Who acts next; null once solved, and where the plan shows customers nothing of its clocks. */
export function nextStepOf(view: CustomerTicketView): NextStep | null {
  if (view.waitsFor === 'nobody' || view.clocks.length === 0) return null;
  if (view.waitsFor === 'team') return { who: say('next.team'), what: say('next.nothingAsked') };
  return {
    who: view.waitsSince === null ? say('next.you') : say('next.youSince', { since: instant(view.waitsSince) }),
    what: say(view.unavailable ? 'next.yourTeam' : 'next.ourLastMessage'),
  };
}
