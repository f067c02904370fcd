/** Looking things up as the caller: what one may not see answers 404, as if it were not there. */
import { platformError } from '../http/answer';
import type { Call } from '../http/call';
import { accountOf } from '../http/call';
import { param } from '../http/route';
import type { Comment, Issue, Project } from '../model';
import { browses, holdsGlobally, holdsOnIssue, holdsOnProject } from '../permissions';
import type { Site } from '../site';
import { visibleComments } from '../views/comments';

/** The issue named in the path, if the caller may browse it. */
export function issueOf(site: Site, call: Call): Issue {
  return browsable(site, call, param(call, 'issueIdOrKey'));
}

export function browsable(site: Site, call: Call, idOrKey: string): Issue {
  const issue = site.issue(idOrKey);
  if (issue === undefined || !browses(site, call.caller, issue)) {
    throw platformError(404, ['Issue does not exist or you do not have permission to see it.']);
  }
  return issue;
}

export function requireOnIssue(site: Site, call: Call, permission: string, issue: Issue): void {
  if (holdsOnIssue(site, accountOf(call), permission, issue)) return;
  throw platformError(403, [`You do not have the permission ${permission} on issue ${issue.key}.`]);
}

/** Administer Jira, for people; what the app may do is a matter of its scopes. */
export function requireAdmin(site: Site, call: Call): void {
  const user = accountOf(call);
  if (call.caller.kind === 'app' || holdsGlobally(site, user, 'ADMINISTER')) return;
  throw platformError(403, ['You must have the Administer Jira global permission to perform this operation.']);
}

export function browsableProject(site: Site, call: Call, idOrKey: string): Project {
  const project = site.project(idOrKey);
  if (project === undefined || !holdsOnProject(site, accountOf(call), 'BROWSE_PROJECTS', project)) {
    throw platformError(404, [`No project could be found with key or id '${idOrKey}'.`]);
  }
  return project;
}

/** A comment that the caller may see, with its issue. */
export function commentOf(site: Site, call: Call, issue: Issue, commentId: string): Comment {
  const comment = visibleComments(site, accountOf(call), issue).find(({ id }) => id === commentId);
  if (comment === undefined) throw platformError(404, [`Can not find a comment for the id: ${commentId}.`]);
  return comment;
}
