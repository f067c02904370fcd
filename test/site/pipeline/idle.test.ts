import { sweepIdle } from './idle';

it('a sweep over 100,000 open tickets of which none is due asks Jira nothing and reads one page', async () => {
  expect(await sweepIdle(100_000)).toMatchObject({
    tickets: 100_000,
    sweeps: 1,
    jiraCalls: 0,
    storageReads: 1,
    storageWrites: 0,
    queueEvents: 0,
  });
}, 120_000);
