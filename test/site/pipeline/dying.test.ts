/** Functions that the platform gives up in the middle, and indexes that lag: on the stand-ins, as the cloud has them. */
import { HOUR, MINUTE, SECOND } from '../../../src/core/time/instant';
import { instant } from '../../builders/ticket';
import { startAppSite, type AppSite } from '../app-site';
import { storedTickets } from './many-tickets';
import { fieldsAlone } from './quiet-policy';

const MORNING = instant('2025-12-09T10:00 Toronto');
const P1 = { impact: 'extended', urgency: 'critical' };

/** Longer than the function may take, so that it is given up while it waits for Jira; the call itself comes through. */
const TOO_LONG = 900;
const GIVEN_UP_AFTER = 400;

describe('a function given up while it waits for', () => {
  let site: AppSite;
  beforeAll(async () => {
    const timeouts = { 'track-issue-fn': GIVEN_UP_AFTER, 'fire-threshold-fn': GIVEN_UP_AFTER };
    site = await startAppSite({ startAt: MORNING - HOUR, policy: fieldsAlone, platform: { timeouts } });
    await site.moveTo(MORNING);
    await site.moveTo(MORNING + MINUTE);
  }, 60_000);
  afterAll(() => site.close());

  /** The failure is the platform's, and one is enough: whatever else failed would be the app's. */
  function expectGivenUp(): void {
    expect(site.jira.failuresLeft()).toBe(0);
    const messages = site.platform.takeFailures().map(({ message }) => message);
    expect(messages).not.toEqual([]);
    for (const message of messages) expect(message).toContain('took longer');
  }

  it.each([
    ['the read of the ticket', /^GET .*\/issue\/\d+\?/],
    ['the write of the priority', /^PUT .*\/issue\/\d+\?/],
    ['the write of the fields', /^POST .*\/app\/field\/value/],
  ])('%s: the next look finishes it, once', async (_call, match) => {
    site.jira.failNext({ match, status: null, delayMillis: TOO_LONG });
    const { key, id } = await site.raise(site.people.stranger, 'Interrompu', P1);
    await site.moveTo(site.clock.now() + 5 * MINUTE);
    expectGivenUp();
    expect(await site.fields(key)).toMatchObject({ priority: '1', 'sla-status': 'running' });
    expect(storedTickets(site.platform).find(({ issueId }) => issueId === id)).toMatchObject({ handled: [] });
    const own = site.jira.issue(key)?.histories.filter(({ historyMetadata }) => historyMetadata !== null);
    expect(own).toHaveLength(1);
  });

  it.each([
    ['the bulk read of a batch', /^POST .*\/bulkfetch/],
    ['the write of its status', /^POST .*\/app\/field\/value/],
  ])('%s: the flag comes all the same, once', async (_call, match) => {
    const { key, id } = await site.raise(site.people.stranger, 'Interrompu à l’échéance', P1);
    await site.moveTo(site.clock.now() + 40 * MINUTE);
    site.jira.failNext({ match, status: null, delayMillis: TOO_LONG });
    await site.moveTo(site.clock.now() + 8 * MINUTE);
    expectGivenUp();
    expect(await site.fields(key)).toMatchObject({ 'sla-status': 'near-breach' });
    const row = storedTickets(site.platform).find(({ issueId }) => issueId === id);
    expect(row?.handled).toHaveLength(1);
  });
});

describe('an index that shows writes late', () => {
  it.each([10, 60])(
    'by %d s delays no flag',
    async (seconds) => {
      const site = await startAppSite({
        startAt: MORNING - HOUR,
        policy: fieldsAlone,
        platform: { indexLag: () => seconds * SECOND },
      });
      try {
        await site.moveTo(MORNING);
        await site.moveTo(MORNING + MINUTE);
        const { key } = await site.raise(site.people.stranger, 'Vu tard', P1);
        const raisedAt = site.clock.now();
        for (const [after, status] of [
          [45 * MINUTE, 'near-breach'],
          [60 * MINUTE, 'breached'],
        ] as const) {
          await site.moveTo(raisedAt + after - SECOND);
          expect((await site.fields(key))['sla-status']).not.toBe(status);
          await site.moveTo(raisedAt + after + 2 * SECOND);
          expect((await site.fields(key))['sla-status']).toBe(status);
        }
        expect(site.platform.takeFailures()).toEqual([]);
      } finally {
        await site.close();
      }
    },
    60_000,
  );
});
