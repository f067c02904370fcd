/** Requests: raise one, read one, list one's own, and the statuses it has had. */
import { ORGANIZATIONS } from '../../fields/system-fields';
import { jsmError, ok, written } from '../../http/answer';
import { accountOf, listParam } from '../../http/call';
import type { Route } from '../../http/route';
import { textIn } from '../../issue-values';
import type { Issue, User } from '../../model';
import { isCustomerOf, seesRequest } from '../../permissions';
import type { Site } from '../../site';
import { requestTypeOfIssue, requestView, statusHistory } from '../../views/request-view';
import { requestOf } from './find-jsm';
import { jsmPage } from './jsm-paging';
import { raiseRequest } from './raise-request';

const LIST = '/rest/servicedeskapi/request';
const ONE = '/rest/servicedeskapi/request/{issueIdOrKey}';

export const requestRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: LIST,
    audience: 'portal',
    answer: (site, call) => written(201, requestView(site, raiseRequest(site, call), accountOf(call), [])),
  },
  {
    method: 'GET',
    template: LIST,
    audience: 'portal',
    answer: (site, call) => {
      const user = accountOf(call);
      const deskId = call.query.get('serviceDeskId');
      const typeId = call.query.get('requestTypeId');
      const words = (call.query.get('searchTerm') ?? '').toLowerCase();
      const ownership = listParam(call, 'requestOwnership');
      const status = call.query.get('requestStatus') ?? 'ALL_REQUESTS';
      const requests = Object.values(site.state.issues)
        .filter((issue) => requestTypeOfIssue(site, issue) !== null && seesRequest(site, user, issue))
        .filter((issue) => isOwnedAs(site, user, issue, ownership))
        .filter((issue) => deskId === null || site.projectOf(issue).serviceDeskId === deskId)
        .filter((issue) => typeId === null || requestTypeOfIssue(site, issue)?.id === typeId)
        .filter((issue) => `${issue.key} ${textIn(issue, 'summary')}`.toLowerCase().includes(words))
        .filter((issue) => status === 'ALL_REQUESTS' || (status === 'CLOSED_REQUESTS') === isDone(site, issue))
        .sort((a, b) => b.created - a.created || Number(b.id) - Number(a.id));
      const expand = listParam(call, 'expand');
      return jsmPage(site, call, requests, (issue) => requestView(site, issue, user, expand));
    },
  },
  {
    method: 'GET',
    template: ONE,
    audience: 'portal',
    answer: (site, call) =>
      ok(requestView(site, requestOf(site, call), accountOf(call), listParam(call, 'expand')), { core: 1 }),
  },
  {
    method: 'GET',
    template: `${ONE}/status`,
    audience: 'portal',
    answer: (site, call) =>
      jsmPage(site, call, statusHistory(site, requestOf(site, call), accountOf(call).timeZone), (item) => item),
  },
];

/** Without requestOwnership: one's own and those one takes part in, as the contract's default says. */
function isOwnedAs(site: Site, user: User, issue: Issue, ownership: readonly string[]): boolean {
  const kinds = ownership.length === 0 ? ['OWNED_REQUESTS', 'PARTICIPATED_REQUESTS'] : ownership;
  const isReporter = issue.values['reporter'] === user.accountId;
  return kinds.some((kind) => {
    switch (kind) {
      case 'OWNED_REQUESTS':
        return isReporter;
      case 'PARTICIPATED_REQUESTS':
        return !isReporter && isCustomerOf(site, user, issue) && !sharedOnly(site, user, issue);
      case 'ORGANIZATION':
      case 'ALL_ORGANIZATIONS':
        return !isReporter && sharedOnly(site, user, issue);
      case 'ALL_REQUESTS':
        return isCustomerOf(site, user, issue);
      default:
        throw jsmError(400, `${kind} is not a request ownership.`);
    }
  });
}

/** Seen as a member of an organization alone: neither reporter nor participant. */
function sharedOnly(site: Site, user: User, issue: Issue): boolean {
  const withoutOrganizations: Issue = { ...issue, values: { ...issue.values, [ORGANIZATIONS]: [] } };
  return isCustomerOf(site, user, issue) && !isCustomerOf(site, user, withoutOrganizations);
}

const isDone = (site: Site, issue: Issue): boolean => site.state.statuses[textIn(issue, 'status')]?.category === 'done';
