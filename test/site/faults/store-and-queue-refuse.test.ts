/** A store or a queue that refuses a call, whatever was being done: nothing is lost, and whoever waits is told to try again. */
import { DEEDS, type Deed } from './deeds';
import { QUEUE_FAILS, QUEUE_IS_FULL, refuses, refusesAll, STORE_REFUSALS } from './mishaps';
import { tryDeed, worthTrying, wrongs, type Tried } from './try-deed';
import type { Outgoing } from '../../sandbox/platform/in-process';

const ofStore = ({ to }: Outgoing): boolean => to === 'storage';
const ofQueue = ({ to }: Outgoing): boolean => to === 'queue';
jest.setTimeout(300_000);

/** Every twelfth kind of call for each reason, every second push; CADRAN_FULL tries every call. */
const APART = 12;
const PUSHES_APART = 2;

const undisturbed = new Map<string, Promise<Tried>>();
function whole(deed: Deed): Promise<Tried> {
  const known = undisturbed.get(deed.name) ?? tryDeed(deed);
  undisturbed.set(deed.name, known);
  return known;
}

/** People are told that the site is busy, or of their own input; never that something unexpected happened. */
const isTold = (told: string | null): boolean =>
  told === null || told === 'ok' || told === 'busy' || told === 'conflict';

describe.each(Object.entries(STORE_REFUSALS))('a store that refuses %s', (why, refusal) => {
  it.each(DEEDS)('$name', async (deed) => {
    const before = await whole(deed);
    const calls = before.calls.filter(ofStore);
    const found: string[] = [];
    for (const number of worthTrying(calls, APART)) {
      const tried = await tryDeed(deed, refuses(number, ofStore, refusal));
      const { functionKey, path } = calls[number - 1] ?? {};
      const wrong = wrongs(deed, tried, before);
      if (why !== 'for its size' && !isTold(tried.told)) wrong.push(`is told ${String(tried.told)} first`);
      found.push(...wrong.map((one) => `call ${String(number)}, ${functionKey ?? ''} ${path ?? ''}: ${one}`));
    }
    expect(found).toEqual([]);
  });
});

describe('a queue that', () => {
  const pushing = DEEDS.filter(({ name }) => !/establishment/.test(name));
  it.each(pushing)('takes nothing for a moment: $name', async (deed) => {
    const before = await whole(deed);
    const pushes = before.calls.filter(ofQueue);
    const found: string[] = [];
    for (const number of worthTrying(pushes, PUSHES_APART)) {
      const tried = await tryDeed(deed, refuses(number, ofQueue, number % 2 === 0 ? QUEUE_IS_FULL : QUEUE_FAILS));
      if (!isTold(tried.told)) found.push(`push ${String(number)}: is told ${String(tried.told)}`);
      found.push(...wrongs(deed, tried, before).map((wrong) => `push ${String(number)}: ${wrong}`));
    }
    expect(found).toEqual([]);
  });

  it.each(pushing)('takes nothing for a quarter of an hour: $name', async (deed) => {
    const tried = await tryDeed(deed, refusesAll(ofQueue, QUEUE_IS_FULL));
    expect(isTold(tried.told)).toBe(true);
    expect(wrongs(deed, tried, await whole(deed))).toEqual([]);
  });
});
