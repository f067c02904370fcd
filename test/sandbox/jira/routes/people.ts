/** GET myself, user and user/bulk. */
import { ok, platformError } from '../http/answer';
import { accountOf } from '../http/call';
import type { Route } from '../http/route';
import { accountView } from '../views/people';
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
];
