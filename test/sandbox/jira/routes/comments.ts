/** Comments of an issue on the platform: list, read, write, edit, delete. */
import { noContent, ok, platformError, written } from '../http/answer';
import type { Call } from '../http/call';
import { accountOf, bodyOf, listParam } from '../http/call';
import type { Route } from '../http/route';
import { param } from '../http/route';
import type { Comment, Issue } from '../model';
import { holdsOnIssue } from '../permissions';
import type { Site } from '../site';
import { commentView, visibleComments } from '../views/comments';
import { actOf } from '../writes/act';
import { addComment, deleteComment, editComment } from '../writes/comments';
import { parseBody, parseComment, parseProperties } from '../writes/parse-comment';
import { commentOf, issueOf, requireOnIssue } from './find';
import { countOf, windowOf } from './paging';

const MOST = 5_000;
const LIST = '/rest/api/3/issue/{issueIdOrKey}/comment';
const ONE = '/rest/api/3/issue/{issueIdOrKey}/comment/{id}';

const withProperties = (call: Call): boolean => listParam(call, 'expand').includes('properties');

export const commentRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: LIST,
    audience: 'platform',
    answer: (site, call) => {
      const issue = issueOf(site, call);
      const reader = accountOf(call);
      const comments = inOrder(visibleComments(site, reader, issue), call.query.get('orderBy'));
      const window = windowOf(call, MOST);
      const shown = comments.slice(window.startAt, window.startAt + window.maxResults);
      return ok(
        {
          startAt: window.startAt,
          maxResults: window.maxResults,
          total: comments.length,
          comments: shown.map((comment) => commentView(site, issue, comment, reader, withProperties(call))),
        },
        { core: countOf(comments, window) },
      );
    },
  },
  {
    method: 'POST',
    template: LIST,
    audience: 'platform',
    answer: (site, call) => {
      const issue = issueOf(site, call);
      requireOnIssue(site, call, 'ADD_COMMENTS', issue);
      const comment = addComment(site, issue, parseComment(bodyOf(call), site.projectOf(issue)), actOf(site, call));
      return written(201, commentView(site, issue, comment, accountOf(call), withProperties(call)));
    },
  },
  {
    method: 'GET',
    template: ONE,
    audience: 'platform',
    answer: (site, call) => {
      const issue = issueOf(site, call);
      const comment = commentOf(site, call, issue, param(call, 'id'));
      return ok(commentView(site, issue, comment, accountOf(call), withProperties(call)), { core: 1 });
    },
  },
  {
    method: 'PUT',
    template: ONE,
    audience: 'platform',
    answer: (site, call) => {
      const issue = issueOf(site, call);
      const comment = commentOf(site, call, issue, param(call, 'id'));
      requireOnComment(site, call, issue, comment, 'EDIT');
      const body = bodyOf(call);
      const document = parseBody(body['body']);
      Object.assign(comment.properties, parseProperties(body['properties']));
      editComment(site, issue, comment, document, actOf(site, call));
      return written(200, commentView(site, issue, comment, accountOf(call), withProperties(call)));
    },
  },
  {
    method: 'DELETE',
    template: ONE,
    audience: 'platform',
    answer: (site, call) => {
      const issue = issueOf(site, call);
      const comment = commentOf(site, call, issue, param(call, 'id'));
      requireOnComment(site, call, issue, comment, 'DELETE');
      deleteComment(site, issue, comment, actOf(site, call));
      return noContent();
    },
  },
];

function inOrder(comments: readonly Comment[], orderBy: string | null): readonly Comment[] {
  if (orderBy === null || orderBy === 'created' || orderBy === '+created') return comments;
  if (orderBy === '-created') return comments.toReversed();
  throw platformError(400, [`Comments cannot be ordered by '${orderBy}'.`]);
}

/** One's own comments by the OWN permission, everyone's by the ALL permission. */
function requireOnComment(site: Site, call: Call, issue: Issue, comment: Comment, verb: 'EDIT' | 'DELETE'): void {
  const user = accountOf(call);
  const isOwn = comment.authorId === user.accountId && holdsOnIssue(site, user, `${verb}_OWN_COMMENTS`, issue);
  if (isOwn || holdsOnIssue(site, user, `${verb}_ALL_COMMENTS`, issue)) return;
  throw platformError(400, [`You do not have permission to ${verb.toLowerCase()} comment ${comment.id}.`]);
}
