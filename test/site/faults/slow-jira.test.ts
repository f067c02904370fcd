/**
 * The whole life of a site on which every call of Jira takes two seconds: every key of every surface and every function of the
 * manifest ends within the time that the platform gives it, and nothing is lost. Time is the site's own; nobody waits.
 */
import { SECOND } from '../../../src/core/time/instant';
import { instant } from '../../builders/ticket';
import type { EndedRun, Mishap } from '../../sandbox/platform/in-process';
import { CHAPTERS } from '../life/chapters';
import { beginLife, type Life } from '../life/life';
import { resolverKeys } from '../resolver-keys';
import { hostedHere } from './faulty-site';
import { slowCalls } from './slow-calls';

jest.setTimeout(300_000);

/** Of Jira, of storage or a queue. */
const [SLOW, QUICK] = [2 * SECOND, 30];

const runs: EndedRun[] = [];
let mishap: Mishap | null = null;
let life: Life;
beforeAll(async () => {
  life = await beginLife({
    mark: 'Lenteur',
    startAt: instant('2025-12-08T10:00 Toronto'),
    host: hostedHere(() => mishap),
  });
  mishap = slowCalls(
    () => life.site.clock,
    ({ to }) => (to === 'jira' ? SLOW : QUICK),
    (run) => void runs.push(run),
  );
  for (const { tell, after } of CHAPTERS) {
    await tell(life);
    await life.site.moveTo(life.site.clock.now() + after);
  }
}, 300_000);
afterAll(() => life.site.close());

/** `function key`, the key for resolvers alone. */
function nameOf({ functionKey, payload }: EndedRun): string {
  const { call } = payload as { call?: { functionKey?: string } };
  return [functionKey, ...(call?.functionKey === undefined ? [] : [call.functionKey])].join(' ');
}

it('every key of every surface and every function took part', () => {
  const asked = new Set(life.asked.map(({ surface, key }) => `${surface} ${key}`));
  expect(resolverKeys().filter(({ surface, key }) => !asked.has(`${surface} ${key}`))).toEqual([]);
  const ran = new Set(runs.map(({ functionKey }) => functionKey));
  expect([...life.site.platform.manifest.functions.keys()].filter((key) => !ran.has(key))).toEqual([]);
});

it('Jira was slow', () => {
  expect(runs.filter(({ millis }) => millis >= 2 * SLOW).length).toBeGreaterThan(100);
});

it('each ended within its time', () => {
  const late = runs.filter(({ millis, mostMillis }) => millis > mostMillis);
  expect([...new Set(late.map((run) => `${nameOf(run)}: ${String(Math.round(run.millis / SECOND))} s`))]).toEqual([]);
});

it('nothing failed but for the answers that the story has Jira give, and every job came to its end', () => {
  const failures = life.site.platform.takeFailures().map(({ message }) => message);
  expect(failures.filter((message) => !message.startsWith('JiraError: read-ticket'))).toEqual([]);
  const states = life.site.platform.peekEntity('job-run').map(({ value }) => value['state']);
  expect(states.filter((state) => state === 'running')).toEqual([]);
});
