import { kvs, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import type { EstablishmentGroup, EstablishmentRecord } from '../../core/proposal/register';
import type { EstablishmentStore } from '../../services/ports';
import { storing } from './store-error';
import { readListed, refuseNewer } from './stored';

const RECORD = 'establishment:';
const GROUP = 'establishment-group:';
const PAGE = 100;

const storedRecord = v.object({
  fee: v.nullable(v.number()),
  users: v.nullable(v.number()),
  recordedAt: v.number(),
});
const storedGroup = v.object({ organizationIds: v.array(v.string()) });

/** What organizations count in orders, one key each in key-value storage; and their groups, one key each. */
export const establishmentStore: EstablishmentStore = { records, saveRecord, groups, saveGroup, removeGroup };

async function records(): Promise<readonly EstablishmentRecord[]> {
  const found = await allOf(RECORD, storedRecord);
  return found.map(([organizationId, record]) => ({ organizationId, ...record }));
}

async function saveRecord({ organizationId, ...record }: EstablishmentRecord): Promise<void> {
  await unlessNewer('save-establishment', RECORD + organizationId);
  await storing('save-establishment', () => kvs.set(RECORD + organizationId, record));
}

async function groups(): Promise<readonly EstablishmentGroup[]> {
  const found = await allOf(GROUP, storedGroup);
  return found.map(([code, { organizationIds }]) => ({ code, organizationIds }));
}

async function saveGroup({ code, organizationIds }: EstablishmentGroup): Promise<void> {
  await unlessNewer('save-group', GROUP + code);
  await storing('save-group', () => kvs.set(GROUP + code, { organizationIds: [...organizationIds] }));
}

async function removeGroup(code: string): Promise<void> {
  await unlessNewer('remove-group', GROUP + code);
  await storing('remove-group', () => kvs.delete(GROUP + code));
}

/** These values have no revision to write them under, so they are read before they are written over. */
async function unlessNewer(operation: string, key: string): Promise<void> {
  refuseNewer(operation, await storing(operation, () => kvs.get(key)));
}

/** Every value whose key begins so, with the rest of its key, in the order of the keys. */
async function allOf<T extends v.GenericSchema>(
  prefix: string,
  shape: T,
): Promise<readonly (readonly [string, v.InferOutput<T>])[]> {
  const all: (readonly [string, v.InferOutput<T>])[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(PAGE);
    const page = await storing('read-establishments', () =>
      (cursor === undefined ? query : query.cursor(cursor)).getMany(),
    );
    for (const { key, value } of page.results) {
      const read = readListed(shape, value);
      if (read !== null) all.push([key.slice(prefix.length), read]);
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return all;
}
