import { seededRandom } from '../../sandbox/platform/random';
import type { ProductEvent } from '../../sandbox/seam';
import { START, startFixture, type Fixture } from './fixture';

let shared: Fixture;
let fixture: Fixture;
beforeAll(async () => {
  shared = await startFixture();
});
afterAll(() => shared.platform.close());
beforeEach(async () => {
  fixture = shared;
  await fixture.fresh();
});
afterEach(async () => {
  if (fixture !== shared) await fixture.platform.close();
});

const event = (change: Partial<ProductEvent> = {}, id = '10073'): ProductEvent => ({
  eventType: 'avi:jira:updated:issue',
  selfGenerated: false,
  issue: { id, key: `SUP-${id}`, fields: { project: { key: 'SUP' } } },
  ...change,
});
const seen = () => fixture.calls('onIssue').map(({ payload }) => (payload['issue'] as { id: string }).id);

async function deliver(...events: ProductEvent[]): Promise<void> {
  for (const each of events) fixture.platform.deliver(each);
  await fixture.platform.settle();
}

describe('a product event', () => {
  it('reaches the trigger that names it, as it is', async () => {
    await deliver(event());
    expect(fixture.calls('onIssue').map(({ payload }) => payload)).toEqual([event()]);
  });

  it.each<[string, ProductEvent]>([
    ['of another name', event({ eventType: 'avi:jira:viewed:issue' })],
    ['that the app caused itself', event({ selfGenerated: true })],
    ['that the expression does not want', event({ issue: { fields: { project: { key: 'IGNORED' } } } })],
    ['above 200 KB', event({ text: 'x'.repeat(201 * 1024) })],
  ])('%s does not reach it', async (_what, unwanted) => {
    await deliver(unwanted);
    expect(fixture.calls('onIssue')).toEqual([]);
  });

  it('whose filter fails is dropped and logged', async () => {
    await deliver(event({ issue: null }));
    expect(fixture.calls('onIssue')).toEqual([]);
    expect(fixture.platform.logs().at(-1)?.text).toContain('property fields of null');
  });

  it('comes again when the trigger asks', async () => {
    await fixture.set('script:onIssue', { kind: 'retry', retryAfter: 60, times: 1 });
    await deliver(event());
    fixture.clock.set(fixture.clock.now() + 60_000);
    await fixture.platform.settle();
    expect(fixture.calls('onIssue')[1]?.payload['retryContext']).toMatchObject({ retryCount: 1 });
  });

  it('does not come again when the trigger throws', async () => {
    await fixture.set('script:onIssue', { kind: 'throw', times: 1 });
    await deliver(event());
    fixture.clock.set(fixture.clock.now() + 200_000);
    await fixture.platform.settle();
    expect(seen()).toHaveLength(1);
    expect(fixture.platform.takeFailures()).toEqual([
      { functionKey: 'on-issue-fn', message: 'onIssue was told to throw' },
    ]);
  });

  it('comes again when the trigger took too long', async () => {
    fixture = await startFixture({ timeouts: { 'on-issue-fn': 3_000 } });
    await fixture.set('script:onIssue', { kind: 'hang', times: 1 });
    await deliver(event());
    fixture.clock.set(fixture.clock.now() + 10_000);
    await fixture.platform.settle();
    expect(seen()).toHaveLength(2);
  });
});

describe('the delivery of product events', () => {
  const ids = Array.from({ length: 20 }, (_, n) => String(n));
  const all = () => ids.map((id) => event({}, id));

  it('can be late', async () => {
    fixture.platform.setDelivery({ delayMillis: () => 180_000 });
    await deliver(event());
    const early = seen().length;
    fixture.clock.set(fixture.clock.now() + 180_000);
    await fixture.platform.settle();
    expect([early, seen().length]).toEqual([0, 1]);
  });

  it('can be doubled', async () => {
    fixture.platform.setDelivery({ duplicate: () => true });
    await deliver(event());
    expect(seen()).toHaveLength(2);
  });

  it('can be lost', async () => {
    const random = seededRandom(3);
    fixture.platform.setDelivery({ drop: () => random() < 0.5 });
    await deliver(...all());
    expect(seen().length).toBeGreaterThan(2);
    expect(seen().length).toBeLessThan(18);
  });

  it('can be out of order', async () => {
    fixture.platform.setDelivery({ shuffle: seededRandom(5) });
    await deliver(...all());
    expect(seen()).not.toEqual(ids);
    expect(seen().sort((a, b) => Number(a) - Number(b))).toEqual(ids);
  });

  it('is at once, once and in order where nothing else is said', async () => {
    await deliver(...all());
    expect(seen()).toEqual(ids);
  });
});

it('events, queues and schedules run in order of their time', async () => {
  fixture = await startFixture({ delivery: { delayMillis: () => 330_000 } });
  fixture.platform.deliver(event());
  await fixture.drive([['queue.push', { body: {}, delayInSeconds: 200 }]]);
  fixture.clock.set(START + 400_000);
  await fixture.platform.settle();
  const names = ['onIssue', 'sweep', 'track'];
  const order = names.map((name) => [name, fixture.calls(name)[0]!.at] as const).sort((a, b) => a[1] - b[1]);
  expect(order.map(([name]) => name)).toEqual(['track', 'sweep', 'onIssue']);
});
