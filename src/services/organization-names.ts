import type { NamedOrganization } from '../contract/proposal';
import type { Ports } from './ports';

/** Up to so many, each is asked for; from there on the site's list is read, 50 a page. */
const ASKED_ONE_BY_ONE = 10;

/**
 * Names of organizations by id: those already known, the rest from Jira, without those that Jira does not know. For an
 * answer, never stored.
 */
export async function organizationNames(
  { site }: Pick<Ports, 'site'>,
  ids: Iterable<string>,
  known: Readonly<Record<string, string>> = {},
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const missing = new Set<string>();
  for (const id of ids) {
    const name = Object.hasOwn(known, id) ? known[id] : undefined;
    if (name === undefined) missing.add(id);
    else names.set(id, name);
  }
  if (missing.size <= ASKED_ONE_BY_ONE) {
    const found = await Promise.all([...missing].map((id) => site.organization(id)));
    for (const organization of found) if (organization !== null) names.set(organization.id, organization.name);
    return names;
  }
  for (let next: number | null = 0; next !== null && missing.size > 0;) {
    const page = await site.organizations(next);
    for (const { id, name } of page.organizations) if (missing.delete(id)) names.set(id, name);
    next = page.next;
  }
  return names;
}

/** Organizations as the names say, in their order; those without a name are left out. */
export function named(
  organizationIds: readonly string[],
  names: ReadonlyMap<string, string>,
): readonly NamedOrganization[] {
  return organizationIds.flatMap((organizationId) => {
    const name = names.get(organizationId);
    return name === undefined ? [] : [{ organizationId, name }];
  });
}
