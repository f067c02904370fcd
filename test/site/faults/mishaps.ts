/** What may go wrong with a call of a function: it dies there, the store or the queue refuses. */
import type { Mishap, Outgoing } from '../../sandbox/platform/in-process';
import type { GatewayAnswer } from '../../sandbox/platform/gateway';
import { isWrite } from './try-deed';

type Which = (call: Outgoing) => boolean;

/** The function dies when the call of this number, among those that count, has been answered; it never hears so. */
export function diesAfter(number: number, counts: Which = isWrite): Mishap {
  return nth(number, counts, async (answer, die) => {
    const given = await answer();
    die();
    return given;
  });
}

/** The function dies in place of the call of this number, which never happens. */
export function diesBefore(number: number, counts: Which = isWrite): Mishap {
  return nth(number, counts, (_answer, die) => {
    die();
    return Promise.resolve({ status: 500 });
  });
}

/** The call of this number is refused, and nothing of it happens. */
export function refuses(number: number, counts: Which, refusal: GatewayAnswer): Mishap {
  return nth(number, counts, () => Promise.resolve(refusal));
}

/** Every such call is refused. */
export function refusesAll(counts: Which, refusal: GatewayAnswer): Mishap {
  return { around: (call, answer) => (counts(call) ? Promise.resolve(refusal) : answer()) };
}

function nth(
  number: number,
  counts: Which,
  instead: (answer: () => Promise<GatewayAnswer>, die: () => void) => Promise<GatewayAnswer>,
): Mishap {
  let seen = 0;
  return {
    around: (call, answer, die) => {
      if (!counts(call)) return answer();
      seen += 1;
      return seen === number ? instead(answer, die) : answer();
    },
  };
}

const json = (status: number, code: string): GatewayAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ code, message: code }),
});

/** How the store refuses (forge facts, limits of storage). */
export const STORE_REFUSALS = {
  'for its rate': json(429, 'RATE_LIMIT_EXCEEDED'),
  'with a failure of its own': json(500, 'UNKNOWN_ERROR'),
  'for its size': json(400, 'MAX_SIZE'),
} as const;

export const QUEUE_IS_FULL: GatewayAnswer = json(429, 'RATE_LIMIT');
export const QUEUE_FAILS: GatewayAnswer = json(500, 'INTERNAL');
