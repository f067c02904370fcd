import type { CalendarKey } from '../core/policy/document';
import type { Ports } from './ports';

/** Jira lists organizations 50 a page. */
const MOST_PAGES = 20;

/** Names of the organizations with an assignment on a calendar, past ones too, since open tickets may still be under them. */
export async function calendarUse(
  ports: Pick<Ports, 'site' | 'assignments'>,
  calendar: CalendarKey,
): Promise<{ readonly organizations: readonly string[]; readonly complete: boolean }> {
  const users: string[] = [];
  let next: number | null = 0;
  for (let page = 0; page < MOST_PAGES && next !== null; page++) {
    const read = await ports.site.organizations(next);
    const assignments = await ports.assignments.ofOrganizations(read.organizations.map(({ id }) => id));
    const onIt = new Set(assignments.filter((each) => each.calendar === calendar).map((each) => each.organizationId));
    users.push(...read.organizations.filter(({ id }) => onIt.has(id)).map(({ name }) => name));
    next = read.next;
  }
  return { organizations: users, complete: next === null };
}
