/** Transitions that the workflow offers to customers. */
import { documentOf } from '../../fields/adf';
import { jsmError, noContent } from '../../http/answer';
import { bodyOf, isRecord } from '../../http/call';
import type { Route } from '../../http/route';
import type { Issue, Transition } from '../../model';
import type { Site } from '../../site';
import { transitionsFrom } from '../../views/transition-views';
import { actOf } from '../../writes/act';
import { applyChanges } from '../../writes/apply-changes';
import { addComment } from '../../writes/comments';
import { requestOf } from './find-jsm';
import { jsmPage } from './jsm-paging';

const TEMPLATE = '/rest/servicedeskapi/request/{issueIdOrKey}/transition';

const open = (site: Site, issue: Issue): Transition[] =>
  transitionsFrom(site, issue).filter(({ forCustomers }) => forCustomers);

export const requestTransitionRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: TEMPLATE,
    audience: 'portal',
    answer: (site, call) => jsmPage(site, call, open(site, requestOf(site, call)), ({ id, name }) => ({ id, name })),
  },
  {
    method: 'POST',
    template: TEMPLATE,
    audience: 'portal',
    answer: (site, call) => {
      const issue = requestOf(site, call);
      const body = bodyOf(call);
      const transition = open(site, issue).find(({ id }) => id === String(body['id']));
      if (transition === undefined) throw jsmError(400, 'The transition is not available for this request.');
      const comment = isRecord(body['additionalComment']) ? body['additionalComment']['body'] : undefined;
      const act = actOf(site, call);
      applyChanges(site, issue, { status: transition.to }, act);
      if (typeof comment === 'string' && comment.trim() !== '') {
        addComment(site, issue, { body: documentOf(comment), isPublic: true, visibility: null, properties: {} }, act);
      }
      return noContent();
    },
  },
];
