/** What events cost: exact counts of calls, points and storage on the stand-ins. */
import { HOUR, MINUTE, SECOND } from '../../../src/core/time/instant';
import { instant } from '../../builders/ticket';
import { startAppSite, type AppSite } from '../app-site';
import { costOf, type Cost } from './cost';
import { fieldsAlone } from './quiet-policy';

const MORNING = instant('2025-12-09T10:00 Toronto');

let site: AppSite;
beforeAll(async () => {
  site = await startAppSite({ startAt: MORNING - HOUR, policy: fieldsAlone });
  // What the publication and the day's reconciliation set off is over a minute later.
  await site.moveTo(MORNING);
  await site.moveTo(MORNING + MINUTE);
}, 60_000);
afterAll(() => site.close());
afterEach(() => expect(site.platform.takeFailures()).toEqual([]));

async function raise(): Promise<string> {
  const levels = { impact: 'extended', urgency: 'critical' };
  return (await site.raise(site.people.stranger, 'Rien ne va plus', levels)).key;
}

/** What an edit of the agent's, and everything that follows within a minute, costs. */
function edit(key: string, fields: Record<string, unknown>): Promise<Cost> {
  return costOf(site, async () => {
    const response = await site.rest(site.people.agent, 'PUT', `/rest/api/3/issue/${key}`, { fields });
    expect(response.status).toBe(204);
  });
}

describe('an event', () => {
  it('of a new ticket: one read, the priority, the fields; 3 calls, 4 points', async () => {
    const cost = await costOf(site, raise);
    expect(cost.calls).toEqual([
      'GET /rest/api/3/issue/{}',
      'PUT /rest/api/3/issue/{}',
      'POST /rest/api/3/app/field/value',
    ]);
    expect(cost.points).toBe(4);
  });

  it('that moves the clocks: 3 calls, 4 points', async () => {
    const key = await raise();
    await site.moveTo(site.clock.now() + MINUTE);
    const cost = await edit(key, { [site.jira.fieldId('urgency')]: 'high' });
    expect(cost).toMatchObject({ calls: { length: 3 }, points: 4 });
  });

  it('that changes nothing of the clocks: 1 call, 2 points, and the row knows the issue as it now is', async () => {
    const key = await raise();
    await site.moveTo(site.clock.now() + MINUTE);
    const cost = await edit(key, { summary: 'Rien ne va plus du tout' });
    expect(cost).toMatchObject({ calls: ['GET /rest/api/3/issue/{}'], points: 2, 'storage.writes': 1 });
  });

  it('of the app’s own writes: none arrives', async () => {
    const cost = await costOf(site, raise);
    expect(cost).toMatchObject({ 'invocations.issue-event-fn': 1, 'invocations.track-issue-fn': 1 });
  });

  it('of a project out of scope: no call, one storage read', async () => {
    site.jira.addProject({ key: 'DEV', name: 'Development', type: 'software' });
    const cost = await costOf(site, async () => {
      site.jira.seedIssue(
        { projectKey: 'DEV', summary: 'Build', reporterId: site.people.agent.accountId, created: site.clock.now() },
        true,
      );
      return Promise.resolve();
    });
    expect(cost).toMatchObject({ 'invocations.issue-event-fn': 1, calls: [], 'storage.reads': 1, 'storage.writes': 0 });
  });
});

it('a storm of edits of one ticket: no write of the app is one too many for the issue, and a look at rest ends it', async () => {
  const key = await raise();
  await site.moveTo(site.clock.now() + MINUTE);
  site.jira.resetCalls();
  for (let second = 0; second < 6; second += 1) {
    const urgency = second % 2 === 0 ? 'high' : 'critical';
    for (let edit = 0; edit < 3; edit += 1) {
      const fields = { [site.jira.fieldId('urgency')]: urgency, summary: `Tempête ${String(second)}.${String(edit)}` };
      await site.rest(site.people.agent, 'PUT', `/rest/api/3/issue/${key}`, { fields });
    }
    await site.moveTo(site.clock.now() + SECOND);
  }
  await site.moveTo(site.clock.now() + MINUTE);
  const own = site.jira.calls().filter(({ functionKey }) => functionKey !== null);
  expect(own.filter(({ status }) => status === 429)).toEqual([]);
  // An edit's own look, and no more than that: the app's writes raise no event for it.
  expect(own.filter(({ method }) => method !== 'GET').length).toBeLessThanOrEqual(6 * 2);
  expect(await site.fields(key)).toMatchObject({ priority: '1' });
});

describe('a look', () => {
  it.each([
    ['at the agent panel: may they, and the issue; 2 calls, 11 points', 'agent-panel', 'agent', 11],
    ['at the customer panel: may they, and the issue; 2 calls, 4 points', 'customer-panel', 'stranger', 4],
  ] as const)('%s', async (_what, surface, who, points) => {
    const key = await raise();
    await site.moveTo(site.clock.now() + MINUTE);
    const cost = await costOf(site, () => site.ask(surface, site.people[who], 'view', {}, { issueKey: key }));
    expect(cost).toMatchObject({ calls: { length: 2 }, points });
  });
});

describe('a long history', () => {
  it.each([
    [100, 1, 2],
    [101, 2, 2 + 1 + 1],
    [230, 3, 2 + 1 + 100 + 1 + 30],
  ])('of %d entries is read in %d calls, only what the issue did not bring', async (entries, calls, points) => {
    const key = await raise();
    await site.moveTo(site.clock.now() + MINUTE);
    const present = site.jira.issue(key)?.histories.length ?? 0;
    for (let entry = present + 1; entry < entries; entry += 1) {
      const fields = { summary: `Rien ne va plus ${String(entry)}` };
      site.jira.seedStep(key, { kind: 'edit', at: site.clock.now(), by: site.people.agent.accountId, fields });
    }
    const cost = await edit(key, { summary: 'Enfin' });
    expect(site.jira.issue(key)?.histories).toHaveLength(entries);
    expect(cost).toMatchObject({ calls: { length: calls }, points });
  });
});
