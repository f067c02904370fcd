import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSite, type Site } from '../../sandbox/site';
import { PortTaken } from '../../sandbox/site-server';
import { visitor } from './visitor';

jest.setTimeout(60_000);

let folder: string;
let open: Site[] = [];
const start = async (rest: { reset?: boolean; setUp?: boolean; port?: number } = {}): Promise<Site> => {
  const site = await createSite({
    port: 0,
    stateFile: join(folder, 'site.json'),
    seed: false,
    runsByItself: false,
    ...rest,
  });
  open.push(site);
  return site;
};
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cadran-site-'))));
afterEach(async () => {
  await Promise.all(open.map((site) => site.close()));
  open = [];
  rmSync(folder, { recursive: true });
});
const stop = async (site: Site): Promise<void> => {
  open = open.filter((other) => other !== site);
  await site.close();
};

it('takes up where it was: time, requests, thresholds and the tour', async () => {
  const first = await start();
  const customer = visitor(first.origin);
  await customer.get('/as/customer-plus');
  const type = /name="type" value="(\d+)"/.exec((await customer.get('/portal/new')).text)?.[1] ?? '';
  await customer.post('/portal/new', { type, summary: 'Kept over the night' });
  await customer.post('/site/time', { to: 'hour', back: '/' });
  const now = first.clock.now();
  const threshold = first.world().time.nextThreshold();
  await stop(first);

  const second = await start();
  const elapsed = second.clock.now() - now;
  expect(elapsed).toBeGreaterThanOrEqual(0);
  expect(elapsed).toBeLessThan(60_000);
  expect(second.world().time.nextThreshold()).toBe(threshold);
  expect((await visitor(second.origin).get('/as/customer-plus')).text).toContain('Kept over the night');
  expect((await visitor(second.origin).get('/')).text).toContain('1 of 6 done');

  await second.move('next-threshold');
  expect(second.clock.now()).toBeGreaterThanOrEqual(threshold ?? Infinity);
  expect(second.world().time.nextThreshold()).not.toBe(threshold);
});

it('begins anew with --reset', async () => {
  const first = await start();
  await first.move('day');
  await stop(first);
  const second = await start({ reset: true });
  expect(new Date(second.clock.now()).toISOString().slice(0, 13)).toBe('2025-12-09T15');
});

it('begins anew before its set-up with --empty, and starts over to the same', async () => {
  const policies = (site: Site) =>
    site
      .world()
      .stage.platform.peekValues()
      .filter(({ key }) => key.startsWith('policy')).length;
  const first = await start();
  expect(policies(first)).toBeGreaterThan(0);
  await stop(first);
  const second = await start({ reset: true, setUp: false });
  expect(policies(second)).toBe(0);
  await second.startOver();
  expect(policies(second)).toBe(0);
  await stop(second);
  expect(policies(await start())).toBe(0);
});

it('keeps its state in one file, which holds no half-written one', async () => {
  const site = await start();
  await site.move('hour');
  const file = join(folder, 'site.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: 1 });
  expect(existsSync(`${file}.draft`)).toBe(false);
});

it('says what to do with a file that is none of its own', async () => {
  writeFileSync(join(folder, 'site.json'), '{"half":');
  await expect(start()).rejects.toThrow('Start with --reset to begin anew.');
});

it('names a taken port and how to choose another, also where the next one, which the frames would take, is taken', async () => {
  const site = await start();
  const port = Number(new URL(site.origin).port);
  const neighbour = createServer();
  await new Promise<void>((taken) => {
    // Taken by somebody else is as good.
    neighbour.once('error', () => taken());
    neighbour.listen(port + 1, '127.0.0.1', taken);
  });
  const second = await createSite({ port }).catch((error: unknown) => error);
  neighbour.close();
  expect(second).toBeInstanceOf(PortTaken);
  expect(second).toMatchObject({
    message: `Port ${String(port)} is taken. Choose another one: PORT=${String(port + 10)} npm start`,
  });
});
