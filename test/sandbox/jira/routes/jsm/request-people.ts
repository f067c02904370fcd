/** Participants of a request: read, added, removed by those who see it. */
import type { Answer } from '../../http/answer';
import { jsmError } from '../../http/answer';
import type { Call } from '../../http/call';
import { accountOf, bodyOf, idList } from '../../http/call';
import { PARTICIPANTS } from '../../fields/system-fields';
import type { Route } from '../../http/route';
import type { Issue } from '../../model';
import { isAgent } from '../../permissions';
import type { Site } from '../../site';
import { jsmUserView } from '../../views/people';
import { participants } from '../../views/request-view';
import { actOf } from '../../writes/act';
import { applyChanges } from '../../writes/apply-changes';
import { requestOf } from './find-jsm';
import { jsmPage } from './jsm-paging';

const TEMPLATE = '/rest/servicedeskapi/request/{issueIdOrKey}/participant';

export const requestPeopleRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: TEMPLATE,
    audience: 'portal',
    answer: (site, call) => list(site, call, requestOf(site, call)),
  },
  {
    method: 'POST',
    template: TEMPLATE,
    audience: 'portal',
    answer: (site, call) => change(site, call, (now, given) => [...now, ...given.filter((id) => !now.includes(id))]),
  },
  {
    method: 'DELETE',
    template: TEMPLATE,
    audience: 'portal',
    answer: (site, call) => change(site, call, (now, given) => now.filter((id) => !given.includes(id))),
  },
];

const list = (site: Site, call: Call, issue: Issue): Answer =>
  jsmPage(site, call, participants(site, issue), (user) => jsmUserView(site, user), 'identity');

function change(site: Site, call: Call, next: (now: string[], given: string[]) => string[]): Answer {
  const issue = requestOf(site, call);
  const user = accountOf(call);
  if (issue.values['reporter'] !== user.accountId && !isAgent(site, user, site.projectOf(issue))) {
    throw jsmError(403, 'You do not have permission to manage participants of this request.');
  }
  const given = idList(bodyOf(call), 'accountIds');
  const unknown = given.find((id) => site.state.users[id] === undefined);
  if (unknown !== undefined) throw jsmError(400, `The participant ${unknown} does not exist.`);
  const now = participants(site, issue).map(({ accountId }) => accountId);
  applyChanges(site, issue, { [PARTICIPANTS]: next(now, given) }, actOf(site, call));
  return { ...list(site, call, issue), objects: null };
}
