/** Comments come, change and go here: each moves the issue's `updated` and raises its event. */
import type { Comment, CommentVisibility, Issue, Json, JsonObject } from '../model';
import { isRecord } from '../http/call';
import type { Site } from '../site';
import { commentDeleted, issueCommented } from '../events/comment-events';
import type { Act } from './act';

export interface NewComment {
  body: JsonObject;
  isPublic: boolean;
  visibility: CommentVisibility | null;
  properties: Record<string, Json>;
}

/** JSM keeps a comment's visibility as this property; setting it is how the platform API writes an internal comment. */
export const PUBLIC_COMMENT = 'sd.public.comment';

/** Whether the property value `{internal: true}` makes a comment internal. */
export const isInternal = (properties: Record<string, Json>): boolean => {
  const value = properties[PUBLIC_COMMENT];
  return isRecord(value) && value['internal'] === true;
};

export function addComment(site: Site, issue: Issue, input: NewComment, act: Act): Comment {
  const isService = site.projectOf(issue).type === 'service_desk';
  const comment: Comment = {
    id: site.nextId(),
    authorId: act.accountId,
    updateAuthorId: act.accountId,
    body: input.body,
    created: act.at,
    updated: act.at,
    isPublic: input.isPublic,
    visibility: input.visibility,
    properties: isService ? { ...input.properties, [PUBLIC_COMMENT]: { internal: !input.isPublic } } : input.properties,
  };
  issue.comments.push(comment);
  site.indexComment(comment.id, issue.id);
  issue.updated = Math.max(issue.updated, act.at);
  if (!act.silent) issueCommented(site, issue, comment, act);
  return comment;
}

export function editComment(site: Site, issue: Issue, comment: Comment, body: JsonObject, act: Act): void {
  comment.body = body;
  comment.updateAuthorId = act.accountId;
  comment.updated = act.at;
  issue.updated = Math.max(issue.updated, act.at);
  if (!act.silent) issueCommented(site, issue, comment, act);
}

export function deleteComment(site: Site, issue: Issue, comment: Comment, act: Act): void {
  issue.comments = issue.comments.filter((other) => other !== comment);
  issue.updated = Math.max(issue.updated, act.at);
  if (!act.silent) commentDeleted(site, issue, comment, act);
}
