import type { Problem } from '../contract/answer';
import type { GroupView, NamedOrganization } from '../contract/proposal';
import type { EstablishmentRow } from '../contract/proposals';
import { MOST_CENTS } from '../core/proposal/money';
import { groupCode } from '../core/proposal/register';
import { MOST_ESTABLISHMENTS } from '../core/proposal/terms';
import { named, organizationNames } from './organization-names';
import type { OrganizationName, Ports } from './ports';

type Needs = Pick<Ports, 'now' | 'site' | 'establishments'>;

/** Jira lists organizations 50 a page; a search looks through this many pages before it offers to go on. */
const PAGES_A_SEARCH = 10;
const MOST_USERS = 100_000_000;

/** Organizations whose name contains the search in any case or accent, from a place in Jira's list on. */
export async function findOrganizations(
  { site }: Pick<Ports, 'site'>,
  search: string,
  start: number,
): Promise<{ readonly organizations: readonly NamedOrganization[]; readonly next: number | null }> {
  const wanted = plain(search.trim());
  const found: OrganizationName[] = [];
  let next: number | null = start;
  for (let page = 0; page < PAGES_A_SEARCH && next !== null; page += 1) {
    const read = await site.organizations(next);
    found.push(...read.organizations.filter(({ name }) => plain(name).includes(wanted)));
    next = read.next;
    if (wanted === '' || found.length >= 50) break;
  }
  return { organizations: found.map(({ id, name }) => ({ organizationId: id, name })), next };
}

/** Organizations with what they count in an order. */
export async function listEstablishments(
  ports: Needs,
  search: string,
  start: number,
): Promise<{ readonly establishments: readonly EstablishmentRow[]; readonly next: number | null }> {
  const [{ organizations, next }, records] = await Promise.all([
    findOrganizations(ports, search, start),
    ports.establishments.records(),
  ]);
  const byId = new Map(records.map((record) => [record.organizationId, record]));
  return {
    establishments: organizations.map((organization) => {
      const record = byId.get(organization.organizationId);
      return { ...organization, fee: record?.fee ?? null, users: record?.users ?? null };
    }),
    next,
  };
}

export type SaveResult<T> =
  { readonly kind: 'saved'; readonly value: T } | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/** Records what an organization counts. Proposals made before keep the weights they were made with. */
export async function saveEstablishment(
  ports: Needs,
  wanted: { readonly organizationId: string; readonly fee: number | null; readonly users: number | null },
): Promise<SaveResult<EstablishmentRow>> {
  const { organizationId, fee, users } = wanted;
  const organization = await ports.site.organization(organizationId);
  const problems: Problem[] = [
    ...(organization === null ? [{ code: 'unknown-organization', path: 'organizationId' }] : []),
    ...(isFigure(fee, MOST_CENTS) ? [] : [{ code: 'figure-out-of-range', path: 'fee' }]),
    ...(isFigure(users, MOST_USERS) ? [] : [{ code: 'figure-out-of-range', path: 'users' }]),
  ];
  if (organization === null || problems.length > 0) return { kind: 'invalid', problems };
  await ports.establishments.saveRecord({ organizationId, fee, users, recordedAt: ports.now() });
  return { kind: 'saved', value: { organizationId, name: organization.name, fee, users } };
}

/** The groups with the organizations that Jira still has, by code. */
export async function listGroups(ports: Needs): Promise<readonly GroupView[]> {
  const groups = await ports.establishments.groups();
  const names = await organizationNames(ports, new Set(groups.flatMap(({ organizationIds }) => organizationIds)));
  return groups.map(({ code, organizationIds }) => ({ code, organizations: named(organizationIds, names) }));
}

/** Saves a group under its code, in the place of one of the same code; all groups as they are then. */
export async function saveGroup(
  ports: Needs,
  wanted: { readonly code: string; readonly organizationIds: readonly string[] },
): Promise<SaveResult<readonly GroupView[]>> {
  const code = groupCode(wanted.code);
  const organizationIds = [...new Set(wanted.organizationIds)];
  const names = await organizationNames(ports, organizationIds);
  const problems: Problem[] = [
    ...(code === null ? [{ code: 'bad-group-code', path: 'code' }] : []),
    ...(organizationIds.length === 0 ? [{ code: 'no-establishments', path: 'organizationIds' }] : []),
    ...(organizationIds.length > MOST_ESTABLISHMENTS
      ? [{ code: 'too-many-establishments', path: 'organizationIds' }]
      : []),
    ...organizationIds
      .filter((id) => !names.has(id))
      .map((id) => ({ code: 'unknown-organization', path: `organizationIds.${id}` })),
  ];
  if (code === null || problems.length > 0) return { kind: 'invalid', problems };
  await ports.establishments.saveGroup({ code, organizationIds });
  return { kind: 'saved', value: await groupsWith(ports, code, named(organizationIds, names)) };
}

/** Takes a group off the record; proposals made by it keep their establishments. */
export async function removeGroup(ports: Needs, code: string): Promise<readonly GroupView[]> {
  await ports.establishments.removeGroup(code);
  return (await listGroups(ports)).filter((group) => group.code !== code);
}

/** The listing may lag behind the write: the group just saved is as it was saved. */
async function groupsWith(
  ports: Needs,
  code: string,
  organizations: readonly NamedOrganization[],
): Promise<readonly GroupView[]> {
  const others = (await listGroups(ports)).filter((group) => group.code !== code);
  return [...others, { code, organizations }].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function isFigure(value: number | null, most: number): boolean {
  return value === null || (Number.isInteger(value) && value >= 0 && value <= most);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
