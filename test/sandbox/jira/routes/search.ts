/** search/jql, approximate-count and jql/match: the issues that the caller may browse. */
import { ok, platformError } from '../http/answer';
import type { Answer } from '../http/answer';
import type { Call } from '../http/call';
import { accountOf, bodyOf, idList, listParam } from '../http/call';
import type { Route } from '../http/route';
import { runQuery } from '../jql/evaluate';
import { JqlError } from '../jql/jql-error';
import { parseJql } from '../jql/parse';
import type { Issue } from '../model';
import { browses } from '../permissions';
import type { Site } from '../site';
import { issueView } from '../views/issue-view';
import { wanted } from './issues-read';
import { readToken, writeToken } from './tokens';

const PAGE = 50;
/** With ids alone a page may hold 5,000; with fields Jira gives fewer, here a hundred. */
const MOST_IDS = 5_000;
const MOST_WITH_FIELDS = 100;
const MOST_PROPERTIES = 5;
/** Search embeds fewer comments and histories than GET issue; the rest is read from the issue. */
const EMBEDDED = { mostComments: 20, mostHistories: 40 };

interface SearchRequest {
  jql: string;
  fields: string[];
  expand: string[];
  properties: string[];
  maxResults: number;
  token: unknown;
}

export const searchRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/rest/api/3/search/jql',
    audience: 'platform',
    answer: (site, call) => {
      const body = bodyOf(call);
      return search(site, call, {
        jql: jqlIn(body),
        fields: idList(body, 'fields'),
        expand: typeof body['expand'] === 'string' ? body['expand'].split(',') : [],
        properties: idList(body, 'properties'),
        maxResults: typeof body['maxResults'] === 'number' ? body['maxResults'] : PAGE,
        token: body['nextPageToken'],
      });
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/search/jql',
    audience: 'platform',
    answer: (site, call) =>
      search(site, call, {
        jql: call.query.get('jql') ?? '',
        fields: listParam(call, 'fields'),
        expand: listParam(call, 'expand'),
        properties: listParam(call, 'properties'),
        maxResults: Number(call.query.get('maxResults') ?? PAGE),
        token: call.query.get('nextPageToken'),
      }),
  },
  {
    method: 'POST',
    template: '/rest/api/3/search/approximate-count',
    audience: 'platform',
    answer: (site, call) => ok({ count: found(site, call, jqlIn(bodyOf(call)), true).length }, {}),
  },
  {
    method: 'POST',
    template: '/rest/api/3/jql/match',
    audience: 'platform',
    answer: (site, call) => {
      const body = bodyOf(call);
      const ids = new Set(idList(body, 'issueIds'));
      const matches = idList(body, 'jqls').map((jql) => {
        try {
          const issues = found(site, call, jql, false).filter(({ id }) => ids.has(id));
          return { matchedIssues: issues.map(({ id }) => Number(id)), errors: [] };
        } catch (error) {
          if (!(error instanceof Error)) throw error;
          return { matchedIssues: [], errors: [error.message] };
        }
      });
      return ok({ matches }, { core: ids.size });
    },
  },
];

const jqlIn = (body: Record<string, unknown>): string => (typeof body['jql'] === 'string' ? body['jql'] : '');

function search(site: Site, call: Call, request: SearchRequest): Answer {
  if (request.properties.length > MOST_PROPERTIES) {
    throw platformError(400, [`No more than ${MOST_PROPERTIES} properties can be asked for.`]);
  }
  const issues = found(site, call, request.jql, true);
  const onlyIds = request.fields.every((field) => field === 'id' || field === 'key') && request.expand.length === 0;
  const size = Math.max(1, Math.min(request.maxResults || PAGE, onlyIds ? MOST_IDS : MOST_WITH_FIELDS));
  const from = readToken(request.token, request.jql);
  const shown = issues.slice(from, from + size);
  const isLast = from + shown.length >= issues.length;
  const reader = accountOf(call);
  const view = wanted(request.fields, request.expand, request.properties, EMBEDDED);
  return ok(
    {
      issues: shown.map((issue) =>
        onlyIds && request.fields.length === 0 && request.properties.length === 0
          ? { id: issue.id }
          : issueView(site, issue, reader, view),
      ),
      isLast,
      ...(isLast ? {} : { nextPageToken: writeToken(from + shown.length, request.jql) }),
    },
    { core: shown.length },
  );
}

/** Matching issues that the caller may browse. 400 with Jira's words for a query that is wrong or unbounded. */
function found(site: Site, call: Call, jql: string, mustBeBounded: boolean): Issue[] {
  try {
    const query = parseJql(jql);
    if (mustBeBounded && query.where === null) {
      throw new JqlError('Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
    }
    const visible = Object.values(site.state.issues).filter((issue) => browses(site, call.caller, issue));
    return runQuery({ site, user: accountOf(call) }, query, visible);
  } catch (error) {
    if (error instanceof JqlError) throw platformError(400, [error.message]);
    throw error;
  }
}
