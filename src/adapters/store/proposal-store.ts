import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import { CURRENCIES } from '../../core/proposal/money';
import type { OfferState, ProposalEntry } from '../../core/proposal/proposal';
import type { ProposalRow, ProposalStore } from '../../services/ports';
import { storing, unlessConflict } from './store-error';
import { readListed, readStored } from './stored';

const ENTITY = 'proposal';
const PAGE = 25;
const STATES = ['proposed', 'accepted', 'declined', 'withdrawn'] as const satisfies readonly OfferState[];

/** An establishment takes one short list, so that a long order with all its answers stays far below the store's 240 KB. */
const storedEstablishment = v.tuple([v.string(), v.number(), v.number()]);

const storedEntry = v.variant('kind', [
  v.object({
    kind: v.literal('proposed'),
    at: v.number(),
    version: v.number(),
    total: v.object({ cents: v.number(), currency: v.picklist(CURRENCIES) }),
    orderedBy: v.nullable(v.string()),
    basis: v.picklist(['equal', 'fee', 'users']),
    establishments: v.array(storedEstablishment),
  }),
  v.object({
    kind: v.picklist(['accepted', 'declined']),
    at: v.number(),
    version: v.number(),
    organizationId: v.string(),
  }),
  v.object({ kind: v.literal('withdrawn'), at: v.number(), version: v.number() }),
]);

const storedRow = v.object({
  state: v.picklist(STATES),
  updatedAt: v.number(),
  rev: v.number(),
  data: v.object({ entries: v.array(storedEntry) }),
});
type StoredRow = v.InferInput<typeof storedRow>;
type StoredEntry = v.InferOutput<typeof storedEntry>;

/** Proposals in the custom entity store, one row a ticket. `get` is strictly consistent, the list is eventually so. */
export const proposalStore: ProposalStore = { get, save, inState };

async function get(issueId: string): Promise<ProposalRow | null> {
  const value = await storing('read-proposal', () => kvs.entity<StoredRow>(ENTITY).get(issueId));
  return value === undefined ? null : rowOf(issueId, value);
}

async function save({ issueId, state, updatedAt, rev, entries }: ProposalRow): Promise<'saved' | 'conflict'> {
  const value: StoredRow = { state, updatedAt, rev, data: { entries: entries.map(toStored) } };
  const done = await unlessConflict('save-proposal', () =>
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

async function inState(state: OfferState, page: string | null): ReturnType<ProposalStore['inState']> {
  const query = kvs
    .entity<StoredRow>(ENTITY)
    .query()
    .index('by-state', { partition: [state] })
    .where(WhereConditions.greaterThanEqualTo(0))
    .sort(Sort.DESC)
    .limit(PAGE);
  const found = await storing('read-proposals', () => (page === null ? query : query.cursor(page)).getMany());
  const rows = found.results.flatMap(({ key, value }) => {
    const row = readListed(storedRow, value);
    return row === null ? [] : [proposalRow(key, row)];
  });
  return { rows, next: found.nextCursor ?? null };
}

function rowOf(issueId: string, value: unknown): ProposalRow {
  return proposalRow(issueId, readStored('read-proposal', storedRow, value));
}

function proposalRow(issueId: string, { data, ...row }: v.InferOutput<typeof storedRow>): ProposalRow {
  return { issueId, ...row, entries: data.entries.map(fromStored) };
}

function toStored(entry: ProposalEntry): StoredEntry {
  if (entry.kind !== 'proposed') return { ...entry };
  const { version, total, orderedBy, basis, establishments } = entry.offer;
  return {
    kind: 'proposed',
    at: entry.at,
    version,
    total: { ...total },
    orderedBy,
    basis,
    establishments: establishments.map(({ organizationId, weight, cents }) => [organizationId, weight, cents]),
  };
}

function fromStored(entry: StoredEntry): ProposalEntry {
  if (entry.kind !== 'proposed') return entry;
  const { kind, at, establishments, ...offer } = entry;
  return {
    kind,
    at,
    offer: {
      ...offer,
      at,
      establishments: establishments.map(([organizationId, weight, cents]) => ({ organizationId, weight, cents })),
    },
  };
}
