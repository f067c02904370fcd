/** Comments as the platform shows them, and which of them a reader may see. */
import { holdsOnProject } from '../permissions';
import type { Comment, Issue, JsonObject, ProjectRole, User } from '../model';
import type { Site } from '../site';
import { userView } from './people';
import { jiraTimestamp } from './times';

const ROLE_NAMES: Record<string, ProjectRole> = {
  Administrators: 'administrator',
  'Service Desk Team': 'agent',
  Developers: 'agent',
};

/** Comments of the issue that the reader may see, oldest first. Who browses the issue in Jira sees internal ones. */
export function visibleComments(site: Site, reader: User, issue: Issue): Comment[] {
  return issue.comments.filter((comment) => sees(site, reader, issue, comment));
}

function sees(site: Site, reader: User, issue: Issue, comment: Comment): boolean {
  const project = site.projectOf(issue);
  if (!comment.isPublic && !holdsOnProject(site, reader, 'BROWSE_PROJECTS', project)) return false;
  if (comment.visibility === null || comment.authorId === reader.accountId || reader.accountType === 'app') return true;
  const { type, value } = comment.visibility;
  if (type === 'group') return reader.groups.includes(value);
  const role = ROLE_NAMES[value];
  return role !== undefined && project.roles[role].includes(reader.accountId);
}

export function commentView(
  site: Site,
  issue: Issue,
  comment: Comment,
  reader: User,
  withProperties: boolean,
): JsonObject {
  return {
    self: `${site.options.baseUrl}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author: userView(site, site.user(comment.authorId)),
    body: comment.body,
    updateAuthor: userView(site, site.user(comment.updateAuthorId)),
    created: jiraTimestamp(comment.created, reader.timeZone),
    updated: jiraTimestamp(comment.updated, reader.timeZone),
    ...(comment.visibility === null ? {} : { visibility: { ...comment.visibility } }),
    ...(site.options.omitJsdPublic ? {} : { jsdPublic: comment.isPublic, jsdAuthorCanSeeRequest: true }),
    ...(withProperties
      ? { properties: Object.entries(comment.properties).map(([key, value]) => ({ key, value })) }
      : {}),
  };
}
