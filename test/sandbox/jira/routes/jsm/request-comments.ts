/** Comments of a request: customers read and write public ones, agents both kinds. */
import { documentOf } from '../../fields/adf';
import { jsmError, ok, written } from '../../http/answer';
import { accountOf, bodyOf } from '../../http/call';
import type { Route } from '../../http/route';
import { param } from '../../http/route';
import type { Comment, Issue, User } from '../../model';
import { isAgent } from '../../permissions';
import type { Site } from '../../site';
import { requestCommentView } from '../../views/request-view';
import { actOf } from '../../writes/act';
import { addComment } from '../../writes/comments';
import { requestOf } from './find-jsm';
import { jsmPage } from './jsm-paging';

const TEMPLATE = '/rest/servicedeskapi/request/{issueIdOrKey}/comment';

export const requestCommentRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: TEMPLATE,
    audience: 'portal',
    answer: (site, call) => {
      const issue = requestOf(site, call);
      const reader = accountOf(call);
      const comments = seenBy(site, reader, issue)
        .filter(({ isPublic }) => isPublic || call.query.get('internal') !== 'false')
        .filter(({ isPublic }) => !isPublic || call.query.get('public') !== 'false');
      return jsmPage(site, call, comments, (comment) => requestCommentView(site, issue, comment, reader));
    },
  },
  {
    method: 'GET',
    template: `${TEMPLATE}/{commentId}`,
    audience: 'portal',
    answer: (site, call) => {
      const issue = requestOf(site, call);
      const reader = accountOf(call);
      const comment = seenBy(site, reader, issue).find(({ id }) => id === param(call, 'commentId'));
      if (comment === undefined) throw jsmError(404, `The comment with ID ${param(call, 'commentId')} does not exist.`);
      return ok(requestCommentView(site, issue, comment, reader), { core: 1 });
    },
  },
  {
    method: 'POST',
    template: TEMPLATE,
    audience: 'portal',
    answer: (site, call) => {
      const issue = requestOf(site, call);
      const author = accountOf(call);
      const { body, public: isPublic = true } = bodyOf(call);
      if (typeof body !== 'string' || body.trim() === '') throw jsmError(400, 'Comment body can not be empty!');
      if (isPublic !== true && !isAgent(site, author, site.projectOf(issue))) {
        throw jsmError(403, 'You do not have permission to add an internal comment.');
      }
      const input = { body: documentOf(body), isPublic: isPublic === true, visibility: null, properties: {} };
      const comment = addComment(site, issue, input, actOf(site, call));
      return written(201, requestCommentView(site, issue, comment, author));
    },
  },
];

const seenBy = (site: Site, reader: User, issue: Issue): Comment[] =>
  isAgent(site, reader, site.projectOf(issue)) ? issue.comments : issue.comments.filter(({ isPublic }) => isPublic);
