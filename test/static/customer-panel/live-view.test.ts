import { MINUTE } from '../../../src/core/time/instant';
import { failure } from '../../../static/shared/bridge';
import { afterAnswer, waitBeforeAsking, type LiveView } from '../../../static/customer-panel/live-view';
import { customerTicket, TUESDAY_TEN } from './customer-ticket';

jest.mock('@forge/bridge', () => ({ invoke: jest.fn() }));

const view = customerTicket();
const newer = customerTicket({ at: TUESDAY_TEN + MINUTE });
const loading: LiveView = { status: 'loading' };
const shown: LiveView = { status: 'shown', view, earlier: null, receivedAt: 0, stale: null };

describe('after an answer', () => {
  test.each<[string, LiveView, Parameters<typeof afterAnswer>[1], LiveView]>([
    ['the first view is shown', loading, { ok: true, data: view }, { ...shown, receivedAt: 7 }],
    [
      'a newer view remembers the one before',
      shown,
      { ok: true, data: newer },
      { status: 'shown', view: newer, earlier: view, receivedAt: 7, stale: null },
    ],
    ['without a view, a failure is shown', loading, failure('busy'), { status: 'failed', failure: failure('busy') }],
    [
      'a view stays when the connection is lost',
      shown,
      failure('unreachable'),
      { ...shown, stale: failure('unreachable') },
    ],
    [
      'a view goes when the customer may no longer see it',
      shown,
      failure('refused'),
      { status: 'failed', failure: failure('refused') },
    ],
  ])('%s', (_, before, outcome, after) => {
    expect(afterAnswer(before, outcome, 7)).toEqual(after);
  });
});

test.each<[string, LiveView, number | null]>([
  ['while waiting for the first answer: no second question', loading, null],
  ['after a failure that may pass: in a minute', { status: 'failed', failure: failure('busy') }, MINUTE],
  ['after a refusal: never', { status: 'failed', failure: failure('refused') }, null],
  ['without a promise: in a minute', { ...shown, view: { state: 'no-promise' } }, MINUTE],
  ['with a view: in a minute', shown, MINUTE],
  [
    'with a view that could not be refreshed: in a minute, whatever is due',
    { ...shown, view: customerTicket({ at: TUESDAY_TEN + 60 * MINUTE - 5000 }), stale: failure('busy') },
    MINUTE,
  ],
])('%s', (_, live, wait) => {
  expect(waitBeforeAsking(live, 0)).toBe(wait);
});
