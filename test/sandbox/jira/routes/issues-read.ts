/** GET issue, POST issue/bulkfetch, GET editmeta. */
import { ok, platformError } from '../http/answer';
import { accountOf, bodyOf, idList, listParam } from '../http/call';
import type { Route } from '../http/route';
import { browses } from '../permissions';
import { editMeta } from '../views/edit-meta';
import type { IssueRequest } from '../views/issue-view';
import { issueView } from '../views/issue-view';
import { issueOf, requireOnIssue } from './find';

const MOST_HISTORIES = 100;
const MOST_COMMENTS = 5_000;
const MOST_BULK = 100;

export const wanted = (
  fields: readonly string[],
  expand: readonly string[],
  properties: readonly string[],
  limits: Pick<IssueRequest, 'mostHistories' | 'mostComments'> = {
    mostHistories: MOST_HISTORIES,
    mostComments: MOST_COMMENTS,
  },
): IssueRequest => ({ fields, expand, properties, ...limits });

export const issueReadRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/rest/api/3/issue/{issueIdOrKey}',
    audience: 'platform',
    answer: (site, call) => {
      const issue = issueOf(site, call);
      const fields = listParam(call, 'fields');
      const request = wanted(
        fields.length === 0 ? ['*all'] : fields,
        listParam(call, 'expand'),
        listParam(call, 'properties'),
      );
      return ok(issueView(site, issue, accountOf(call), request), { core: 1 });
    },
  },
  {
    method: 'POST',
    template: '/rest/api/3/issue/bulkfetch',
    audience: 'platform',
    answer: (site, call) => {
      const body = bodyOf(call);
      const asked = idList(body, 'issueIdsOrKeys');
      if (asked.length === 0) throw platformError(400, ['issueIdsOrKeys must name at least one issue.']);
      if (asked.length > MOST_BULK) throw platformError(400, [`You may only load ${MOST_BULK} issues at a time.`]);
      const fields = idList(body, 'fields');
      const request = wanted(
        fields.length === 0 ? ['*navigable'] : fields,
        idList(body, 'expand'),
        idList(body, 'properties'),
      );
      const found = asked.flatMap((idOrKey) => {
        const issue = site.issue(idOrKey);
        return issue !== undefined && browses(site, call.caller, issue) ? [issue] : [];
      });
      const issues = [...new Set(found)].sort((a, b) => Number(a.id) - Number(b.id));
      const known = new Set(issues.flatMap(({ id, key }) => [id, key]));
      const issueErrors = asked
        .filter((idOrKey) => !known.has(idOrKey) && !known.has(idOrKey.toUpperCase()))
        .map((id) => ({ id, errorMessage: 'Issue does not exist or you do not have permission to see it.' }));
      const reader = accountOf(call);
      return ok(
        { issues: issues.map((issue) => issueView(site, issue, reader, request)), issueErrors },
        { core: issues.length },
      );
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/issue/{issueIdOrKey}/editmeta',
    audience: 'platform',
    answer: (site, call) => {
      const issue = issueOf(site, call);
      requireOnIssue(site, call, 'EDIT_ISSUES', issue);
      return ok({ fields: editMeta(site, issue, accountOf(call)) }, { core: 1 });
    },
  },
];
