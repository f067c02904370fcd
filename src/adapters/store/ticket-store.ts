import { Filter, FilterConditions, kvs, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import type { SlaStatus } from '../../core/clock/ticket-fold';
import type { ResultChange, TicketRow, TicketStore } from '../../services/ports';
import { markMonths, monthsOf, removeResults, withResults } from './result-store';
import { storing, unlessConflict } from './store-error';
import { readListed, readStored } from './stored';

const ENTITY = 'ticket';
const PAGE = 100;

/** Forge's limit of a transaction (forge docs, entities-transactions). */
const ROWS_A_TRANSACTION = 25;

/** A row without a threshold in sight sorts behind every instant: an index has no place for a missing value. */
const NEVER = 8_640_000_000_000_000;

const STATUSES = [
  'none',
  'running',
  'paused',
  'near-breach',
  'breached',
  'met',
  'missed',
] as const satisfies readonly SlaStatus[];

const storedRow = v.pipe(
  v.object({
    state: v.picklist(['open', 'stopped']),
    projectId: v.string(),
    nextAt: v.number(),
    rev: v.number(),
    data: v.object({
      handled: v.array(v.string()),
      reporterOrganizationIds: v.nullable(v.array(v.string())),
      // Rows stored before there was a forecast have none: their next look folds them anew.
      organizationIds: v.optional(v.array(v.string()), []),
      ahead: v.optional(v.array(v.object({ key: v.string(), at: v.number(), status: v.picklist(STATUSES) })), []),
      status: v.optional(v.picklist(STATUSES), 'none'),
      policyVersion: v.optional(v.number(), 0),
      seenUpdatedAt: v.number(),
      pending: v.exactOptional(v.array(v.object({ key: v.string(), from: v.number() }))),
      priorityRank: v.number(),
      results: v.exactOptional(v.array(v.object({ name: v.string(), month: v.string(), print: v.string() }))),
    }),
  }),
  v.transform(({ data, nextAt, ...row }) => ({ ...row, ...data, nextAt: nextAt === NEVER ? null : nextAt })),
);

type StoredRow = v.InferInput<typeof storedRow>;

/** Rows of tickets in the custom entity store. `get` is strictly consistent, the two listings are eventually so. */
export const ticketStore: TicketStore = { get, save, saveAll, remove, dueBy, open, stopped };

async function get(issueId: string): Promise<TicketRow | null> {
  const value = await storing('read-row', () => kvs.entity<StoredRow>(ENTITY).get(issueId));
  return value === undefined ? null : rowOf(issueId, value);
}

async function save(row: TicketRow, results?: ResultChange): Promise<'saved' | 'conflict'> {
  if (results !== undefined) return saveWithResults(row, results);
  const done = await unlessConflict('save-row', () =>
    row.rev === 1
      ? kvs.entity<StoredRow>(ENTITY).set(row.issueId, storedOf(row), { keyPolicy: 'FAIL_IF_EXISTS' })
      : transaction([row]),
  );
  return done === 'done' ? 'saved' : 'conflict';
}

/** The months' marks first, so that no report that reads the old results can pass for one that read the new. */
async function saveWithResults(row: TicketRow, change: ResultChange): Promise<'saved' | 'conflict'> {
  const { issueId, rev } = row;
  await markMonths(monthsOf(change), `${issueId}:${String(rev)}`);
  const isRevision = rev === 1 ? FilterConditions.notExists() : FilterConditions.equalTo(rev - 1);
  const done = await unlessConflict('save-row', () => {
    const transaction = kvs.transact().set(issueId, storedOf(row), {
      entityName: ENTITY,
      conditions: new Filter<StoredRow>().and('rev', isRevision),
    });
    return withResults(transaction, issueId, rev, change).execute();
  });
  return done === 'done' ? 'saved' : 'conflict';
}

/** One transaction for 25 rows; where any of them is in conflict nothing of it was written, and each is tried by itself. */
async function saveAll(rows: readonly TicketRow[]): Promise<ReadonlySet<string>> {
  const conflicts = new Set<string>();
  for (let start = 0; start < rows.length; start += ROWS_A_TRANSACTION) {
    const some = rows.slice(start, start + ROWS_A_TRANSACTION);
    if ((await unlessConflict('save-rows', () => transaction(some))) === 'done') continue;
    for (const row of some) if ((await save(row)) === 'conflict') conflicts.add(row.issueId);
  }
  return conflicts;
}

/** Writes rows that exist, each under the condition that its revision is still the one it was read with. */
async function transaction(rows: readonly TicketRow[]): Promise<void> {
  const begun = kvs.transact();
  for (const row of rows) {
    begun.set(row.issueId, storedOf(row), {
      entityName: ENTITY,
      conditions: new Filter<StoredRow>().and('rev', FilterConditions.equalTo(row.rev - 1)),
    });
  }
  await begun.execute();
}

function storedOf({ issueId: _key, state, projectId, nextAt, rev, pending, results, ...data }: TicketRow): StoredRow {
  return {
    state,
    projectId,
    nextAt: nextAt ?? NEVER,
    rev,
    data: {
      ...data,
      handled: [...data.handled],
      reporterOrganizationIds: data.reporterOrganizationIds === null ? null : [...data.reporterOrganizationIds],
      organizationIds: [...data.organizationIds],
      ahead: data.ahead.map((threshold) => ({ ...threshold })),
      ...(pending === undefined ? {} : { pending: pending.map((flag) => ({ ...flag })) }),
      ...(results === undefined ? {} : { results: results.map((print) => ({ ...print })) }),
    },
  };
}

async function remove(issueId: string): Promise<void> {
  const row = await get(issueId);
  await removeResults(issueId, row?.results ?? []);
  await storing('remove-row', () => kvs.entity<StoredRow>(ENTITY).delete(issueId));
}

async function dueBy(until: number, page: string | null): ReturnType<TicketStore['dueBy']> {
  return rowsUntil('open', until, page);
}

async function open(page: string | null): ReturnType<TicketStore['open']> {
  return rowsUntil('open', NEVER, page);
}

async function stopped(page: string | null): ReturnType<TicketStore['stopped']> {
  return rowsUntil('stopped', NEVER, page);
}

async function rowsUntil(
  state: TicketRow['state'],
  until: number,
  page: string | null,
): Promise<{ readonly rows: readonly TicketRow[]; readonly next: string | null }> {
  const query = kvs
    .entity<StoredRow>(ENTITY)
    .query()
    .index('by-next', { partition: [state] })
    .where(WhereConditions.lessThanEqualTo(until))
    .limit(PAGE);
  const found = await storing('read-due', () => (page === null ? query : query.cursor(page)).getMany());
  const rows = found.results.flatMap(({ key, value }) => {
    const row = readListed(storedRow, value);
    return row === null ? [] : [{ issueId: key, ...row }];
  });
  return { rows, next: found.nextCursor ?? null };
}

function rowOf(issueId: string, value: unknown): TicketRow {
  return { issueId, ...readStored('read-row', storedRow, value) };
}
