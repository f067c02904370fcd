/** GET issue/{}/changelog (ISO text, 100 a page, oldest first) and POST changelog/bulkfetch (epoch numbers). */
import { ok, platformError } from '../http/answer';
import { accountOf, bodyOf, idList } from '../http/call';
import type { Route } from '../http/route';
import type { History, Issue, Json } from '../model';
import { groupBy } from '../grouping';
import { browses } from '../permissions';
import { historyView } from '../views/histories';
import { jiraTimestamp } from '../views/times';
import { issueOf } from './find';
import { countOf, page, windowOf } from './paging';
import { readToken, writeToken } from './tokens';

const PAGE = 100;
const MOST_ISSUES = 1_000;
const MOST_FIELDS = 10;
const BULK_PAGE = 1_000;
const MOST_BULK_PAGE = 10_000;

export const changelogRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/rest/api/3/issue/{issueIdOrKey}/changelog',
    audience: 'platform',
    answer: (site, call) => {
      const { histories } = issueOf(site, call);
      const { timeZone } = accountOf(call);
      const window = windowOf(call, PAGE);
      const show = (history: History): Json => historyView(site, history, jiraTimestamp(history.created, timeZone));
      return ok(page(site, call, histories, window, show), { core: countOf(histories, window) });
    },
  },
  {
    method: 'POST',
    template: '/rest/api/3/changelog/bulkfetch',
    audience: 'platform',
    answer: (site, call) => {
      const body = bodyOf(call);
      const asked = idList(body, 'issueIdsOrKeys');
      const fieldIds = idList(body, 'fieldIds');
      if (asked.length === 0) throw platformError(400, ['issueIdsOrKeys must name at least one issue.']);
      if (asked.length > MOST_ISSUES) {
        throw platformError(400, [
          'You may only load changelogs for a maximum of 1,000 issues by ID or key at a time.',
        ]);
      }
      if (fieldIds.length > MOST_FIELDS)
        throw platformError(400, [`You may filter by no more than ${MOST_FIELDS} fields.`]);
      const issues = new Set(asked.map((idOrKey) => site.issue(idOrKey)));
      const entries = [...issues]
        .filter((issue) => issue !== undefined && browses(site, call.caller, issue))
        .flatMap((issue) => (issue === undefined ? [] : historiesOf(issue, fieldIds)));
      const size = Math.min(typeof body['maxResults'] === 'number' ? body['maxResults'] : BULK_PAGE, MOST_BULK_PAGE);
      const from = readToken(body['nextPageToken'], 'changelog');
      const shown = entries.slice(from, from + size);
      const isLast = from + shown.length >= entries.length;
      const issueChangeLogs = [...groupBy(shown, ({ issue }) => issue)].map(([issue, group]) => ({
        issueId: issue.id,
        changeHistories: group.map(({ history }) => historyView(site, history, history.created)),
      }));
      const nextPageToken = isLast ? null : writeToken(from + shown.length, 'changelog');
      return ok({ issueChangeLogs, nextPageToken }, { core: shown.length });
    },
  },
];

function historiesOf(issue: Issue, fieldIds: readonly string[]): { issue: Issue; history: History }[] {
  return issue.histories.flatMap((history) => {
    const items = history.items.filter((item) => fieldIds.length === 0 || fieldIds.includes(item.fieldId));
    return items.length === 0 ? [] : [{ issue, history: { ...history, items } }];
  });
}
