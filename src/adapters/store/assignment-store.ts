import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { PlanAssignment } from '../../core/policy/document';
import type { AssignmentStore } from '../../services/ports';
import { storing } from './store-error';

const ENTITY = 'assignment';
const PAGE = 100;

const storedAssignment = v.pipe(
  v.object({
    organizationId: v.string(),
    plan: v.string(),
    from: v.string(),
    rev: v.number(),
    data: v.object({ to: v.nullable(v.string()), calendar: v.nullable(v.string()), recordedAt: v.number() }),
  }),
  v.transform(({ organizationId, plan, from, data }): PlanAssignment => ({ organizationId, plan, from, ...data })),
);
type StoredAssignment = v.InferInput<typeof storedAssignment>;

/** Plan assignments in the custom entity store, one row for each organization and first day. */
export const assignmentStore: AssignmentStore = { ofOrganizations, save, remove };

async function ofOrganizations(organizationIds: readonly string[]): Promise<readonly PlanAssignment[]> {
  return (await Promise.all([...new Set(organizationIds)].map(ofOrganization))).flat();
}

async function ofOrganization(organizationId: string): Promise<readonly PlanAssignment[]> {
  const all: PlanAssignment[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs
      .entity<StoredAssignment>(ENTITY)
      .query()
      .index('by-org', { partition: [organizationId] })
      .limit(PAGE);
    const page = await storing('read-assignments', () =>
      (cursor === undefined ? query : query.cursor(cursor)).getMany(),
    );
    all.push(...page.results.map(({ value }) => v.parse(storedAssignment, value)));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return all;
}

async function save({ organizationId, plan, from, ...data }: PlanAssignment): Promise<void> {
  const key = keyOf(organizationId, from);
  const value: StoredAssignment = { organizationId, plan, from, rev: 1, data };
  await storing('save-assignment', () => kvs.entity<StoredAssignment>(ENTITY).set(key, value));
}

async function remove(organizationId: string, from: string): Promise<boolean> {
  const key = keyOf(organizationId, from);
  const present = await storing('read-assignments', () => kvs.entity<StoredAssignment>(ENTITY).get(key));
  if (present === undefined) return false;
  await storing('remove-assignment', () => kvs.entity<StoredAssignment>(ENTITY).delete(key));
  return true;
}

function keyOf(organizationId: string, from: string): string {
  return `${organizationId}:${from}`;
}
