import { Filter, FilterConditions, kvs, Sort } from '@forge/kvs';
import * as v from 'valibot';
import type { PlanAssignment } from '../../core/policy/document';
import type { AssignmentRow, AssignmentStore } from '../../services/ports';
import { chunks } from '../chunks';
import { storing, unlessConflict } from './store-error';
import { readListed, readStored } from './stored';

const ENTITY = 'assignment';
const PAGE = 100;

/** Forge's limit of a transaction (forge docs, entities-transactions). */
const ROWS_A_TRANSACTION = 25;

/** Well within the store's 1,000 requests a second. */
const REQUESTS_AT_ONCE = 50;

const fact = v.object({
  plan: v.string(),
  to: v.nullable(v.string()),
  calendar: v.nullable(v.string()),
  recordedAt: v.number(),
  removedAt: v.exactOptional(v.number()),
});

const storedRow = v.object({
  organizationId: v.string(),
  /** The newest fact's, which the index by plan goes by. */
  plan: v.string(),
  from: v.string(),
  state: v.picklist(['standing', 'removed']),
  rev: v.number(),
  data: v.object({ facts: v.array(fact) }),
});

/** The first rows had no history: one assignment, in force. */
const firstRow = v.pipe(
  v.object({
    organizationId: v.string(),
    plan: v.string(),
    from: v.string(),
    rev: v.number(),
    data: v.object({ to: v.nullable(v.string()), calendar: v.nullable(v.string()), recordedAt: v.number() }),
  }),
  v.transform(({ data, ...row }) => ({ ...row, data: { facts: [{ plan: row.plan, ...data }] } })),
);
const readableRow = v.union([storedRow, firstRow]);

type StoredRow = v.InferInput<typeof storedRow>;

/** Plan assignments in the custom entity store, one row for each organization and first day. */
export const assignmentStore: AssignmentStore = { get, ofOrganizations, rowsOf, standing, saveAll };

async function get(organizationId: string, from: string): Promise<AssignmentRow | null> {
  const value = await storing('read-assignment', () => kvs.entity<StoredRow>(ENTITY).get(keyOf(organizationId, from)));
  return value === undefined ? null : rowOf(value);
}

async function ofOrganizations(organizationIds: readonly string[]): Promise<readonly PlanAssignment[]> {
  return (await rowsOf(organizationIds)).flatMap(({ facts }) => facts);
}

async function rowsOf(organizationIds: readonly string[]): Promise<readonly AssignmentRow[]> {
  const rows: AssignmentRow[] = [];
  for (const some of chunks([...new Set(organizationIds)], REQUESTS_AT_ONCE)) {
    rows.push(...(await Promise.all(some.map(ofOrganization))).flat());
  }
  return rows;
}

async function ofOrganization(organizationId: string): Promise<readonly AssignmentRow[]> {
  const all: AssignmentRow[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs
      .entity<StoredRow>(ENTITY)
      .query()
      .index('by-org', { partition: [organizationId] })
      .limit(PAGE);
    const page = await storing('read-assignments', () =>
      (cursor === undefined ? query : query.cursor(cursor)).getMany(),
    );
    all.push(...page.results.flatMap(({ value }) => listedRow(value)));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return all;
}

async function standing(after: string | null): ReturnType<AssignmentStore['standing']> {
  const query = kvs
    .entity<StoredRow>(ENTITY)
    .query()
    .index('by-state', { partition: ['standing'] })
    .sort(Sort.ASC)
    .limit(PAGE);
  const page = await storing('read-assignments', () => (after === null ? query : query.cursor(after)).getMany());
  const assignments = page.results.flatMap(({ value }) => listedRow(value).flatMap(({ facts }) => facts.slice(-1)));
  return { assignments, next: page.nextCursor ?? null };
}

/**
 * New rows one by one, side by side, since only a single write can ask that its key be free. Known ones 25 a transaction:
 * where any of them is in conflict nothing of it was written, and each is tried by itself.
 */
async function saveAll(rows: readonly AssignmentRow[]): Promise<ReadonlySet<AssignmentRow>> {
  const conflicts = new Set<AssignmentRow>();
  const tried = async (row: AssignmentRow, write: () => Promise<void>): Promise<void> => {
    if ((await unlessConflict('save-assignment', write)) === 'conflict') conflicts.add(row);
  };
  for (const some of chunks(
    rows.filter(({ rev }) => rev === 1),
    REQUESTS_AT_ONCE,
  )) {
    await Promise.all(some.map((row) => tried(row, () => create(row))));
  }
  for (const some of chunks(
    rows.filter(({ rev }) => rev > 1),
    ROWS_A_TRANSACTION,
  )) {
    if ((await unlessConflict('save-assignments', () => transaction(some))) === 'done') continue;
    for (const row of some) await tried(row, () => transaction([row]));
  }
  return conflicts;
}

async function create(row: AssignmentRow): Promise<void> {
  const key = keyOf(row.organizationId, row.from);
  await kvs.entity<StoredRow>(ENTITY).set(key, storedOf(row), { keyPolicy: 'FAIL_IF_EXISTS' });
}

async function transaction(rows: readonly AssignmentRow[]): Promise<void> {
  const begun = kvs.transact();
  for (const row of rows) {
    begun.set(keyOf(row.organizationId, row.from), storedOf(row), {
      entityName: ENTITY,
      conditions: new Filter<StoredRow>().and('rev', FilterConditions.equalTo(row.rev - 1)),
    });
  }
  await begun.execute();
}

function storedOf({ organizationId, from, rev, facts }: AssignmentRow): StoredRow {
  const newest = facts.at(-1);
  if (newest === undefined) throw new RangeError('a row of assignments without any');
  return {
    organizationId,
    plan: newest.plan,
    from,
    state: newest.removedAt === undefined ? 'standing' : 'removed',
    rev,
    data: { facts: facts.map(({ organizationId: _organization, from: _from, ...rest }) => rest) },
  };
}

/** None for a row that cannot be read. */
function listedRow(value: unknown): readonly AssignmentRow[] {
  const read = readListed(readableRow, value);
  return read === null ? [] : [assignmentRow(read)];
}

function rowOf(value: unknown): AssignmentRow {
  return assignmentRow(readStored('read-assignment', readableRow, value));
}

function assignmentRow({ organizationId, from, rev, data }: v.InferOutput<typeof readableRow>): AssignmentRow {
  const facts = data.facts.map((rest): PlanAssignment => ({ organizationId, from, ...rest }));
  return { organizationId, from, rev, facts };
}

function keyOf(organizationId: string, from: string): string {
  return `${organizationId}:${from}`;
}
