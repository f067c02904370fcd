/** A ticket that is deleted takes its results with it, through the real store, and the month no longer counts it. */
import type { SlaBoardApi } from '../../../src/contract/sla-board';
import { HOUR, MINUTE } from '../../../src/core/time/instant';
import { instant } from '../../builders/ticket';
import { startAppSite, type AppSite } from '../app-site';
import { fieldsAlone } from '../pipeline/quiet-policy';
import { waitForReport } from './ask-report';

const MORNING = instant('2025-12-09T10:00 Toronto');

let site: AppSite;
beforeAll(async () => {
  site = await startAppSite({ startAt: MORNING - HOUR, policy: fieldsAlone });
  await site.moveTo(MORNING);
}, 60_000);
afterAll(() => site.close());
afterEach(() => expect(site.platform.takeFailures()).toEqual([]));

async function resolved(): Promise<string> {
  const { key } = await site.raise(site.people.customer, 'Panne', { impact: 'minor', urgency: 'low' });
  await site.moveTo(site.clock.now() + MINUTE);
  await site.rest(site.people.agent, 'POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id: '71' } });
  await site.moveTo(site.clock.now() + MINUTE);
  return key;
}

const results = (): number => site.platform.peekEntity('result').length;

/** How many resolutions the month counts, once three minutes have passed in which a digest is not relied on. */
async function counted(): Promise<number> {
  await site.moveTo(site.clock.now() + 4 * MINUTE);
  const asked = { month: '2025-12', by: 'priority', filter: {} } as const;
  const { report } = await waitForReport(site, (made) =>
    site.ask<SlaBoardApi, 'report'>('sla-board', site.people.agent, 'report', { ...asked, made }),
  );
  return report.total.figures.resolution.met;
}

it('both results go with it, and the month counts one ticket less', async () => {
  const [gone] = [await resolved(), await resolved()];
  expect([results(), await counted()]).toEqual([4, 2]);
  const response = await site.rest(site.people.admin, 'DELETE', `/rest/api/3/issue/${gone}`);
  expect(response.status).toBe(204);
  await site.moveTo(site.clock.now() + MINUTE);
  expect([results(), await counted()]).toEqual([2, 1]);
});
