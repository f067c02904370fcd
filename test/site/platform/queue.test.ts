import { startFixture, type Fixture, type Outcome } from './fixture';

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

const push = (events: unknown): [string, ...unknown[]] => ['queue.push', events];
const messages = (outcomes: Outcome[]) => outcomes.map(({ error }) => error?.message);
const delivered = () => fixture.calls('track').map(({ payload }) => payload);

/** Moves the clock from one due instant to the next, at most so often, and gives the seconds it took to each. */
async function follow(times: number): Promise<number[]> {
  const seconds: number[] = [];
  for (let step = 0; step < times; step += 1) {
    const next = fixture.platform.nextDeliveryAt();
    if (next === null) break;
    seconds.push(Math.round((next - fixture.clock.now()) / 1_000));
    fixture.clock.set(next);
    await fixture.platform.settle();
  }
  return seconds;
}

describe('a pushed event', () => {
  it('reaches its consumer with what it is', async () => {
    const [outcome] = await fixture.drive([
      push([{ body: { issueId: '1' } }, { body: { issueId: '2' }, delayInSeconds: 0 }]),
    ]);
    await fixture.platform.settle();
    const { jobId } = outcome?.value as { jobId: string };
    expect(delivered()).toEqual([
      { body: { issueId: '1' }, queueName: 'track-issue', jobId, eventId: expect.any(String) as string },
      {
        body: { issueId: '2' },
        delayInSeconds: 0,
        queueName: 'track-issue',
        jobId,
        eventId: expect.any(String) as string,
      },
    ]);
  });

  it('waits for its delay', async () => {
    await fixture.drive([push({ body: { issueId: '1' }, delayInSeconds: 60 })]);
    await fixture.platform.settle();
    const early = delivered().length;
    fixture.clock.set(fixture.clock.now() + 60_000);
    await fixture.platform.settle();
    expect([early, delivered().length]).toEqual([0, 1]);
  });

  it('comes before a later one, whichever was pushed first', async () => {
    await fixture.drive([
      push([{ body: { n: 2 }, delayInSeconds: 20 }, { body: { n: 1 }, delayInSeconds: 10 }, { body: { n: 0 } }]),
    ]);
    fixture.clock.set(fixture.clock.now() + 60_000);
    await fixture.platform.settle();
    expect(delivered().map((event) => (event['body'] as { n: number }).n)).toEqual([0, 1, 2]);
  });

  it('is delivered again when its consumer asks, with what it asked to keep', async () => {
    await fixture.set('script:track', { kind: 'retry', retryAfter: 30, times: 2 });
    await fixture.drive([push({ body: { issueId: '1' } })]);
    await fixture.platform.settle();
    const waits = await follow(5);
    expect(waits).toEqual([30, 30]);
    expect(
      delivered().map((event) => (event['retryContext'] as { retryCount: number } | undefined)?.retryCount),
    ).toEqual([undefined, 1, 2]);
    expect(delivered()[1]?.['retryContext']).toMatchObject({
      retryReason: 'FUNCTION_RETRY_REQUEST',
      retryData: { attempt: 0 },
    });
    expect(fixture.platform.takeFailures()).toEqual([]);
  });

  it('is given up after four retries that its consumer asked for', async () => {
    await fixture.set('script:track', { kind: 'retry', retryAfter: 1, times: 99 });
    const [outcome] = await fixture.drive([push({ body: { issueId: '1' } })]);
    await fixture.platform.settle();
    await follow(9);
    const { jobId } = outcome?.value as { jobId: string };
    expect(delivered()).toHaveLength(5);
    expect(fixture.platform.takeFailures().map(({ message }) => message)).toEqual([
      'track-issue: asked for more than 4 retries.',
    ]);
    expect((await fixture.drive([['queue.stats', jobId]]))[0]?.value).toEqual({ success: 0, inProgress: 0, failed: 1 });
  });

  it('is tried again by the platform, with growing pauses, when its consumer throws', async () => {
    await fixture.set('script:track', { kind: 'throw', times: 3 });
    await fixture.drive([push({ body: { issueId: '1' } })]);
    await fixture.platform.settle();
    expect(await follow(9)).toEqual([2, 4, 8]);
    expect(delivered()).toHaveLength(4);
    expect(fixture.platform.takeFailures()).toEqual(
      Array.from({ length: 3 }, () => ({ functionKey: 'track-fn', message: 'track was told to throw' })),
    );
  });

  it.each([
    ['takes too long', 'hang', 'took longer', 'FUNCTION_TIME_OUT'],
    ['brings its process down', 'exit', 'ended', 'FUNCTION_PLATFORM_UNKNOWN_ERROR'],
  ])('is tried again when its consumer %s', async (_what, kind, message, reason) => {
    if (kind === 'hang') fixture = await startFixture({ timeouts: { 'track-fn': 3_000 } });
    await fixture.set('script:track', { kind, times: 1 });
    await fixture.drive([push({ body: { issueId: '1' } })]);
    await fixture.platform.settle();
    await follow(2);
    expect(fixture.platform.takeFailures().map((failure) => failure.message)).toEqual([
      expect.stringContaining(message),
    ]);
    expect(delivered().at(-1)?.['retryContext']).toMatchObject({ retryCount: 1, retryReason: reason });
  });

  it('is dropped a day after it was pushed', async () => {
    await fixture.set('script:track', { kind: 'throw', times: 999 });
    const [outcome] = await fixture.drive([push({ body: { issueId: '1' } })]);
    await fixture.platform.settle();
    fixture.clock.set(fixture.clock.now() + 24 * 3_600_000);
    await fixture.platform.settle();
    const { jobId } = outcome?.value as { jobId: string };
    expect((await fixture.drive([['queue.stats', jobId]]))[0]?.value).toEqual({ success: 0, inProgress: 0, failed: 1 });
  });

  it('is not delivered once its job is cancelled', async () => {
    const [outcome] = await fixture.drive([push([{ body: { n: 1 } }, { body: { n: 2 } }])]);
    const { jobId } = outcome?.value as { jobId: string };
    const [stats, cancel] = await fixture.drive([
      ['queue.stats', jobId],
      ['queue.cancel', jobId],
    ]);
    await fixture.platform.settle();
    expect([stats?.value, cancel?.error, delivered()]).toEqual([
      { success: 0, inProgress: 2, failed: 0 },
      undefined,
      [],
    ]);
  });

  it('of an unknown job has no statistics', async () => {
    expect(messages(await fixture.drive([['queue.stats', 'nothing']]))).toEqual([
      'The job nothing was not found for the queue track-issue.',
    ]);
  });
});

