/** GET and POST transitions of an issue. */
import { noContent, ok, platformError } from '../http/answer';
import { accountOf, bodyOf, isRecord } from '../http/call';
import type { Route } from '../http/route';
import { transitionsFrom, transitionViews } from '../views/transition-views';
import { actOf } from '../writes/act';
import { applyChanges } from '../writes/apply-changes';
import { addComment } from '../writes/comments';
import { readEdit } from '../writes/edit-request';
import { issueOf, requireOnIssue } from './find';

const TEMPLATE = '/rest/api/3/issue/{issueIdOrKey}/transitions';

export const transitionRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: TEMPLATE,
    audience: 'platform',
    answer: (site, call) => {
      const wantedId = call.query.get('transitionId');
      const all = transitionViews(site, issueOf(site, call), accountOf(call));
      const transitions = all.filter(({ id }) => wantedId === null || id === wantedId);
      return ok({ expand: 'transitions', transitions }, { core: transitions.length });
    },
  },
  {
    method: 'POST',
    template: TEMPLATE,
    audience: 'platform',
    answer: (site, call) => {
      const issue = issueOf(site, call);
      const body = bodyOf(call);
      const id = isRecord(body['transition']) ? String(body['transition']['id']) : null;
      if (id === null) throw platformError(400, ["Missing 'transition' identifier"]);
      requireOnIssue(site, call, 'TRANSITION_ISSUES', issue);
      const transition = transitionsFrom(site, issue).find((candidate) => candidate.id === id);
      if (transition === undefined) {
        throw platformError(400, [
          `It seems that you have tried to perform a workflow operation (${id}) that is not valid for the current state of this issue.`,
        ]);
      }
      const edit = readEdit(site, site.projectOf(issue), body, issue.values);
      const act = actOf(site, call, body['historyMetadata']);
      applyChanges(site, issue, { ...edit.values, status: transition.to }, act);
      for (const comment of edit.comments) addComment(site, issue, comment, act);
      return noContent();
    },
  },
];
