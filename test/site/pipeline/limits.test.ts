/** Jira refuses: each call of the pipeline in turn, for each of its reasons, with a wait and without one. */
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/core/time/instant';
import { instant } from '../../builders/ticket';
import { startAppSite, type AppSite } from '../app-site';
import { fieldsAlone } from './quiet-policy';

/** A Monday; no holiday and no clock change in the weeks after it. */
const MORNING = instant('2026-01-12T09:20 Toronto');
let days = 0;
let cases = 0;

let site: AppSite;
beforeAll(async () => {
  site = await startAppSite({ startAt: MORNING - HOUR, policy: fieldsAlone });
}, 60_000);
afterAll(() => site.close());
/** Every case has a working morning of its own, a minute later than the one before, whose ticket breaks its promise then. */
beforeEach(async () => {
  await site.moveTo(MORNING + days * DAY + cases * MINUTE);
  cases += 1;
  days += days % 7 === 4 ? 3 : 1;
}, 60_000);
afterEach(() => {
  site.jira.clearFailures();
  expect(site.platform.takeFailures()).toEqual([]);
});

/** A ticket that the app has looked at, or one that it is to look at. */
async function raise(): Promise<string> {
  return (await site.raise(site.people.stranger, 'Refusé', { impact: 'extended', urgency: 'critical' })).key;
}

const LOOK = [
  ['the read of the ticket', /^GET .*\/issue\/\d+\?/],
  ['the write of the priority', /^PUT .*\/issue\/\d+\?/],
  ['the write of the fields', /^POST .*\/app\/field\/value/],
] as const;

const REFUSALS = [
  ['a burst', 429, { 'RateLimit-Reason': 'jira-burst-based', 'Retry-After': '3' }, 3 * SECOND],
  ['a burst without a wait', 429, { 'RateLimit-Reason': 'jira-burst-based' }, SECOND],
  ['writes to one issue', 429, { 'RateLimit-Reason': 'jira-per-issue-on-write', 'Retry-After': '7' }, 7 * SECOND],
  ['the app’s quota', 429, { 'RateLimit-Reason': 'jira-quota-global-based', 'Retry-After': '90' }, 90 * SECOND],
  ['the site’s quota without a wait', 429, { 'RateLimit-Reason': 'jira-quota-tenant-based' }, SECOND],
  ['no reason and no wait', 429, {}, SECOND],
  ['a service that is away', 503, { 'Retry-After': '20' }, 20 * SECOND],
  ['a failure', 500, {}, SECOND],
] as const;

describe.each(LOOK)('%s refused for', (_call, match) => {
  it.each(REFUSALS)(
    '%s: waits as told, then is done',
    async (_why, status, headers, wait) => {
      site.jira.failNext({ match, status, headers });
      site.jira.resetCalls();
      const key = await raise();
      await site.moveTo(site.clock.now() + HOUR + 5 * MINUTE);
      expect(site.jira.failuresLeft()).toBe(0);
      const refused = site.jira.calls().findIndex((call) => call.status === status);
      const [first, ...later] = site.jira
        .calls()
        .slice(refused)
        .filter(({ functionKey }) => functionKey !== null);
      expect((later[0]?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(wait);
      expect(await site.fields(key)).toMatchObject({ priority: '1', 'sla-status': 'breached' });
    },
    60_000,
  );
});

describe('a used-up quota', () => {
  it('holds every call of the app until it is over; a burst holds its own endpoint alone', async () => {
    const quota = { 'RateLimit-Reason': 'jira-quota-global-based', 'Retry-After': '600' };
    site.jira.failNext({ match: /^GET .*\/issue\//, status: 429, headers: quota });
    await raise();
    await site.moveTo(site.clock.now() + SECOND);
    site.jira.resetCalls();
    for (let other = 0; other < 5; other += 1) await raise();
    await site.moveTo(site.clock.now() + 9 * MINUTE);
    expect(site.jira.calls().filter(({ functionKey }) => functionKey !== null)).toEqual([]);
    await site.moveTo(site.clock.now() + 2 * MINUTE);
    expect(site.jira.calls().filter(({ path, method }) => method === 'GET' && path.includes('/issue/'))).toHaveLength(
      6,
    );
  });

  it('longer than the platform’s four retries: nothing is dropped', async () => {
    const quota = { 'RateLimit-Reason': 'jira-quota-global-based', 'Retry-After': String(2 * 3600) };
    site.jira.failNext({ match: /^GET .*\/issue\//, status: 429, headers: quota });
    const key = await raise();
    await site.moveTo(site.clock.now() + 2 * HOUR + 20 * MINUTE);
    expect(await site.fields(key)).toMatchObject({ priority: '1' });
  }, 60_000);
});

describe('flags of a batch', () => {
  it.each([
    ['the bulk read', /^POST .*\/bulkfetch/],
    ['the write of the status', /^POST .*\/app\/field\/value/],
  ])('with %s refused come a little later, each once', async (_call, match) => {
    const key = await raise();
    await site.moveTo(site.clock.now() + 40 * MINUTE);
    site.jira.failNext({ match, status: 429, headers: { 'RateLimit-Reason': 'jira-burst-based', 'Retry-After': '2' } });
    await site.moveTo(site.clock.now() + 5 * MINUTE + 10 * SECOND);
    expect(site.jira.failuresLeft()).toBe(0);
    expect(await site.fields(key)).toMatchObject({ 'sla-status': 'near-breach' });
  });
});

describe('an access rule against the app', () => {
  it.each([403, 410])('(%d): one call an hour at most, no retry, a warning in the log', async (status) => {
    const key = await raise();
    await site.moveTo(site.clock.now() + 30 * MINUTE);
    const id = site.jira.issue(key)?.id ?? '';
    site.jira.failNext({ match: new RegExp(`/issue/${id}|bulkfetch`), status, times: 50 });
    site.jira.resetCalls();
    await site.moveTo(site.clock.now() + HOUR);
    const asked = site.jira.calls().filter((call) => call.status === status);
    // The bulk read of the batch, and the ticket by itself.
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(site.platform.logs().some(({ text }) => text.includes('not-looked-at'))).toBe(true);
  });

  it('(404): the ticket is gone for the app, and comes back with its next event', async () => {
    const key = await raise();
    await site.moveTo(site.clock.now() + MINUTE);
    const path = `/rest/api/3/issue/${key}`;
    const edit = (summary: string) => site.rest(site.people.agent, 'PUT', path, { fields: { summary } });
    site.jira.failNext({ match: /^GET .*\/issue\/\d+\?/, status: 404 });
    await edit('Sans accès');
    await site.moveTo(site.clock.now() + MINUTE);
    const id = site.jira.issue(key)?.id;
    expect(site.platform.peekEntity('ticket').some((row) => row.key === id)).toBe(false);
    await edit('De nouveau');
    await site.moveTo(site.clock.now() + MINUTE);
    expect(site.platform.peekEntity('ticket').some((row) => row.key === id)).toBe(true);
  });
});
