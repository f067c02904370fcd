import { kvs, Sort, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import { resultName, type StoredResult } from '../../core/report/stored-result';
import type { ResultChange, ResultPrint, ResultStore } from '../../services/ports';
import { storing } from './store-error';
import { readListed } from './stored';

const ENTITY = 'result';
const PAGE = 100;

/** Forge's limit of a transaction (forge docs, entities-transactions). */
const ROWS_A_TRANSACTION = 25;

/** An index has no place for a missing value. */
const NO_ORGANIZATION = 'none';

const MARK_PREFIX = 'result:changed:';

const storedResult = v.object({
  month: v.string(),
  organizationId: v.string(),
  projectId: v.string(),
  stoppedAt: v.number(),
  rev: v.number(),
  data: v.object({
    metric: v.picklist(['response', 'resolution']),
    cycle: v.number(),
    plan: v.nullable(v.string()),
    priority: v.nullable(v.string()),
    outcome: v.picklist(['met', 'missed', 'missed-customer-unavailable', 'no-promise']),
    createdAt: v.number(),
    late: v.exactOptional(v.tuple([v.number(), v.number()])),
    duty: v.exactOptional(v.array(v.tuple([v.number(), v.number(), v.string()]))),
    apart: v.exactOptional(v.literal(true)),
  }),
});
type Stored = v.InferInput<typeof storedResult>;

const markShape = v.object({ mark: v.string(), at: v.number() });

/** Results in the custom entity store, one row a stopped clock under its ticket's id; a mark a month in key-value storage. */
export const resultStore: ResultStore = { ofMonth, changeMark, months };

async function ofMonth(month: string, page: string | null): ReturnType<ResultStore['ofMonth']> {
  const query = kvs
    .entity<Stored>(ENTITY)
    .query()
    .index('by-month', { partition: [month] })
    .where(WhereConditions.greaterThanEqualTo(0))
    .sort(Sort.ASC)
    .limit(PAGE);
  const found = await storing('read-results', () => (page === null ? query : query.cursor(page)).getMany());
  const results = found.results.flatMap(({ key, value }) => {
    const result = readListed(storedResult, value);
    return result === null ? [] : [resultOf(key, result)];
  });
  return { results, next: found.nextCursor ?? null };
}

async function changeMark(month: string): ReturnType<ResultStore['changeMark']> {
  const value = await storing('read-mark', () => kvs.get(MARK_PREFIX + month));
  return value === undefined ? null : v.parse(markShape, value);
}

async function months(): ReturnType<ResultStore['months']> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(MARK_PREFIX)).limit(PAGE);
    const page = await storing('read-marks', () => (cursor === undefined ? query : query.cursor(cursor)).getMany());
    found.push(...page.results.map(({ key }) => key.slice(MARK_PREFIX.length)));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found.sort();
}

/** The months whose results a change touches. */
export function monthsOf({ put, remove, moved }: ResultChange): readonly string[] {
  return [...new Set([...put.map(({ month }) => month), ...remove.map(({ month }) => month), ...moved])];
}

/** Marks months as changed, by whom is part of the mark: two changes of one millisecond are two. */
export async function markMonths(months: readonly string[], by: string): Promise<void> {
  const at = Date.now();
  const mark: v.InferInput<typeof markShape> = { mark: `${String(at)}:${by}`, at };
  for (const month of months) await storing('mark-month', () => kvs.set(MARK_PREFIX + month, mark));
}

/** Adds a ticket's results to the transaction that writes its row. */
export function withResults(
  transaction: ReturnType<typeof kvs.transact>,
  issueId: string,
  rev: number,
  { put, remove }: ResultChange,
): ReturnType<typeof kvs.transact> {
  for (const result of put) {
    transaction.set(keyOf(issueId, resultName(result)), storedOf(result, rev), { entityName: ENTITY });
  }
  for (const { name } of remove) transaction.delete(keyOf(issueId, name), { entityName: ENTITY });
  return transaction;
}

/** Takes a ticket's results away, for one that is gone or no longer tracked; before its row, which alone knows of them. */
export async function removeResults(issueId: string, results: readonly ResultPrint[]): Promise<void> {
  if (results.length === 0) return;
  await markMonths([...new Set(results.map(({ month }) => month))], `${issueId}:gone`);
  for (let start = 0; start < results.length; start += ROWS_A_TRANSACTION) {
    const some = results.slice(start, start + ROWS_A_TRANSACTION);
    await storing('remove-results', () =>
      withResults(kvs.transact(), issueId, 0, { put: [], remove: some, moved: [] }).execute(),
    );
  }
}

function keyOf(issueId: string, name: string): string {
  return `${issueId}:${name}`;
}

function storedOf(result: StoredResult, rev: number): Stored {
  const { month, organizationId, projectId, stoppedAt, lateBy, duty, apart } = result;
  const { metric, cycle, plan, priority, outcome, createdAt } = result;
  return {
    month,
    organizationId: organizationId ?? NO_ORGANIZATION,
    projectId,
    stoppedAt,
    rev,
    data: {
      metric,
      cycle,
      plan,
      priority,
      outcome,
      createdAt,
      ...(lateBy.working === 0 && lateBy.real === 0 ? {} : { late: [lateBy.working, lateBy.real] }),
      ...(duty.length === 0 ? {} : { duty: duty.map(({ from, to, reasonCode }) => [from, to, reasonCode]) }),
      ...(apart ? { apart } : {}),
    },
  };
}

function resultOf(key: string, read: v.InferOutput<typeof storedResult>): StoredResult {
  const { month, organizationId, projectId, stoppedAt, data } = read;
  const { late = [0, 0], duty = [], apart = false, ...kept } = data;
  return {
    ...kept,
    issueId: key.slice(0, key.indexOf(':')),
    month,
    organizationId: organizationId === NO_ORGANIZATION ? null : organizationId,
    projectId,
    stoppedAt,
    lateBy: { working: late[0], real: late[1] },
    duty: duty.map(([from, to, reasonCode]) => ({ from, to, reasonCode })),
    apart,
  };
}
