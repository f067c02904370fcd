import type { CustomerTicketView } from '../../src/contract/customer-panel';
import { awaited } from './lead';
import { instant, say, type Phrase } from './phrase';

/** Who acts next: a name first, then what it means for the reader. */
export interface NextStep {
  readonly who: Phrase;
  readonly what: Phrase;
}

/** Who acts next; null once solved, and where the plan shows customers nothing of its clocks. */
export function nextStepOf(view: CustomerTicketView): NextStep | null {
  const next = awaited(view);
  if (next === 'nobody' || view.clocks.length === 0) return null;
  if (next === 'others') return { who: say('next.others'), what: say('next.nothingAsked') };
  if (next === 'team') return { who: say('next.team'), what: say('next.nothingAsked') };
  const since = view.waitsSince ?? view.unavailable?.since ?? null;
  return {
    who: since === null ? say('next.you') : say('next.youSince', { since: instant(since) }),
    what: say(view.unavailable ? 'next.yourTeam' : 'next.ourLastMessage'),
  };
}
