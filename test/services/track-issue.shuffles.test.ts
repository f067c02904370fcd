/** Events and queues as the cloud may bring them: the end is the same, and so are the flags. */
import { DAY, HOUR, MINUTE, SECOND } from '../../src/core/time/instant';
import { seededRandom } from '../sandbox/platform/random';
import { EVENTS, run, type Mishaps, type Outcome } from './pipeline-run';

const SEEDS = process.env['CADRAN_FULL'] === '1' ? 500 : 50;
const LATEST = 3 * MINUTE;

const endOf = ({ calls: _calls, shownAt: _shownAt, ...end }: Outcome): unknown => end;

let inOrder: Outcome;
beforeAll(async () => {
  inOrder = await run();
});

it('in order and once: flags of both goals that were in force, each once', () => {
  expect(inOrder.doubled).toEqual([]);
  expect(inOrder).toMatchObject({ state: 'open', status: 'breached' });
  expect(inOrder.handled.filter((key) => key.startsWith('response:1:3600000'))).toHaveLength(3);
});

/** Delivers late by up to three minutes, each third event twice or thrice, one not at all; queues double and delay too. */
function shuffled(seed: number): Mishaps {
  const random = seededRandom(seed);
  const lost = seed % (EVENTS + 1);
  const delay = (most: number): number => Math.floor(random() * most);
  return {
    deliveries: (deed) => {
      if (deed === lost) return [];
      return Array.from({ length: random() < 1 / 3 ? 2 + delay(2) : 1 }, () => delay(LATEST));
    },
    queueDelays: () => Array.from({ length: random() < 1 / 4 ? 2 : 1 }, () => delay(2 * SECOND)),
  };
}

it(`${String(SEEDS)} shuffles of its events (doubled, delayed, out of order, one lost) end alike`, async () => {
  const others: number[] = [];
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const end = endOf(await run(shuffled(seed)));
    if (JSON.stringify(end) !== JSON.stringify(endOf(inOrder))) others.push(seed);
  }
  expect(others).toEqual([]);
});

describe('the end is the same', () => {
  it.each(Array.from({ length: EVENTS }, (_none, lost) => [lost]))('without event %d', async (lost) => {
    const outcome = await run({ deliveries: (deed) => (deed === lost ? [] : [0]) });
    expect(endOf(outcome)).toEqual(endOf(inOrder));
  });

  it.each<[string, Mishaps]>([
    ['with every event twice', { deliveries: () => [0, 0] }],
    ['with every event five times', { deliveries: () => [0, SECOND, 2 * SECOND, MINUTE, 2 * MINUTE] }],
    ['with neighbours in reverse', { deliveries: (deed) => [deed % 2 === 0 ? LATEST : 0] }],
    ['with every queue event twice', { queueDelays: () => [0, 0] }],
    ['with two sweeps at once', { sweeps: () => 2 }],
    [
      'with two sweeps at once, every event twice, every queue event twice',
      { sweeps: () => 2, deliveries: () => [0, 0], queueDelays: () => [0, 500] },
    ],
  ])('%s', async (_case, mishaps) => {
    expect(endOf(await run(mishaps))).toEqual(endOf(inOrder));
  });

  it.each([
    ['an hour', HOUR],
    ['a day', DAY],
  ])('with no sweep for %s', async (_case, missed) => {
    let from: number | null = null;
    const outcome = await run({
      sweeps: (at) => {
        from ??= at;
        return at - from > 3 * HOUR && at - from <= 3 * HOUR + missed ? 0 : 1;
      },
    });
    expect(endOf(outcome)).toEqual(endOf(inOrder));
  });
});

it('nothing is written that is there already: a doubled event costs one look and no write', async () => {
  const writes = (outcome: Outcome): number => outcome.calls.filter((call) => /write|tickets\.save/.test(call)).length;
  expect(writes(await run({ deliveries: () => [0, 0] }))).toBe(writes(inOrder));
});
