/** Long jobs through the real bundle, queue and entity store: preview, recomputation and the daily reconciliation. */
import type { AdminPageApi } from '../../../src/contract/admin-page';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { DAY, HOUR, MINUTE } from '../../../src/core/time/instant';
import { instant } from '../../builders/ticket';
import { granted, publish, startAppSite, type AppSite } from '../app-site';

const TUESDAY = instant('2025-12-09T10:00 Toronto');
const COUNT = 130;

jest.setTimeout(120_000);

let site: AppSite;
beforeAll(async () => {
  site = await startAppSite({
    startAt: TUESDAY,
    adopt: 'open-tickets',
    issues: ({ projectKey, requestTypeId, customer }) =>
      Array.from({ length: COUNT }, (_, index) => ({
        projectKey,
        requestTypeId,
        summary: `Panne ${index}`,
        reporterId: customer,
        created: TUESDAY - HOUR - index * MINUTE,
        fields: { impact: 'moderate', urgency: 'medium' },
      })),
  });
}, 120_000);
afterAll(() => site.close());
afterEach(() => expect(site.platform.takeFailures()).toEqual([]));

const ask = <Key extends keyof AdminPageApi>(key: Key, payload: AdminPageApi[Key]['request']) =>
  site.ask<AdminPageApi, Key>('admin-page', site.people.admin, key, payload).then(granted);

/** The policy with twice the time to resolve for every goal of the default plan. */
const doubled = (document: PolicyDocument): PolicyDocument => ({
  ...document,
  plans: document.plans.map((plan) => ({
    ...plan,
    goals: Object.fromEntries(
      Object.entries(plan.goals).map(([priority, { response, resolution }]) => [
        priority,
        {
          ...(response === undefined ? {} : { response }),
          ...(resolution === undefined
            ? {}
            : {
                resolution: { ...resolution, target: { ...resolution.target, amount: resolution.target.amount * 2 } },
              }),
        },
      ]),
    ),
  })),
});

/** Jira's bursts are limited by the second, and nothing moves this clock but the test. */
const pass = (millis = 2 * MINUTE) => site.moveTo(site.clock.now() + millis);

it('the first publication takes every open ticket in, and says so', async () => {
  await pass();
  expect(await ask('recomputeStatus', {})).toMatchObject({ state: 'finished', done: COUNT, total: COUNT });
  expect(await site.fields(`SUP-${COUNT}`)).toMatchObject({ 'customer-plan': 'BASE' });
});

it('a preview says how many deadlines move, and writes nothing on any issue', async () => {
  const { document } = await ask('view', {});
  site.jira.resetCalls();
  const { progress } = await ask('startPreview', { document: doubled(document), adopt: 'open-tickets' });
  await pass();
  const done = await ask('previewStatus', { runId: progress.runId });
  expect(done).toMatchObject({
    progress: { state: 'finished', done: COUNT, total: COUNT },
    preview: { ticketsChanged: COUNT, later: COUNT, earlier: 0, lateAtOnce: 0 },
  });
  expect(done?.preview.largest).toHaveLength(10);
  expect(done?.preview.largest[0]?.why).toMatchObject({ kind: 'retarget', cause: 'policy' });
  const writes = site.jira.calls().filter(({ method, path }) => method !== 'GET' && !path.includes('/search/'));
  expect(writes).toEqual([]);
});

it('a recomputation can be stopped, and goes on', async () => {
  await publish(site, doubled);
  expect(await ask('stopRecompute', {})).toMatchObject({ state: 'stopped' });
  await pass();
  const before = await site.fields('SUP-1');
  expect(await ask('startRecompute', {})).toMatchObject({ state: 'running' });
  await pass();
  expect(await ask('recomputeStatus', {})).toMatchObject({ state: 'finished', done: COUNT });
  expect((await site.fields('SUP-1'))['resolution-due']).not.toBe(before['resolution-due']);
});

describe('the daily reconciliation', () => {
  it('finds a transition whose event never came, and a ticket that went without one', async () => {
    await site.moveTo(TUESDAY + HOUR);
    site.jira.seedStep('SUP-1', {
      kind: 'transition',
      at: site.clock.now(),
      by: site.people.agent.accountId,
      to: 'Resolved',
    });
    site.platform.setDelivery({ drop: () => true });
    await site.rest(site.people.admin, 'DELETE', '/rest/api/3/issue/SUP-2');
    await site.platform.settle();
    site.platform.setDelivery({});
    expect((await site.fields('SUP-1'))['sla-status']).toMatch(/running|near-breach/);

    site.jira.resetCalls();
    await site.moveTo(TUESDAY + DAY + 10 * MINUTE);
    await pass();
    expect((await site.fields('SUP-1'))['sla-status']).toMatch(/met|missed/);
    const run = site.platform.peekEntity('job-run').find(({ key }) => key === 'reconcile:2025-12-10');
    expect(run?.value).toMatchObject({ state: 'finished', data: { task: { missed: 1, gone: 1 } } });
  });
});
