import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { packResults, unpackResults, type PackedResults } from '../../core/report/pack-results';
import type { StoredResult } from '../../core/report/stored-result';
import type { DigestStore, MonthDigest } from '../../services/ports';
import { storing } from './store-error';

const digestKey = (month: string): string => `report:month:${month}`;
const partKey = (name: string): string => `report:part:${name}`;

/** A digest is worth little more than the minute it takes to make, so none is kept for good. */
const KEPT = { ttl: { value: 35, unit: 'DAYS' } } as const;

const digestShape = v.object({
  month: v.string(),
  runId: v.string(),
  startedAt: v.number(),
  mark: v.string(),
  pages: v.number(),
  parts: v.array(v.string()),
});

/** Parts are large and written by this release or its predecessors: the shape is checked as a whole, the lines as read. */
const partShape = v.object({
  month: v.string(),
  since: v.number(),
  groups: v.array(
    v.tuple([
      v.number(),
      v.string(),
      v.nullable(v.string()),
      v.nullable(v.string()),
      v.nullable(v.string()),
      v.number(),
    ]),
  ),
  lines: v.array(v.custom<readonly unknown[]>(Array.isArray)),
});

/** Digests in key-value storage: a small value that names the parts, and the parts. */
export const digestStore: DigestStore = { digest, saveDigest, part, savePart, removePart };

/** One of another shape than expected counts as none, and is made anew. */
async function digest(month: string): Promise<MonthDigest | null> {
  const parsed = v.safeParse(digestShape, await storing('read-digest', () => kvs.get(digestKey(month))));
  return parsed.success ? parsed.output : null;
}

async function saveDigest(made: MonthDigest): Promise<void> {
  await storing('save-digest', () => kvs.set(digestKey(made.month), made, KEPT));
}

async function part(name: string): Promise<readonly StoredResult[] | null> {
  const parsed = v.safeParse(partShape, await storing('read-part', () => kvs.get(partKey(name))));
  return parsed.success ? unpackResults(parsed.output) : null;
}

async function savePart(name: string, month: string, results: readonly StoredResult[]): Promise<void> {
  const packed: PackedResults = packResults(month, results);
  await storing('save-part', () => kvs.set(partKey(name), packed, KEPT));
}

async function removePart(name: string): Promise<void> {
  await storing('remove-part', () => kvs.delete(partKey(name)));
}
