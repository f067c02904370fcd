/**
 * Two sites whose functions run in one warm process, as the cloud may run them, and live the same life at the same time:
 * every call and every function of the manifest alternately. Ids are the same on both; words and targets are not.
 */
import { instant } from '../../builders/ticket';
import { createSiteClock } from '../../sandbox/site-clock';
import { createTimeMachine } from '../../sandbox/time-machine';
import type { LocalPlatform } from '../../sandbox/platform/platform';
import { keptBy } from '../given-away';
import { CHAPTERS } from './chapters';
import { beginLife, type Life } from './life';

const START = instant('2025-12-08T10:00 Toronto');
const [ONE, TWO] = ['Alouette', 'Bernache'] as const;

let one: Life;
let two: Life;
/** What each site's storage held around each chapter. */
const stored = new Map<Life, string[]>();

beforeAll(async () => {
  const clock = createSiteClock(START, () => 0);
  const common = { startAt: START, marksPolicy: true, clock };
  one = await beginLife({ ...common, mark: ONE });
  two = await beginLife({ ...common, mark: TWO, slowness: 2, neighbour: one.site.platform });
  const lives = [one, two];
  const time = createTimeMachine(clock, together(lives.map(({ site }) => site.platform)), (error) => {
    throw error;
  });
  const look = () => {
    for (const life of lives) stored.set(life, [...(stored.get(life) ?? []), keptBy(life.site.platform).stored]);
  };
  for (const { tell, after } of CHAPTERS) {
    await Promise.all(lives.map(tell));
    look();
    await time.moveTo(clock.now() + after);
    look();
  }
}, 240_000);
afterAll(async () => {
  await two.site.close();
  await one.site.close();
});

/** Both platforms as the time machine sees one: what is due on either happens at its time, side by side. */
function together(platforms: readonly LocalPlatform[]): Parameters<typeof createTimeMachine>[1] {
  return {
    settle: async () => {
      await Promise.all(platforms.map((platform) => platform.settle()));
    },
    nextDueAt: () => {
      const due = platforms.flatMap((platform) => platform.nextDueAt() ?? []);
      return due.length === 0 ? null : Math.min(...due);
    },
    peekEntity: (name) => platforms.flatMap((platform) => platform.peekEntity(name)),
    dump: () => {
      const dumps = platforms.map((platform) => platform.dump() as { queue: { events: unknown[] }; inbox: unknown });
      return {
        queue: { events: dumps.flatMap(({ queue }) => queue.events) },
        inbox: dumps.flatMap(({ inbox }) => (Array.isArray(inbox) ? (inbox as unknown[]) : [])),
      };
    },
  };
}

it('one process served both, and each its own installation, with the same ids', () => {
  expect(two.site.platform.runner.pid).toBe(one.site.platform.runner.pid);
  expect(two.site.platform.app.installationId).not.toBe(one.site.platform.app.installationId);
  expect(two.site.organizations).toEqual(one.site.organizations);
  expect(two.site.people).toEqual(one.site.people);
  expect([...two.kept]).toEqual([...one.kept]);
});

it('both lived the whole life', () => {
  const callsOf = ({ asked }: Life) => [...new Set(asked.map(({ surface, key }) => `${surface} ${key}`))];
  expect(callsOf(two)).toEqual(callsOf(one));
  const functionsOf = ({ site }: Life) =>
    Object.keys(site.platform.counters()).filter((name) => name.startsWith('invocations.'));
  expect(functionsOf(one).length).toBe(one.site.platform.manifest.functions.size);
  expect(functionsOf(two).sort()).toEqual(functionsOf(one).sort());
});

describe.each([
  [ONE, TWO, () => one],
  [TWO, ONE, () => two],
])('%s meets nothing of %s', (own, other, lifeOf) => {
  it.each<[string, (life: Life) => unknown]>([
    ['in answers', ({ asked }) => asked],
    ['in lozenges and suggestions', ({ told }) => told],
    ['in storage and queues', (life) => stored.get(life)],
    ['on its Jira site', ({ site }) => site.jira.state()],
    ['in mails', ({ site }) => site.jira.notifications()],
  ])('%s', (_where, partOf) => {
    const text = JSON.stringify(partOf(lifeOf()));
    expect(text).toContain(own);
    expect(text).not.toContain(other);
  });

  it('in its logs', () => {
    expect(lifeOf().site.platform.logs().length).toBeGreaterThan(10);
    expect(JSON.stringify(lifeOf().site.platform.logs())).not.toContain(other);
  });
});

it('each keeps its own promises', () => {
  const targets = ({ asked }: Life) =>
    asked.flatMap(({ surface, key, answer }) => {
      if (surface !== 'agent-panel' || key !== 'view') return [];
      const { data } = answer as { data: { clocks?: { goal: { duration: { amount: number } } | null }[] } };
      return data.clocks?.flatMap(({ goal }) => goal?.duration.amount ?? []) ?? [];
    });
  expect(targets(one).length).toBeGreaterThan(2);
  expect(targets(two)).toEqual(targets(one).map((amount) => 2 * amount));
});
