import { START, startFixture, type Fixture } from './fixture';

const MINUTE = 60_000;
let fixture: Fixture;
beforeEach(async () => {
  fixture = await startFixture();
});
afterEach(() => fixture.platform.close());

async function at(millis: number): Promise<void> {
  fixture.clock.set(START + millis);
  await fixture.platform.settle();
}

describe('a scheduled trigger', () => {
  it('runs first five minutes after deployment, then at its interval', async () => {
    const runs: number[] = [];
    for (const minute of [4, 5.1, 9, 10.1, 15.1]) {
      await at(minute * MINUTE);
      runs.push(fixture.calls('sweep').length);
    }
    expect(runs).toEqual([0, 1, 1, 2, 3]);
    expect(fixture.calls('reconcile')).toHaveLength(1);
  });

  it('says which module it is, without a person', async () => {
    await at(5.1 * MINUTE);
    expect(fixture.calls('sweep')[0]?.payload).toMatchObject({
      context: { moduleKey: 'sweep' },
      contextToken: 'local',
    });
    expect(fixture.calls('sweep')[0]?.environment).not.toHaveProperty('principal');
  });

  it('runs once for all the times that a leap of the clock passed over', async () => {
    await at((3 * 24 * 60 + 2) * MINUTE);
    expect([fixture.calls('sweep').length, fixture.calls('reconcile').length]).toEqual([1, 1]);
    expect(fixture.platform.nextDueAt()! - fixture.clock.now()).toBeLessThanOrEqual(5 * MINUTE);
  });

  it('is not tried again where it fails', async () => {
    await fixture.set('script:sweep', { kind: 'throw', times: 1 });
    await at(5.1 * MINUTE);
    expect(fixture.platform.takeFailures()).toEqual([{ functionKey: 'sweep-fn', message: 'sweep was told to throw' }]);
    await at(9 * MINUTE);
    expect(fixture.calls('sweep')).toHaveLength(1);
    await at(10.1 * MINUTE);
    expect(fixture.calls('sweep')).toHaveLength(2);
  });
});
