/** POST, PUT and DELETE issue. */
import { noContent, platformError, written } from '../http/answer';
import { accountOf, bodyOf, isRecord, listParam } from '../http/call';
import type { Route } from '../http/route';
import type { IssueType, Project } from '../model';
import { holdsOnProject } from '../permissions';
import type { Site } from '../site';
import { issueDeleted } from '../events/issue-events';
import { issueView } from '../views/issue-view';
import { requireOnCreateScreen } from '../screens';
import { actOf } from '../writes/act';
import { applyChanges } from '../writes/apply-changes';
import { addComment } from '../writes/comments';
import { createIssue } from '../writes/create-issue';
import { readEdit } from '../writes/edit-request';
import { parseProperties } from '../writes/parse-comment';
import { issueOf, requireOnIssue } from './find';
import { wanted } from './issues-read';

const ON_CREATE = ['project', 'issuetype'];

export const issueWriteRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/rest/api/3/issue',
    audience: 'platform',
    answer: (site, call) => {
      const body = bodyOf(call);
      const fields = isRecord(body['fields']) ? body['fields'] : {};
      const project = projectIn(site, fields['project']);
      if (project === undefined || !holdsOnProject(site, accountOf(call), 'CREATE_ISSUES', project)) {
        throw platformError(400, [], { project: 'valid project is required' });
      }
      const issueType = issueTypeIn(site, project, fields['issuetype']);
      if (issueType === undefined) throw platformError(400, [], { issuetype: 'Specify a valid issue type' });
      requireOnCreateScreen(site, project, issueType.id, Object.keys(fields));
      const edit = readEdit(site, project, body, {}, ON_CREATE);
      if (edit.values['summary'] === undefined) {
        throw platformError(400, [], { summary: 'You must specify a summary of the issue.' });
      }
      const properties = parseProperties(body['properties']);
      const issue = createIssue(
        site,
        { project, issueTypeId: issueType.id, values: edit.values, properties },
        actOf(site, call),
      );
      for (const comment of edit.comments) addComment(site, issue, comment, actOf(site, call));
      return written(201, {
        id: issue.id,
        key: issue.key,
        self: `${site.options.baseUrl}/rest/api/3/issue/${issue.id}`,
      });
    },
  },
  {
    method: 'PUT',
    template: '/rest/api/3/issue/{issueIdOrKey}',
    audience: 'platform',
    answer: (site, call) => {
      const issue = issueOf(site, call);
      requireOnIssue(site, call, 'EDIT_ISSUES', issue);
      const body = bodyOf(call);
      const edit = readEdit(site, site.projectOf(issue), body, issue.values);
      const act = actOf(site, call, body['historyMetadata']);
      applyChanges(site, issue, edit.values, act);
      for (const comment of edit.comments) addComment(site, issue, comment, act);
      Object.assign(issue.properties, parseProperties(body['properties']));
      if (call.query.get('returnIssue') !== 'true') return noContent();
      return written(200, issueView(site, issue, accountOf(call), wanted(['*all'], listParam(call, 'expand'), [])));
    },
  },
  {
    method: 'DELETE',
    template: '/rest/api/3/issue/{issueIdOrKey}',
    audience: 'platform',
    answer: (site, call) => {
      const issue = issueOf(site, call);
      requireOnIssue(site, call, 'DELETE_ISSUES', issue);
      site.removeIssue(issue);
      issueDeleted(site, issue, actOf(site, call));
      return noContent();
    },
  },
];

function projectIn(site: Site, input: unknown): Project | undefined {
  if (!isRecord(input)) return undefined;
  const named = input['id'] ?? input['key'];
  return typeof named === 'string' || typeof named === 'number' ? site.project(String(named)) : undefined;
}

function issueTypeIn(site: Site, project: Project, input: unknown): IssueType | undefined {
  if (!isRecord(input)) return undefined;
  return project.issueTypeIds
    .map((id) => site.state.issueTypes[id])
    .find((type) => (input['id'] !== undefined ? type?.id === input['id'] : type?.name === input['name']));
}
