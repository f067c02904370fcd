/** Organizations: list, one, make, delete, and their members. Customers see their own alone. */
import { jsmError, noContent, ok, written } from '../../http/answer';
import { accountOf, bodyOf, idList } from '../../http/call';
import type { Route } from '../../http/route';
import type { Organization } from '../../model';
import type { Site } from '../../site';
import { jsmUserView } from '../../views/people';
import { organizationView } from '../../views/things';
import { isAnyAgent, organizationOf, requireAnyAgent } from './find-jsm';
import { jsmPage } from './jsm-paging';

/** One for all comparisons: a site has thousands of organizations. */
const BY_NAME = new Intl.Collator('en');

const LIST = '/rest/servicedeskapi/organization';
const ONE = '/rest/servicedeskapi/organization/{organizationId}';

export const organizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: LIST,
    audience: 'portal',
    answer: (site, call) => {
      const user = accountOf(call);
      const accountId = call.query.get('accountId');
      if (accountId !== null) requireAnyAgent(site, call);
      const all = Object.values(site.state.organizations);
      const seen = isAnyAgent(site, call) ? all : site.organizationsOf(user.accountId);
      const organizations = seen
        .filter(({ memberIds }) => accountId === null || memberIds.includes(accountId))
        .sort((a, b) => BY_NAME.compare(a.name, b.name));
      return jsmPage(site, call, organizations, (item) => organizationView(site, item, user.timeZone));
    },
  },
  {
    method: 'POST',
    template: LIST,
    audience: 'portal',
    answer: (site, call) => {
      requireAnyAgent(site, call);
      const { name } = bodyOf(call);
      if (typeof name !== 'string' || name.trim() === '')
        throw jsmError(400, 'The organization name must not be empty.');
      if (Object.values(site.state.organizations).some((other) => other.name === name)) {
        throw jsmError(400, `An organization named ${name} exists already.`);
      }
      const organization = makeOrganization(site, name, site.clock.now());
      return written(201, organizationView(site, organization, accountOf(call).timeZone));
    },
  },
  {
    method: 'GET',
    template: ONE,
    audience: 'portal',
    answer: (site, call) =>
      ok(organizationView(site, organizationOf(site, call), accountOf(call).timeZone), { core: 1 }),
  },
  {
    method: 'DELETE',
    template: ONE,
    audience: 'portal',
    answer: (site, call) => {
      requireAnyAgent(site, call);
      const { id } = organizationOf(site, call);
      delete site.state.organizations[id];
      for (const project of Object.values(site.state.projects)) {
        project.organizationIds = project.organizationIds.filter((other) => other !== id);
      }
      return noContent();
    },
  },
  {
    method: 'GET',
    template: `${ONE}/user`,
    audience: 'portal',
    answer: (site, call) => {
      requireAnyAgent(site, call);
      const members = organizationOf(site, call).memberIds.map((accountId) => site.user(accountId));
      return jsmPage(site, call, members, (user) => jsmUserView(site, user), 'identity');
    },
  },
  {
    method: 'POST',
    template: `${ONE}/user`,
    audience: 'portal',
    answer: (site, call) => {
      requireAnyAgent(site, call);
      const organization = organizationOf(site, call);
      const accountIds = idList(bodyOf(call), 'accountIds');
      const unknown = accountIds.filter((id) => site.state.users[id] === undefined);
      if (unknown.length > 0) throw jsmError(400, `These accounts do not exist: ${unknown.join(', ')}`);
      organization.memberIds = [...new Set([...organization.memberIds, ...accountIds])];
      return noContent();
    },
  },
  {
    method: 'DELETE',
    template: `${ONE}/user`,
    audience: 'portal',
    answer: (site, call) => {
      requireAnyAgent(site, call);
      const organization = organizationOf(site, call);
      const gone = idList(bodyOf(call), 'accountIds');
      organization.memberIds = organization.memberIds.filter((id) => !gone.includes(id));
      return noContent();
    },
  },
];

/** A new organization without members, attached to no service desk. */
export function makeOrganization(site: Site, name: string, created: number): Organization {
  const id = site.nextId();
  const organization: Organization = {
    id,
    uuid: `00000000-0000-4000-8000-${id.padStart(12, '0')}`,
    name,
    created,
    memberIds: [],
    properties: {},
  };
  site.state.organizations[id] = organization;
  return organization;
}
