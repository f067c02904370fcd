/** GET myself, user, user/bulk, user/assignable/search and groups/picker. */
import { createHash } from 'node:crypto';
import { ok, platformError } from '../http/answer';
import { accountOf, numberParam } from '../http/call';
import type { Route } from '../http/route';
import { holdsGlobally, holdsOnProject } from '../permissions';
import { accountView, userView } from '../views/people';
import { browsableProject } from './find';
import { countOf, page, windowOf } from './paging';

export const peopleRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/rest/api/3/myself',
    audience: 'platform',
    answer: (site, call) => ok(accountView(site, accountOf(call), true), { identity: 1 }),
  },
  {
    method: 'GET',
    template: '/rest/api/3/user',
    audience: 'platform',
    answer: (site, call) => {
      const accountId = call.query.get('accountId');
      if (accountId === null) throw platformError(400, ["The query parameter 'accountId' is required."]);
      const user = site.state.users[accountId];
      if (user === undefined)
        throw platformError(404, [`Specified user does not exist or you do not have required permissions`]);
      return ok(accountView(site, user, false), { identity: 1 });
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/user/bulk',
    audience: 'platform',
    answer: (site, call) => {
      const asked = call.query.getAll('accountId');
      if (asked.length === 0) throw platformError(400, ["The query parameter 'accountId' is required."]);
      const users = asked.flatMap((accountId) => site.state.users[accountId] ?? []);
      const window = windowOf(call, 10, 200);
      const view = page(site, call, users, window, (user) => accountView(site, user, false));
      return ok(view, { identity: countOf(users, window) });
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/user/assignable/search',
    audience: 'platform',
    answer: (site, call) => {
      const project = call.query.get('project');
      if (project === null) throw platformError(400, ["One of 'project' or 'issueKey' is required."]);
      const within = browsableProject(site, call, project);
      const assignable = Object.values(site.state.users)
        .filter((user) => holdsOnProject(site, user, 'ASSIGNABLE_USER', within))
        .sort((a, b) => a.displayName.localeCompare(b.displayName))
        .slice(0, numberParam(call, 'maxResults', 50, 1_000));
      return ok(
        assignable.map((user) => userView(site, user)),
        { identity: assignable.length },
      );
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/groups/picker',
    audience: 'platform',
    answer: (site, call) => {
      // Whoever may not browse users and groups is given none, not a refusal.
      const mayBrowse = holdsGlobally(site, accountOf(call), 'USER_PICKER');
      const asked = call.query.get('query') ?? '';
      const all = [...new Set(Object.values(site.state.users).flatMap(({ groups }) => groups))].sort();
      const found = mayBrowse ? all.filter((name) => name.toLowerCase().includes(asked.toLowerCase())) : [];
      const shown = found.slice(0, numberParam(call, 'maxResults', 20, 1_000));
      return ok(
        {
          header: `Showing ${shown.length} of ${found.length} matching groups`,
          total: found.length,
          groups: shown.map((name) => ({ name, html: name, labels: [], groupId: groupIdOf(name) })),
        },
        { identity: shown.length },
      );
    },
  },
];

/** The stand-in keeps groups by their names alone. */
const groupIdOf = (name: string): string => createHash('sha1').update(name).digest('hex').slice(0, 32);