describe('a push', () => {
  const many = (count: number) => Array.from({ length: count }, (_, n) => ({ body: { n } }));

  it('is refused for a queue that the manifest does not declare', async () => {
    const outcomes = await fixture.drive([['queue.pushTo', 'lost', { body: {} }]]);
    expect(messages(outcomes)).toEqual([expect.stringContaining('declares no consumer of the queue lost')]);
  });

  it('takes what it can, and says which events it could not', async () => {
    const events = [{ body: { n: 1 } }, { body: { n: 2 }, concurrency: { key: '', limit: 1 } }];
    expect(messages(await fixture.drive([push(events)]))).toEqual(['Failed to process 1 event(s).']);
    await fixture.platform.settle();
    expect(delivered().map((event) => event['body'])).toEqual([{ n: 1 }]);
  });

  it('is refused above 100 KB an event where the consumer may run long', async () => {
    const outcomes = await fixture.drive([push({ body: { text: 'x'.repeat(101 * 1024) } })]);
    expect(messages(outcomes)).toEqual(['Failed to process 1 event(s).']);
  });

  it('is refused above 500 events a minute, and taken in the next', async () => {
    fixture = await startFixture();
    const outcomes = await fixture.drive(Array.from({ length: 11 }, () => push(many(50))));
    fixture.clock.set(fixture.clock.now() + 60_000);
    const [later] = await fixture.drive([push(many(50))]);
    expect(messages(outcomes)).toEqual([...Array.from({ length: 10 }, () => undefined), 'Too many requests.']);
    expect(later?.error).toBeUndefined();
  });
});

describe('a concurrency key', () => {
  it('lets so many events of its key run at once, and those of others beside them', async () => {
    fixture = await startFixture({ parallelism: 4 });
    const event = (n: number, key: string) => ({ body: { n, waitMillis: 500 }, concurrency: { key, limit: 1 } });
    await fixture.drive([push([event(1, 'issue-1'), event(2, 'issue-1'), event(3, 'issue-2')])]);
    await fixture.platform.settle();
    const at = new Map(
      fixture.calls('track').map(({ payload, at: seen }) => [(payload['body'] as { n: number }).n, seen]),
    );
    expect(at.get(2)! - at.get(1)!).toBeGreaterThanOrEqual(490);
    expect(at.get(3)! - at.get(1)!).toBeLessThan(490);
  });
});
