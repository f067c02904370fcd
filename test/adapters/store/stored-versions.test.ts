/** Records of every version and shape that any release stored, one fixture each; and those of a release still to come. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { assignmentStore } from '../../../src/adapters/store/assignment-store';
import { establishmentStore } from '../../../src/adapters/store/establishment-store';
import { jobStore } from '../../../src/adapters/store/job-store';
import { policyStore } from '../../../src/adapters/store/policy-store';
import { proposalStore } from '../../../src/adapters/store/proposal-store';
import { resultStore } from '../../../src/adapters/store/result-store';
import { SCHEMA_VERSION } from '../../../src/adapters/store/stored';
import { ticketStore } from '../../../src/adapters/store/ticket-store';
import { NewerDataError } from '../../../src/services/ports';
import { readManifest } from '../../sandbox/platform/manifest';

let mockStored: unknown;
const mockWritten: string[] = [];
jest.mock('@forge/api', () => ({ getAppContext: () => ({ installationAri: { installationId: 'one' } }) }));
jest.mock('@forge/kvs', () => {
  const listing = () => {
    const query = {
      index: () => query,
      where: () => query,
      sort: () => query,
      limit: () => query,
      getMany: () => page,
    };
    const page = Promise.resolve({ results: [{ key: 'known', value: mockStored }], nextCursor: undefined });
    return query;
  };
  const store = {
    get: () => Promise.resolve(mockStored),
    set: (key: string) => Promise.resolve(mockWritten.push(key)),
    delete: (key: string) => Promise.resolve(mockWritten.push(key)),
    query: listing,
  };
  const words = {
    equalTo: () => ({}),
    beginsWith: () => ({}),
    lessThanEqualTo: () => ({}),
    greaterThanEqualTo: () => ({}),
  };
  return { kvs: { ...store, entity: () => store }, FilterConditions: words, WhereConditions: words, Sort: {} };
});

const fixtureShape = v.record(
  v.string(),
  v.array(v.object({ shape: v.string(), value: v.record(v.string(), v.unknown()) })),
);
const pathOf = (version: number): string => join(__dirname, `../../fixtures/stored/${String(version)}.json`);
const versions = Array.from({ length: SCHEMA_VERSION }, (_none, index) => index + 1);
const fixtures = versions
  .filter((version) => existsSync(pathOf(version)))
  .map((version) => ({
    version,
    kinds: v.parse(fixtureShape, JSON.parse(readFileSync(pathOf(version), 'utf8'))),
  }));

/** How a record of each kind is read by its key, or in a listing where it has no other way. */
const READERS: Readonly<Record<string, () => Promise<unknown>>> = {
  ticket: () => ticketStore.get('known'),
  assignment: () => assignmentStore.get('1', '2025-01-01'),
  result: async () => (await resultStore.ofMonth('2025-12', null)).results[0] ?? null,
  proposal: () => proposalStore.get('known'),
  'job-run': () => jobStore.get('known'),
};

beforeEach(() => {
  mockWritten.length = 0;
});

it('every version up to this release’s has its fixture, with a record of every entity', () => {
  expect(fixtures.map(({ version }) => version)).toEqual(versions);
  const entities = [...readManifest('manifest.yml').entities.keys()].sort();
  for (const { kinds } of fixtures) expect(Object.keys(kinds).sort()).toEqual(entities);
  expect(Object.keys(READERS).sort()).toEqual(entities);
});

const shapes = fixtures.flatMap(({ version, kinds }) =>
  Object.entries(kinds).flatMap(([kind, records]) => records.map((record) => ({ version, kind, ...record }))),
);

it.each(shapes)('a $kind of version $version as it was $shape is read', async ({ kind, value }) => {
  mockStored = value;
  const { rev } = value;
  const read = (await READERS[kind]?.()) as Record<string, unknown>;
  expect(read).not.toBeNull();
  if ('rev' in read) expect(read['rev']).toBe(rev);
});

it('a row without a forecast keeps what was flagged and is folded anew at its next threshold', async () => {
  mockStored = shapes.find(({ kind }) => kind === 'ticket')?.value;
  expect(await ticketStore.get('known')).toMatchObject({
    handled: ['response:1:3600000-12sljsp1e9jywu:75%'],
    nextAt: 1_765_293_300_000,
    ahead: [],
    policyVersion: 0,
  });
});

it('an assignment without a history is one fact that stands', async () => {
  mockStored = shapes.find(({ kind }) => kind === 'assignment')?.value;
  expect((await assignmentStore.get('1', '2025-01-01'))?.facts).toEqual([
    { organizationId: '1', from: '2025-01-01', plan: 'PLUS', to: null, calendar: null, recordedAt: 1_765_290_000_000 },
  ]);
});

describe('what a newer release stored', () => {
  const newer = SCHEMA_VERSION + 1;
  const now = shapes.filter(({ shape }) => shape === 'now');

  it.each(now.filter(({ kind }) => kind !== 'result'))('as a $kind is refused by its key', async ({ kind, value }) => {
    mockStored = { ...value, data: { ...(value['data'] as object), schemaVersion: newer } };
    await expect(READERS[kind]?.()).rejects.toThrow(NewerDataError);
  });

  it.each<[string, () => Promise<readonly unknown[]>]>([
    ['ticket', async () => (await ticketStore.dueBy(0, null)).rows],
    ['assignment', async () => (await assignmentStore.standing(null)).assignments],
    ['result', async () => (await resultStore.ofMonth('2025-12', null)).results],
    ['proposal', async () => (await proposalStore.inState('proposed', null)).rows],
    ['job-run', () => jobStore.inState('running')],
  ])('as a %s is left out of a listing, and so is what has no shape at all', async (kind, list) => {
    const value = now.find((shape) => shape.kind === kind)?.value ?? {};
    mockStored = value;
    expect(await list()).toHaveLength(1);
    mockStored = { ...value, data: { ...(value['data'] as object), schemaVersion: newer } };
    expect(await list()).toEqual([]);
    mockStored = { odd: true };
    expect(await list()).toEqual([]);
  });

  it('as the policy is refused, and no version is published over it', async () => {
    mockStored = { schemaVersion: newer, version: 4 };
    await expect(policyStore.tracking()).rejects.toThrow(NewerDataError);
    await expect(policyStore.publish({ version: 5 } as never, {} as never)).rejects.toThrow(NewerDataError);
    expect(mockWritten).toEqual([]);
    mockStored = { version: 4, publishedAt: 0, trackedFrom: 0, document: { schemaVersion: newer } };
    await expect(policyStore.version(4)).rejects.toThrow(NewerDataError);
  });

  it('of an establishment or a group is not written over', async () => {
    mockStored = { schemaVersion: newer };
    const record = { organizationId: '1', fee: 1, users: null, recordedAt: 0 };
    await expect(establishmentStore.saveRecord(record)).rejects.toThrow(NewerDataError);
    await expect(establishmentStore.saveGroup({ code: 'R06', organizationIds: ['1'] })).rejects.toThrow(NewerDataError);
    await expect(establishmentStore.removeGroup('R06')).rejects.toThrow(NewerDataError);
    expect(mockWritten).toEqual([]);
  });
});
