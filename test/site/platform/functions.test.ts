import { join } from 'node:path';
import { bundleForNode } from '../../sandbox/platform/bundle';
import { createPlatform } from '../../sandbox/platform/platform';
import { createSiteClock } from '../../sandbox/site-clock';
import { AGENT, APP, echoJira, startFixture, START, type Fixture } from './fixture';

const person = (accountId: string) => ({ ...AGENT, accountId });

describe('functions', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await startFixture();
  });
  afterAll(() => fixture.platform.close());

  it('keep their own identity, 40 at once', async () => {
    const people = Array.from({ length: 40 }, (_, n) => `agent-${n}`);
    const answers = await Promise.all(
      people.map((accountId, n) =>
        fixture.drive(
          [
            ['wait', (n * 7) % 40],
            ['jira.asUser', `/rest/api/3/issue/${n}`],
            ['wait', (n * 3) % 20],
            ['jira.asUser', `/rest/api/3/issue/${n}/comment`],
          ],
          person(accountId),
        ),
      ),
    );
    const seen = answers.map((outcomes) =>
      [outcomes[1], outcomes[3]].map((outcome) => {
        const { body } = outcome?.value as { body: string };
        return (JSON.parse(body) as { identity: { accountId: string } }).identity.accountId;
      }),
    );
    expect(seen).toEqual(people.map((accountId) => [accountId, accountId]));
  });

  it('live at the site’s clock, also where it leaps while they run', async () => {
    const before = START + 3_600_000;
    fixture.clock.set(before);
    const running = fixture.drive([['clock.now'], ['wait', 100], ['kvs.get', 'anything'], ['clock.now']]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    fixture.clock.set(before + 86_400_000);
    const [first, , , second] = (await running).map((outcome) => outcome.value as { now: number; constructed: number });
    expect(first!.now - before).toBeLessThan(1_000);
    expect(second!.now - before - 86_400_000).toBeLessThan(1_000);
    expect(Math.abs(second!.constructed - second!.now)).toBeLessThan(100);
  });

  it('see a Date that is a Date in all else', async () => {
    const [outcome] = await fixture.drive([['clock.now']]);
    expect(outcome?.value).toMatchObject({ isDate: true, parsed: START, text: 'string' });
  });

  it.each([
    ['the global fetch', 'fetch.global'],
    ['fetch of @forge/api', 'fetch.api'],
  ])('reach nothing outside by %s, which the manifest does not declare', async (_what, call) => {
    const [outcome] = await fixture.drive([[call, 'https://example.com/holidays']]);
    expect(outcome?.error?.message).toContain('declares no egress');
  });

  it('are told what they run as', async () => {
    const [outcome] = await fixture.drive([['app.context']]);
    expect(outcome?.value).toEqual({
      moduleKey: 'panel',
      environmentType: 'PRODUCTION',
      scopes: ['read:jira-work', 'write:jira-work', 'storage:app'],
    });
  });

  it('leave their log lines with the platform', async () => {
    await fixture.drive([['log', 'looked at SUP-10']]);
    expect(fixture.platform.logs().at(-1)).toMatchObject({ functionKey: 'panel-fn', text: 'looked at SUP-10' });
  });

  it('fail together when their process dies, and run again after it', async () => {
    const beside = fixture.drive([['wait', 300]]);
    const dying = fixture.drive([['exit']]);
    await expect(dying).rejects.toThrow('ended');
    await expect(beside).rejects.toThrow('ended');
    expect((await fixture.drive([['echo', 'back']]))[0]?.value).toBe('back');
  });

  it('are counted in GB-seconds of their configured memory', async () => {
    const before = fixture.platform.counters();
    await fixture.drive([['wait', 200]]);
    const after = fixture.platform.counters();
    const millis = after['functionMillis']! - before['functionMillis']!;
    expect(millis).toBeGreaterThanOrEqual(195);
    expect(after['gbSeconds']! - before['gbSeconds']!).toBeCloseTo((256 / 1_024) * (millis / 1_000), 6);
  });
});

describe('functions that take too long', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await startFixture({ timeouts: { 'panel-fn': 1_500 } });
  });
  afterAll(() => fixture.platform.close());
  const lives = async () => (await fixture.platform.invokeFunction('lozenge-fn', 1, AGENT)) !== undefined;

  it('are given up, and what they then try is refused', async () => {
    const late = fixture.drive([
      ['wait', 1_800],
      ['jira.asApp', '/rest/api/3/late'],
    ]);
    await expect(late).rejects.toThrow('took longer than 1.5 s');
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(fixture.requests).toEqual([]);
    expect(await lives()).toBe(true);
  });

  it('cannot hold the process for ever', async () => {
    await expect(fixture.drive([['spin']])).rejects.toThrow('took longer');
    await expect(lives()).rejects.toThrow('ended');
    expect(await lives()).toBe(true);
  });
});

describe('a bundle', () => {
  it('is made once, and its size told', async () => {
    const entry = join(APP, 'src/index.ts');
    const [first, second] = [await bundleForNode(entry), await bundleForNode(entry)];
    expect(second).toEqual(first);
    expect(first.bytes).toBeGreaterThan(10_000);
  });

  it('that lacks a handler of the manifest is refused', async () => {
    const bundle = await bundleForNode(join(APP, 'src/background.ts'));
    const starting = createPlatform({
      manifestPath: join(APP, 'manifest.yml'),
      bundles: { index: bundle.path },
      clock: createSiteClock(START),
      jira: echoJira(),
    });
    await expect(starting).rejects.toThrow('No bundle of src has index.panel');
  });
});
