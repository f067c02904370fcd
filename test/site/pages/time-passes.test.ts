import { createSite, type Site } from '../../sandbox/site';

const SECONDS = 1_000;
let site: Site;
beforeAll(async () => {
  site = await createSite({ port: 0 });
});
afterAll(() => site.close());

it('flags within seconds of the threshold while time passes by itself', async () => {
  const { time, stage } = site.world();
  const threshold = time.nextThreshold() ?? 0;
  await site.moveTo(threshold - 2 * SECONDS);
  expect(time.nextThreshold()).toBe(threshold);

  const isAhead = (): boolean => stage.platform.peekEntity('ticket').some(({ value }) => value['nextAt'] === threshold);
  while (isAhead()) await new Promise((look) => setTimeout(look, 50));
  expect(site.clock.now() - threshold).toBeLessThan(5 * SECONDS);
}, 30_000);
