import type { CustomerPanelView } from '../../src/contract/customer-panel';
import { MINUTE, type Millis } from '../../src/core/time/instant';
import { mayRetry, type Failure, type Outcome } from '../shared/bridge';
import { nextAsk } from './countdown';

/** What the panel knows while it is open. Page time is performance.now(): no change of the reader's clock moves it. */
export type LiveView =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | {
      readonly status: 'shown';
      readonly view: CustomerPanelView;
      /** The answer before this one: shows whether a clock stood still between the two. */
      readonly earlier: CustomerPanelView | null;
      /** Page time at which the view came. */
      readonly receivedAt: Millis;
      /** Why a later attempt brought no newer view; null while all is well. */
      readonly stale: Failure | null;
    };

/** What to show after an answer. A view stays when asking again fails, unless the customer is refused it. */
export function afterAnswer(live: LiveView, outcome: Outcome<CustomerPanelView>, receivedAt: Millis): LiveView {
  const shown = live.status === 'shown' ? live : null;
  if (outcome.ok) {
    return { status: 'shown', view: outcome.data, earlier: shown?.view ?? null, receivedAt, stale: null };
  }
  return shown && mayRetry(outcome) ? { ...shown, stale: outcome } : { status: 'failed', failure: outcome };
}

/** How long to wait before asking again; null when asking again cannot help. */
export function waitBeforeAsking(live: LiveView, pageTime: Millis): Millis | null {
  switch (live.status) {
    case 'loading':
      return null;
    case 'failed':
      return mayRetry(live.failure) ? MINUTE : null;
    case 'shown': {
      const { view, receivedAt, stale } = live;
      return stale || view.state !== 'tracked' ? MINUTE : nextAsk(view, view.at + pageTime - receivedAt);
    }
  }
}
