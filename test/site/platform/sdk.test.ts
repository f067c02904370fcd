import { startFixture, START, type Fixture } from './fixture';

/*
 * Each SDK call once against the stand-in: an update of a @forge package that changes its private wire fails here first.
 */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.platform.close());

describe('the published SDKs over the stand-in', () => {
  it('reads Jira as the app', async () => {
    const [answer] = await fixture.drive([['jira.asApp', '/rest/api/3/issue/10073?fields=priority']]);
    expect(answer).toEqual({
      value: {
        status: 200,
        body: JSON.stringify({
          identity: { kind: 'app' },
          path: '/rest/api/3/issue/10073?fields=priority',
          method: 'GET',
          scopes: ['read:jira-work', 'write:jira-work', 'storage:app'],
        }),
      },
    });
  });

  it('keeps and finds values', async () => {
    const outcomes = await fixture.drive([
      ['kvs.get', 'policy'],
      ['kvs.set', 'policy', { version: 1 }],
      ['kvs.get', 'policy'],
      ['kvs.delete', 'policy'],
      ['kvs.delete', 'policy'],
      ['kvs.get', 'policy'],
    ]);
    expect(outcomes.map((outcome) => outcome.value)).toEqual([
      undefined,
      undefined,
      { version: 1 },
      undefined,
      undefined,
      undefined,
    ]);
    expect(outcomes.filter((outcome) => outcome.error !== undefined)).toEqual([]);
  });

  it('keeps and finds rows of an entity by an index', async () => {
    const row = (nextAt: number) => ({
      state: 'open',
      projectId: '10000',
      nextAt,
      rev: 1,
      isOpen: true,
      data: { nextAt },
    });
    const outcomes = await fixture.drive([
      ['entity.set', 'ticket', '10001', row(START + 2_000)],
      ['entity.set', 'ticket', '10002', row(START + 1_000)],
      ['entity.query', 'ticket', { index: 'by-next', partition: ['open'], where: ['lessThanEqualTo', START + 1_500] }],
    ]);
    expect(outcomes[2]).toEqual({ value: { results: [{ key: '10002', value: row(START + 1_000) }] } });
  });

  it('delivers a pushed event to its consumer', async () => {
    await fixture.drive([['queue.push', { body: { issueId: '10073' } }]]);
    await fixture.platform.settle();
    expect(fixture.platform.takeFailures()).toEqual([]);
    expect(fixture.calls('track').map(({ payload }) => payload['body'])).toEqual([{ issueId: '10073' }]);
  });

  it('runs at the site clock', async () => {
    const [answer] = await fixture.drive([['clock.now']]);
    const { now } = answer?.value as { now: number };
    expect(Math.abs(now - fixture.clock.now())).toBeLessThan(1_000);
  });
});
