import type { AdminPageApi, OrganizationView } from '../../../src/contract/admin-page';
import { standingOn } from '../../../src/core/policy/assignments';
import type { PlanAssignment } from '../../../src/core/policy/document';
import { searchable } from '../../../src/core/policy/searchable';
import type { LocalDate } from '../../../src/core/time/local-date';
import type { Call, Failure, Outcome } from '../../shared/bridge';

/** All of the site's organizations, as far as they were read. They stay in this page's memory: names are never stored. */
export interface OrganizationBook {
  readonly organizations: readonly OrganizationView[];
  readonly isComplete: boolean;
}

/** Which organizations are asked for. */
export type Filter = 'all' | 'none' | 'ended' | 'plan';
export const FILTERS: readonly Filter[] = ['all', 'none', 'ended', 'plan'];

/**
 * Reads the whole list, ten pages of Jira's a call, telling how far it is after each. Assignments come first, so that what is
 * shown of an organization is true from the start. A failure ends it.
 */
export async function readBook(
  call: Call<AdminPageApi>,
  today: LocalDate,
  onBook: (book: OrganizationBook) => void,
  isWanted: () => boolean,
): Promise<OrganizationBook | Failure> {
  const assignments = await readAssignments(call);
  if (!assignments.ok) return assignments;
  let book: OrganizationBook = { organizations: [], isComplete: false };
  for (let next: number | null = 0; next !== null && isWanted();) {
    const start: number = next;
    const outcome: Outcome<AdminPageApi['organizationNames']['response']> = await patient(() =>
      call('organizationNames', { start }),
    );
    if (!outcome.ok) return outcome;
    const { organizations } = outcome.data;
    next = outcome.data.next;
    const views = withPlans(organizations, assignments.data, today);
    book = { organizations: [...book.organizations, ...views], isComplete: next === null };
    onBook(book);
  }
  return book;
}

/** What stands for each organization, by its id. */
export type Assignments = ReadonlyMap<string, readonly PlanAssignment[]>;

/** Reads the assignments of all organizations, which takes no call of Jira. */
export async function readAssignments(call: Call<AdminPageApi>): Promise<Outcome<Assignments>> {
  const assignments = new Map<string, PlanAssignment[]>();
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const outcome: Outcome<AdminPageApi['assignments']['response']> = await patient(() =>
      call('assignments', { after }),
    );
    if (!outcome.ok) return outcome;
    for (const assignment of outcome.data.assignments) {
      const own = assignments.get(assignment.organizationId);
      if (own === undefined) assignments.set(assignment.organizationId, [assignment]);
      else own.push(assignment);
    }
    after = outcome.data.next;
  }
  return { ok: true, data: assignments };
}

const PATIENCE_MILLIS = [1_000, 2_000, 4_000];

/** Jira takes 100 calls a second of one kind: a long list may have to wait a moment. */
async function patient<T>(ask: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  let outcome = await ask();
  for (const wait of PATIENCE_MILLIS) {
    if (outcome.ok || outcome.code !== 'busy') break;
    await new Promise((resolve) => setTimeout(resolve, wait));
    outcome = await ask();
  }
  return outcome;
}

/** The organizations with the plans that stand, and what applies today. */
export function withPlans(
  organizations: readonly Pick<OrganizationView, 'id' | 'name'>[],
  plans: Assignments,
  today: LocalDate,
): readonly OrganizationView[] {
  return organizations.map(({ id, name }) => {
    const assignments = (plans.get(id) ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1));
    return { id, name, assignments, today: standingOn(assignments, today) };
  });
}

/** Those whose name contains the search in any case or accent, and that the filter lets through. */
export function found(
  organizations: readonly OrganizationView[],
  search: string,
  filter: Filter,
): readonly OrganizationView[] {
  const wanted = searchable(search);
  return organizations.filter(
    ({ name, today }) => (filter === 'all' || today.kind === filter) && searchable(name).includes(wanted),
  );
}
