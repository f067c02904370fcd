import { route } from '@forge/api';
import type { FlagText } from '../../services/ports';
import { FLAG_PROPERTY } from './history';
import { jiraWrite } from './request';

/** Keeps a comment from customers in a service project; other projects do not know it. */
const INTERNAL = { key: 'sd.public.comment', value: { internal: true } };

/** An internal comment of the app's, its first line in bold, marked with the flag it is about. */
export async function writeFlagComment(issueId: string, { lines }: FlagText, flagKey: string): Promise<void> {
  await jiraWrite({
    operation: 'write-comment',
    as: 'app',
    method: 'POST',
    route: route`/rest/api/3/issue/${issueId}/comment`,
    body: {
      body: { type: 'doc', version: 1, content: lines.map(paragraph) },
      properties: [INTERNAL, { key: FLAG_PROPERTY, value: flagKey }],
    },
  });
}

function paragraph(text: string, index: number): object {
  const marks = index === 0 ? { marks: [{ type: 'strong' }] } : {};
  return { type: 'paragraph', content: [{ type: 'text', text, ...marks }] };
}
