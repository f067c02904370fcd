/** POST issue/{}/notify: mail that Jira sends. The stand-in keeps what would have been sent. */
import { noContent, platformError } from '../http/answer';
import { accountOf, bodyOf, isRecord } from '../http/call';
import type { Route } from '../http/route';
import type { Issue } from '../model';
import { holdsOnIssue } from '../permissions';
import type { Site } from '../site';
import { issueOf } from './find';

export const notifyRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/rest/api/3/issue/{issueIdOrKey}/notify',
    audience: 'platform',
    answer: (site, call) => {
      const issue = issueOf(site, call);
      const body = bodyOf(call);
      if (!isRecord(body['to'])) throw platformError(400, ['No recipients were defined for notification.']);
      const sender = accountOf(call);
      const recipientIds = recipients(site, issue, body['to']).filter((id) => id !== sender.accountId);
      if (recipientIds.length === 0) throw platformError(400, ['No recipients were defined for notification.']);
      site.state.notifications.push({
        at: site.clock.now(),
        issueId: issue.id,
        byAccountId: sender.accountId,
        subject: text(body['subject']) || `(${issue.key}) ${text(issue.values['summary'])}`,
        textBody: text(body['textBody']),
        htmlBody: text(body['htmlBody']),
        recipientIds,
      });
      return noContent();
    },
  },
];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Those named who may browse the issue: reporter, assignee, users and members of groups. Unknown ones are an error. */
function recipients(site: Site, issue: Issue, to: Record<string, unknown>): string[] {
  const ids = new Set<string>();
  if (to['reporter'] === true) ids.add(text(issue.values['reporter']));
  if (to['assignee'] === true) ids.add(text(issue.values['assignee']));
  for (const user of listOf(to['users'])) ids.add(text(isRecord(user) ? user['accountId'] : ''));
  const groups = [
    ...listOf(to['groups']).map((group) => text(isRecord(group) ? group['name'] : '')),
    ...listOf(to['groupIds']).map(text),
  ];
  for (const group of groups) {
    const members = Object.values(site.state.users).filter((user) => user.groups.includes(group));
    if (members.length === 0) throw platformError(400, [`The group '${group}' does not exist or has no members.`]);
    for (const member of members) ids.add(member.accountId);
  }
  ids.delete('');
  return [...ids].filter((id) => {
    const user = site.state.users[id];
    if (user === undefined) throw platformError(400, [`The user with account id '${id}' does not exist.`]);
    return user.accountType === 'customer' || holdsOnIssue(site, user, 'BROWSE_PROJECTS', issue);
  });
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
