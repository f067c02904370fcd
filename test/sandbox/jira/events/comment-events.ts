/** avi:jira:commented:issue (a comment made or edited) and avi:jira:deleted:comment. There is no updated:comment. */
import type { Comment, Issue, JsonObject } from '../model';
import type { Site } from '../site';
import type { Act } from '../writes/act';
import { jiraTimestamp } from '../views/times';
import { eventIssue, raise } from './event-parts';

export function issueCommented(site: Site, issue: Issue, comment: Comment, act: Act): void {
  raise(site, 'avi:jira:commented:issue', act, {
    issue: eventIssue(site, issue),
    atlassianId: act.accountId,
    comment: commentPart(site, comment),
  });
}

export function commentDeleted(site: Site, issue: Issue, comment: Comment, act: Act): void {
  raise(site, 'avi:jira:deleted:comment', act, {
    issue: eventIssue(site, issue),
    atlassianId: act.accountId,
    comment: commentPart(site, comment),
  });
}

function commentPart(site: Site, comment: Comment): JsonObject {
  const author = site.user(comment.authorId);
  const isMinimal = site.options.events.shape === 'minimal';
  return {
    id: comment.id,
    author: { accountId: author.accountId, accountType: author.accountType },
    body: comment.body,
    created: jiraTimestamp(comment.created, 'UTC'),
    updated: jiraTimestamp(comment.updated, 'UTC'),
    ...(isMinimal || site.options.omitJsdPublic ? {} : { jsdPublic: comment.isPublic }),
  };
}
