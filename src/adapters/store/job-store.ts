import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import { policyDocumentSchema } from '../../services/policy-schema';
import type { JobRun, JobState, JobStore, JobTask } from '../../services/ports';
import { storing, unlessConflict } from './store-error';
import { readListed, readStored } from './stored';

const ENTITY = 'job-run';
const PAGE = 100;
const draftKey = (runId: string): string => `job:draft:${runId}`;

const STATES = ['running', 'paused', 'finished', 'stopped'] as const satisfies readonly JobState[];
const KINDS = [
  'reconcile',
  'recompute',
  'replan',
  'import',
  'results',
  'report',
  'preview',
  'flag-preview',
] as const satisfies readonly JobTask['kind'][];

/** A task is written and read by one release or its successors, so its kind is checked and the rest taken as written. */
const storedTask = v.custom<JobTask>(
  (value) => v.safeParse(v.looseObject({ kind: v.picklist(KINDS) }), value).success,
  'task',
);

const storedRun = v.object({
  state: v.picklist(STATES),
  startedAt: v.number(),
  rev: v.number(),
  data: v.object({
    step: v.number(),
    dueAt: v.number(),
    page: v.nullable(v.string()),
    leg: v.object({ steps: v.number(), points: v.number() }),
    points: v.number(),
    done: v.number(),
    total: v.nullable(v.number()),
    task: storedTask,
  }),
});
type StoredRun = v.InferInput<typeof storedRun>;

/** Long jobs in the custom entity store, a preview's draft beside it in key-value storage. */
export const jobStore: JobStore = { get, save, inState, remove, saveDraft, draft };

async function get(runId: string): Promise<JobRun | null> {
  const value = await storing('read-job', () => kvs.entity<StoredRun>(ENTITY).get(runId));
  return value === undefined ? null : runOf(runId, value);
}

async function save({ runId, state, startedAt, rev, ...data }: JobRun): Promise<'saved' | 'conflict'> {
  const value: StoredRun = { state, startedAt, rev, data };
  const done = await unlessConflict('save-job', () =>
    rev === 1
      ? kvs.entity<StoredRun>(ENTITY).set(runId, value, { keyPolicy: 'FAIL_IF_EXISTS' })
      : kvs
          .transact()
          .set(runId, value, {
            entityName: ENTITY,
            conditions: new Filter<StoredRun>().and('rev', FilterConditions.equalTo(rev - 1)),
          })
          .execute(),
  );
  return done === 'done' ? 'saved' : 'conflict';
}

async function inState(state: JobState): Promise<readonly JobRun[]> {
  const runs: JobRun[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs
      .entity<StoredRun>(ENTITY)
      .query()
      .index('by-state', { partition: [state] })
      .where(WhereConditions.greaterThanEqualTo(0))
      .sort(Sort.ASC)
      .limit(PAGE);
    const page = await storing('read-jobs', () => (cursor === undefined ? query : query.cursor(cursor)).getMany());
    for (const { key, value } of page.results) {
      const run = readListed(storedRun, value);
      if (run !== null) runs.push(jobRun(key, run));
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return runs;
}

async function remove(runId: string): Promise<void> {
  await storing('remove-draft', () => kvs.delete(draftKey(runId)));
  await storing('remove-job', () => kvs.entity<StoredRun>(ENTITY).delete(runId));
}

async function saveDraft(runId: string, document: Parameters<JobStore['saveDraft']>[1]): Promise<void> {
  await storing('save-draft', () => kvs.set(draftKey(runId), document));
}

async function draft(runId: string): ReturnType<JobStore['draft']> {
  const value = await storing('read-draft', () => kvs.get(draftKey(runId)));
  return value === undefined ? null : readStored('read-draft', policyDocumentSchema, value);
}

function runOf(runId: string, value: unknown): JobRun {
  return jobRun(runId, readStored('read-job', storedRun, value));
}

function jobRun(runId: string, { data, ...run }: v.InferOutput<typeof storedRun>): JobRun {
  return { runId, ...run, ...data };
}
