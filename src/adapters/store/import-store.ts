import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { ImportedLine, ImportStore } from '../../services/ports';
import { storing } from './store-error';

const partKey = (importId: string, part: number): string => `import:${importId}:${String(part)}`;

const lineShape = v.object({
  line: v.number(),
  organizationId: v.string(),
  plan: v.string(),
  from: v.string(),
  to: v.nullable(v.string()),
  calendar: v.nullable(v.string()),
});

/** Parts of imports in key-value storage, a key each: 500 lines take some 60 KB of the 240 that a value may have. */
export const importStore: ImportStore = { savePart, part, remove };

async function savePart(importId: string, number: number, lines: readonly ImportedLine[]): Promise<void> {
  const key = partKey(importId, number);
  await storing('save-import', () => kvs.set(key, { lines: [...lines] }, { ttl: { value: 7, unit: 'DAYS' } }));
}

async function part(importId: string, number: number): Promise<readonly ImportedLine[]> {
  const value = await storing('read-import', () => kvs.get(partKey(importId, number)));
  return value === undefined ? [] : v.parse(v.object({ lines: v.array(lineShape) }), value).lines;
}

async function remove(importId: string, parts: number): Promise<void> {
  for (let number = 0; number < parts; number += 1) {
    await storing('remove-import', () => kvs.delete(partKey(importId, number)));
  }
}
