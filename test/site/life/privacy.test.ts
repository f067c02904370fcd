/**
 * What the app keeps and logs in the whole life of a site, in which every text that anybody can write holds a word of its
 * own: ids, times, keys, codes and amounts, and never that word, a name, an account or an address.
 */
import { instant } from '../../builders/ticket';
import { keptBy, privateWords, wordsOf } from '../given-away';
import { resolverKeys } from '../resolver-keys';
import { CHAPTERS } from './chapters';
import { beginLife, type Life } from './life';

const MARK = 'Papillon';
const START = instant('2025-12-08T10:00 Toronto');

let life: Life;
/** What was stored or waited in the queue around each chapter. */
const kept: string[] = [];
/** The entities that had rows at some time. */
const filled = new Set<string>();

beforeAll(async () => {
  life = await beginLife({ mark: MARK, startAt: START });
  for (const { tell, after } of CHAPTERS) {
    await tell(life);
    look();
    await life.site.moveTo(life.site.clock.now() + after);
    look();
  }
}, 240_000);
afterAll(() => life.site.close());

function look(): void {
  const { platform } = life.site;
  kept.push(keptBy(platform).stored);
  for (const name of platform.manifest.entities.keys()) if (platform.peekEntity(name).length > 0) filled.add(name);
}

/** Every form in which the word or a person of this site can be met; the group is a setting, kept by its name. */
const givenAway = (text: string): readonly string[] =>
  wordsOf(
    [MARK, MARK.toLowerCase(), 'Zoé', '555-0199', ...privateWords(life.site.jira)],
    text.replaceAll(`garde-${MARK}`, 'garde'),
  );

it('every call of every surface and every function of the manifest took part', () => {
  const asked = new Set(life.asked.map(({ surface, key }) => `${surface} ${key}`));
  expect(resolverKeys().filter(({ surface, key }) => !asked.has(`${surface} ${key}`))).toEqual([]);
  const { manifest } = life.site.platform;
  const counters = life.site.platform.counters();
  expect([...manifest.functions.keys()].filter((key) => !((counters[`invocations.${key}`] ?? 0) > 0))).toEqual([]);
  expect(filled).toEqual(new Set(manifest.entities.keys()));
});

it('the words were there to be given away', () => {
  expect(givenAway(JSON.stringify(life.asked))).toEqual(expect.arrayContaining([MARK, 'Zoé']));
  expect(JSON.stringify(life.site.jira.state()).split(MARK).length).toBeGreaterThan(40);
});

it('storage and queues hold none of them, at any time', () => {
  expect(kept.flatMap(givenAway)).toEqual([]);
});

it('the logs hold none of them', () => {
  const logs = life.site.platform.logs();
  expect(logs.length).toBeGreaterThan(10);
  expect(logs.flatMap(({ text }) => givenAway(text).map((word) => [word, text]))).toEqual([]);
});
