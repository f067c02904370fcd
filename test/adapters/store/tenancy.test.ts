/** Two sites whose calls take turns in one warm process: neither is told anything of the other, and neither waits for it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diary, noteFailure } from '../../../src/adapters/diary';
import { busyFrom, refuseWhileHeld } from '../../../src/adapters/jira/holds';
import { policyStore } from '../../../src/adapters/store/policy-store';
import { BusyError } from '../../../src/services/ports';
import { buildPolicy, buildPolicyVersion } from '../../builders/policy';

interface Tenant {
  readonly installationId: string;
  readonly values: Map<string, unknown>;
}
const mockTenant = new AsyncLocalStorage<Tenant>();
const mockCurrent = (): Tenant => {
  const tenant = mockTenant.getStore();
  if (tenant === undefined) throw new Error('asked outside any installation');
  return tenant;
};

jest.mock('@forge/api', () => ({
  getAppContext: () => ({ installationAri: { installationId: mockCurrent().installationId } }),
}));
jest.mock('@forge/kvs', () => ({
  kvs: {
    // Between the question and the answer the other site has its turn.
    get: (key: string) => {
      const { values } = mockCurrent();
      return new Promise((resolve) => setImmediate(() => resolve(values.get(key))));
    },
    set: (key: string, value: unknown) => {
      mockCurrent().values.set(key, structuredClone(value));
      return Promise.resolve();
    },
  },
}));

const site = (installationId: string): Tenant => ({ installationId, values: new Map() });
const policyOf = (id: string) => ({
  ...buildPolicyVersion(buildPolicy()),
  document: { ...buildPolicy(), title: titled(id) },
});
const titled = (id: string) => ({ ...buildPolicy().title, shown: { en: id, fr: id } });

it('each reads its own policy, also of the same version and at the same time', async () => {
  const tenants = ['one', 'two'].map(site);
  const settings = { version: 1, trackedFrom: 0, scope: [], fields: {}, versions: [{ version: 1, publishedAt: 0 }] };
  for (const tenant of tenants) {
    await mockTenant.run(tenant, () => policyStore.publish(policyOf(tenant.installationId), settings as never));
  }
  for (let turn = 0; turn < 50; turn += 1) {
    const read = await Promise.all(
      tenants.map((tenant) =>
        mockTenant.run(tenant, async () => (await policyStore.version(1)).document.title.shown.en),
      ),
    );
    expect(read).toEqual(['one', 'two']);
  }
});

it('one that Jira told to wait holds no call of the other', () => {
  const [busy, idle] = [site('busy'), site('idle')];
  const headers = new Headers({ 'ratelimit-reason': 'jira-quota-tenant-based', 'retry-after': '600' });
  mockTenant.run(busy, () => busyFrom('read', headers));
  expect(() => mockTenant.run(busy, () => refuseWhileHeld('read'))).toThrow(BusyError);
  expect(() => mockTenant.run(idle, () => refuseWhileHeld('read'))).not.toThrow();
});

it('what went wrong on one is noted on no other', async () => {
  const [failing, fine] = [site('failing'), site('fine')];
  mockTenant.run(failing, () => noteFailure('malformed-event'));
  for (const tenant of [fine, failing]) await mockTenant.run(tenant, () => diary.keep());
  expect(fine.values.size).toBe(0);
  expect([...failing.values.values()]).toEqual([
    expect.objectContaining({ failures: { 'malformed-event': { count: 1, last: expect.any(Number) as number } } }),
  ]);
});

it('nothing else of a site outlasts a call', () => {
  const source = join(__dirname, '../../../src');
  const kept = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [
        ...readFileSync(join(source, file), 'utf8').matchAll(
          /^(?:export )?(?:let (\w+)|const (\w+)[^=\n]*= new (?:Weak)?Map\b[^[]*?\(\);)/gm,
        ),
      ].map(([, variable, constant]) => `${file.replaceAll('\\', '/')} ${variable ?? constant ?? ''}`),
    );
  // By installation; by the zone's name; by the very object that was read for one call, which another site never holds.
  expect(kept.sort()).toEqual([
    'adapters/diary.ts keptOf',
    'adapters/jira/holds.ts holdsOf',
    'adapters/store/policy-store.ts cache',
    'core/clock/goal.ts knownPromises',
    'core/time/zone.ts offsetsByZone',
    'services/working-times.ts compiled',
  ]);
});
