import type { JiraOptionsInput } from '../../sandbox/jira/options';
import type { ASite } from './a-site';
import { aSite, at, START } from './a-site';

const SCOPES = ['read:jira-work', 'write:jira-work', 'read:jira-user', 'manage:servicedesk-customer'];
const asApp = { as: 'app', scopes: SCOPES };

describe('points', () => {
  const site = aSite();
  const { key } = site.anIssue();
  site.anIssue();

  it.each<[string, string, unknown, number]>([
    ['GET', `/rest/api/3/issue/${key}`, undefined, 2],
    ['POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['SUP-1', 'SUP-2', 'SUP-9'] }, 3],
    ['POST', '/rest/api/3/search/jql', { jql: 'project = SUP' }, 3],
    ['POST', '/rest/api/3/search/approximate-count', { jql: 'project = SUP' }, 1],
    ['GET', '/rest/api/3/myself', undefined, 3],
    ['GET', '/rest/api/3/mypermissions?permissions=EDIT_ISSUES,ADD_COMMENTS', undefined, 5],
    ['GET', `/rest/servicedeskapi/organization/${site.acme.id}/user`, undefined, 5],
    ['GET', '/rest/servicedeskapi/organization', undefined, 3],
    ['GET', '/rest/api/3/priority', undefined, 6],
    ['PUT', `/rest/api/3/issue/${key}`, { fields: { summary: 'x' } }, 1],
    ['PUT', `/rest/api/3/issue/${key}/properties/a`, 1, 1],
    ['GET', '/rest/api/3/issue/SUP-99', undefined, 1],
    ['GET', '/rest/api/3/serverInfo', undefined, 1],
  ])('%s %s costs %3$i', async (method, path, body, points) => {
    site.jira.resetCalls();
    const before = site.jira.pointsThisHour();
    await site.ask(method, path, { ...asApp, body });
    expect(site.jira.calls()).toMatchObject([{ method, path, as: 'app', points, functionKey: 'test-fn', at: START }]);
    expect(site.jira.pointsThisHour() - before).toBe(points);
  });

  it('are counted for the site’s own pages too, but not against the app', async () => {
    const before = site.jira.pointsThisHour();
    site.jira.resetCalls();
    await site.ask('GET', `/rest/api/3/issue/${key}`);
    expect(site.jira.calls()).toMatchObject([{ points: 2, functionKey: null, as: 'user' }]);
    expect(site.jira.pointsThisHour()).toBe(before);
  });
});

const limited = (limits: JiraOptionsInput['limits']): ASite => {
  const site = aSite(limits === undefined ? {} : { limits });
  site.anIssue();
  return site;
};
const repeat = async <T>(times: number, ask: () => Promise<T>): Promise<T[]> => {
  const answers: T[] = [];
  for (let index = 0; index < times; index += 1) answers.push(await ask());
  return answers;
};

describe('limits', () => {
  it('the hourly quota refuses until the top of the UTC hour', async () => {
    const site = limited({ quotaPerHour: 4 });
    site.clock.set(START + 30 * 60_000);
    const get = () => site.ask('GET', '/rest/api/3/issue/SUP-1', asApp);
    const [first, second, third] = await repeat(3, get);
    expect([first?.status, second?.status, third?.status]).toEqual([200, 200, 429]);
    expect(second?.headers).toMatchObject({ 'X-RateLimit-Remaining': '0', 'X-RateLimit-NearLimit': 'true' });
    expect(third?.headers).toMatchObject({
      'RateLimit-Reason': 'jira-quota-global-based',
      'Retry-After': '1800',
      'X-RateLimit-Reset': '2025-12-09T16:00:00.000Z',
    });
    expect((await site.ask('GET', '/rest/api/3/issue/SUP-1')).status).toBe(200);
    site.clock.set(START + 60 * 60_000);
    expect((await get()).status).toBe(200);
  });

  it.each([
    ['GET', '/rest/api/3/issue/SUP-1', undefined, 150],
    ['GET', '/rest/api/3/priority', undefined, 100],
    ['POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['SUP-1'] }, 100],
    ['PUT', '/rest/api/3/issue/SUP-1/properties/a', 1, 50],
  ])('%s %s bursts to %3$i a second, its own endpoint alone', async (method, path, body, most) => {
    const site = limited({ burst: true });
    const ask = () => site.ask(method, path, { ...asApp, body });
    const answers = await repeat(most + 1, ask);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    expect(answers[most]?.headers).toMatchObject({ 'RateLimit-Reason': 'jira-burst-based', 'Retry-After': '1' });
    expect((await site.ask('GET', '/rest/api/3/status', asApp)).status).toBe(200);
    site.clock.set(START + 1000);
    expect((await ask()).status).toBeLessThan(300);
  });

  it('one issue takes 20 writes in 2 seconds and 100 in 30', async () => {
    const site = limited({ perIssueWrites: true });
    const put = () => site.ask('PUT', '/rest/api/3/issue/SUP-1/properties/a', { ...asApp, body: 1 });
    const first = await repeat(21, put);
    expect(first.filter(({ status }) => status === 429)).toHaveLength(1);
    expect(first[20]?.headers).toMatchObject({ 'RateLimit-Reason': 'jira-per-issue-on-write', 'Retry-After': '2' });
    for (let burst = 1; burst < 5; burst += 1) {
      site.clock.set(START + burst * 2000);
      expect((await repeat(20, put)).every(({ status }) => status < 300)).toBe(true);
    }
    site.clock.set(START + 10_000);
    expect((await put()).headers).toMatchObject({ 'Retry-After': '20' });
    site.clock.set(START + 30_000);
    expect((await put()).status).toBe(200);
  });

  it('can be measured by another clock than the site’s', async () => {
    let now = 0;
    const site = limited({ burst: true, now: () => now });
    const ask = () => site.ask('GET', '/rest/api/3/priority', asApp);
    await repeat(100, ask);
    site.clock.set(START + 3_600_000);
    expect((await ask()).status).toBe(429);
    now = 1000;
    expect((await ask()).status).toBe(200);
  });
});

describe('planned failures', () => {
  it('answer the next calls that match, as often as told, and write nothing', async () => {
    const site = limited({});
    site.jira.failNext({ match: /^PUT .*issue\/SUP-1/, times: 2, status: 503, headers: { 'Retry-After': '7' } });
    const put = () => site.ask('PUT', '/rest/api/3/issue/SUP-1', { ...asApp, body: { fields: { summary: 'New' } } });
    const get = await site.ask('GET', '/rest/api/3/issue/SUP-1', asApp);
    const [first, second] = await repeat(2, put);
    expect([get.status, first?.status, first?.headers['Retry-After'], second?.status]).toEqual([200, 503, '7', 503]);
    expect(site.jira.issue('SUP-1')?.values['summary']).toBe('Cannot log in');
    expect(site.jira.failuresLeft()).toBe(0);
    expect((await put()).status).toBe(204);
  });

  it('may delay a call and then let it through', async () => {
    const site = limited({});
    site.jira.failNext({ match: /./, status: null, delayMillis: 20 });
    const started = performance.now();
    expect((await site.ask('GET', '/rest/api/3/issue/SUP-1', asApp)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(19);
  });

  it('are told apart from answers by nothing but their plan', async () => {
    const site = limited({});
    site.jira.failNext({ match: /nothing/, status: 500 });
    expect((await site.ask('GET', '/rest/api/3/issue/SUP-1', asApp)).status).toBe(200);
    expect(site.jira.failuresLeft()).toBe(1);
    site.jira.clearFailures();
    expect([site.jira.failuresLeft(), at(site.jira.calls(), '0.status')]).toEqual([0, 200]);
  });
});
