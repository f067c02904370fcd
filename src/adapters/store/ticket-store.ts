import { Filter, FilterConditions, kvs, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import type { TicketRow, TicketStore } from '../../services/ports';
import { storing, unlessConflict } from './store-error';

const ENTITY = 'ticket';
const PAGE = 100;

/** A row without a threshold in sight sorts behind every instant: an index has no place for a missing value. */
const NEVER = 8_640_000_000_000_000;

const storedRow = v.pipe(
  v.object({
    state: v.picklist(['open', 'stopped']),
    projectId: v.string(),
    nextAt: v.number(),
    rev: v.number(),
    data: v.object({
      handled: v.array(v.string()),
      reporterOrganizationIds: v.nullable(v.array(v.string())),
      seenUpdatedAt: v.number(),
      priorityRank: v.number(),
    }),
  }),
  v.transform(({ data, nextAt, ...row }) => ({ ...row, ...data, nextAt: nextAt === NEVER ? null : nextAt })),
);

type StoredRow = v.InferInput<typeof storedRow>;

/** Rows of tickets in the custom entity store. `get` is strictly consistent, the two listings are eventually so. */
export const ticketStore: TicketStore = { get, save, remove, dueBy, open };

async function get(issueId: string): Promise<TicketRow | null> {
  const value = await storing('read-row', () => kvs.entity<StoredRow>(ENTITY).get(issueId));
  return value === undefined ? null : rowOf(issueId, value);
}

async function save(row: TicketRow): Promise<'saved' | 'conflict'> {
  const { issueId, state, projectId, nextAt, rev, ...data } = row;
  const value: StoredRow = {
    state,
    projectId,
    nextAt: nextAt ?? NEVER,
    rev,
    data: {
      ...data,
      handled: [...data.handled],
      reporterOrganizationIds: data.reporterOrganizationIds === null ? null : [...data.reporterOrganizationIds],
    },
  };
  const done = await unlessConflict('save-row', () =>
    rev === 1
      ? kvs.entity<StoredRow>(ENTITY).set(issueId, value, { keyPolicy: 'FAIL_IF_EXISTS' })
      : kvs
          .transact()
          .set(issueId, value, {
            entityName: ENTITY,
            conditions: new Filter<StoredRow>().and('rev', FilterConditions.equalTo(rev - 1)),
          })
          .execute(),
  );
  return done === 'done' ? 'saved' : 'conflict';
}

async function remove(issueId: string): Promise<void> {
  await storing('remove-row', () => kvs.entity<StoredRow>(ENTITY).delete(issueId));
}

async function dueBy(until: number, page: string | null): ReturnType<TicketStore['dueBy']> {
  const query = kvs
    .entity<StoredRow>(ENTITY)
    .query()
    .index('by-next', { partition: ['open'] })
    .where(WhereConditions.lessThanEqualTo(until))
    .limit(PAGE);
  const found = await storing('read-due', () => (page === null ? query : query.cursor(page)).getMany());
  return { rows: found.results.map(({ key, value }) => rowOf(key, value)), next: found.nextCursor ?? null };
}

async function open(page: string | null): ReturnType<TicketStore['open']> {
  return dueBy(NEVER, page);
}

function rowOf(issueId: string, value: unknown): TicketRow {
  return { issueId, ...v.parse(storedRow, value) };
}
