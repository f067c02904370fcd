import { START, startFixture } from './fixture';

it('storage, queue, inbox and schedule go on after a restart where they stood', async () => {
  const before = await startFixture({ delivery: { delayMillis: () => 40_000 } });
  await before.drive([
    ['kvs.set', 'policy', { version: 3 }],
    ['entity.set', 'ticket', '10073', { state: 'open', nextAt: 1 }],
    ['queue.push', { body: { issueId: '10073' }, delayInSeconds: 60 }],
  ]);
  before.platform.deliver({
    eventType: 'avi:jira:updated:issue',
    selfGenerated: false,
    issue: { fields: { project: { key: 'SUP' } } },
  });
  const dueBefore = before.platform.nextDueAt();
  const state: unknown = JSON.parse(JSON.stringify(before.platform.dump()));
  await before.platform.close();

  const after = await startFixture({}, state);
  const dueAfter = after.platform.nextDueAt();
  after.clock.set(START + 400_000);
  await after.platform.settle();
  const outcomes = await after.drive([
    ['kvs.get', 'policy'],
    ['entity.get', 'ticket', '10073'],
  ]);
  await after.platform.close();

  expect(dueAfter).toBe(dueBefore);
  expect(outcomes.map(({ value }) => value)).toEqual([{ version: 3 }, { state: 'open', nextAt: 1 }]);
  expect(['track', 'onIssue', 'sweep'].map((name) => after.calls(name).length)).toEqual([1, 1, 1]);
});
