/**
 * What the app keeps and logs, after the whole seed and a look at every surface: ids, times, keys, codes and amounts. No
 * name, account, address or word of a ticket, whoever wrote it and wherever it stands.
 */
import { createSite, type Site } from '../sandbox/site';
import { lookEverywhere } from './look-everywhere';
import { DAY } from '../../src/core/time/instant';
import { keptBy, privateWords, wordsOf } from './given-away';

let site: Site;
beforeAll(async () => {
  site = await createSite({ port: 0, runsByItself: false });
  await lookEverywhere(site);
  // Flags, reconciliation, reports and the refresh of holidays.
  await site.moveTo(site.clock.now() + 8 * DAY);
  await lookEverywhere(site);
}, 120_000);
afterAll(() => site.close());

const words = () => privateWords(site.world().stage.jira);
const kept = () => keptBy(site.world().stage.platform);

it('there are people, organizations and tickets to give away', () => {
  expect(words().length).toBeGreaterThan(60);
  const [someone] = words();
  expect(wordsOf(words(), `${kept().stored} ${JSON.stringify(someone)}`)).toEqual([someone]);
  const { platform } = site.world().stage;
  const filled = [...platform.manifest.entities.keys()].filter((name) => platform.peekEntity(name).length > 0);
  expect(filled.length).toBeGreaterThan(3);
});

it('storage holds none of their words', () => {
  expect(wordsOf(words(), kept().stored)).toEqual([]);
});

it('the logs hold none of their words', () => {
  expect(site.world().stage.platform.logs()).not.toEqual([]);
  expect(wordsOf(words(), kept().logged)).toEqual([]);
});
