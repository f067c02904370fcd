import type { Ports } from './ports';

/** Up to so many, each is asked for; from there on the site's list is read, 50 a page. */
const ASKED_ONE_BY_ONE = 10;

/** Names of organizations by id, without those that Jira does not know. For an answer, never stored. */
export async function organizationNames(
  ports: Pick<Ports, 'site'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length <= ASKED_ONE_BY_ONE) {
    const found = await Promise.all(wanted.map((id) => ports.site.organization(id)));
    return new Map(
      found.flatMap((organization) => (organization === null ? [] : [[organization.id, organization.name]])),
    );
  }
  const names = new Map<string, string>();
  let next: number | null = 0;
  while (next !== null && names.size < wanted.length) {
    const page = await ports.site.organizations(next);
    for (const { id, name } of page.organizations) if (wanted.includes(id)) names.set(id, name);
    next = page.next;
  }
  return names;
}
