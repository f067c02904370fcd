import { readFileSync } from 'node:fs';
import { START, startFixture, type Fixture } from './fixture';

/*
 * The names the stand-in answers to are private to Atlassian's packages. Each SDK call is made here once, against the
 * versions it was built for: an update that changes a name or a shape fails in this file first.
 */
const VERSIONS = {
  '@forge/api': '8.3.0',
  '@forge/kvs': '1.6.5',
  '@forge/events': '3.0.8',
  '@forge/resolver': '2.0.1',
  '@forge/bridge': '7.2.0',
  '@forge/csp': '6.3.2',
  '@forge/egress': '3.0.0',
  '@atlaskit/tokens': '20.7.0',
};

it.each(Object.entries(VERSIONS))('%s is the version that the wire was read from', (name, version) => {
  const text = readFileSync(`node_modules/${name}/package.json`, 'utf8');
  expect((JSON.parse(text) as { version: string }).version).toBe(version);
});

describe('the published SDKs over the stand-in', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await startFixture();
  });
  afterAll(() => fixture.platform.close());

  const row = { state: 'open', projectId: '10000', nextAt: START + 1_000, rev: 1, isOpen: true, data: { a: [1] } };
  const isRev = { mode: 'and', items: [['rev', 'equalTo', 1]] };

  it.each<[string, unknown[], unknown]>([
    [
      'jira.asApp',
      ['/rest/api/3/serverInfo'],
      { status: 200, body: expect.stringContaining('"kind":"app"') as string },
    ],
    ['jira.asUser', ['/rest/api/3/myself'], { status: 200, body: expect.stringContaining('agent-1') as string }],
    ['jira.anonymous', ['/rest/api/3/serverInfo'], { status: 200, body: expect.stringContaining('"none"') as string }],
    ['kvs.get', ['policy'], undefined],
    ['kvs.set', ['policy', { version: 1 }], undefined],
    ['kvs.get', ['policy'], { version: 1 }],
    ['kvs.query', ['pol', 10], { results: [{ key: 'policy', value: { version: 1 } }] }],
    ['kvs.delete', ['policy'], undefined],
    ['kvs.delete', ['policy'], undefined],
    ['kvs.setSecret', ['token', 's'], undefined],
    ['kvs.getSecret', ['token'], 's'],
    ['kvs.deleteSecret', ['token'], undefined],
    ['kvs.batchSet', [[{ key: 'a', value: 1 }]], { successfulKeys: [{ key: 'a' }], failedKeys: [] }],
    [
      'kvs.batchGet',
      [[{ key: 'a' }]],
      { successfulKeys: [expect.objectContaining({ key: 'a', value: 1 })], failedKeys: [] },
    ],
    ['kvs.batchDelete', [[{ key: 'a' }]], { successfulKeys: [{ key: 'a' }], failedKeys: [] }],
    ['entity.set', ['ticket', '10001', row], undefined],
    ['entity.get', ['ticket', '10001'], row],
    [
      'entity.query',
      [
        'ticket',
        { index: 'by-next', partition: ['open'], where: ['lessThanEqualTo', START + 1_000], sort: 'ASC', limit: 5 },
      ],
      { results: [{ key: '10001', value: row }] },
    ],
    [
      'kvs.transact',
      [
        [
          { kind: 'set', key: '10001', value: { ...row, rev: 2 }, entityName: 'ticket', conditions: isRev },
          {
            kind: 'check',
            key: '10002',
            entityName: 'ticket',
            conditions: { mode: 'and', items: [['rev', 'notExists']] },
          },
          { kind: 'delete', key: 'gone' },
        ],
      ],
      undefined,
    ],
    ['entity.get', ['ticket', '10001'], { ...row, rev: 2 }],
    ['entity.delete', ['ticket', '10001'], undefined],
    ['queue.push', [{ body: { issueId: '1' } }], { jobId: expect.any(String) as string }],
  ])('%s(%j)', async (call, args, value) => {
    const [outcome] = await fixture.drive([[call, ...args]]);
    expect(outcome).toEqual({ value });
  });

  it('a job of a queue tells its state, and ends when it is cancelled', async () => {
    const [push] = await fixture.drive([['queue.push', { body: {}, delayInSeconds: 60 }]]);
    const { jobId } = push?.value as { jobId: string };
    const outcomes = await fixture.drive([
      ['queue.stats', jobId],
      ['queue.cancel', jobId],
      ['queue.stats', jobId],
    ]);
    expect(outcomes).toEqual([
      { value: { success: 0, inProgress: 1, failed: 0 } },
      { value: undefined },
      { value: { success: 0, inProgress: 0, failed: 0 } },
    ]);
  });
});
