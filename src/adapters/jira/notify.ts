import { route } from '@forge/api';
import type { FlagText } from '../../services/ports';
import { jiraWrite } from './request';

/** Has Jira mail the assignee or a group about an issue. */
export async function sendNotification(
  issueId: string,
  { subject, lines }: FlagText,
  to: 'assignee' | { readonly group: string },
): Promise<void> {
  await jiraWrite({
    operation: 'notify',
    as: 'app',
    method: 'POST',
    route: route`/rest/api/3/issue/${issueId}/notify`,
    body: {
      subject,
      textBody: lines.join('\n'),
      htmlBody: lines.map((line) => `<p>${escaped(line)}</p>`).join(''),
      to: to === 'assignee' ? { assignee: true } : { groups: [{ name: to.group }] },
    },
  });
}

/** Labels of the policy are an admin's free text. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
