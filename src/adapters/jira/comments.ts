import { route } from '@forge/api';
import * as v from 'valibot';
import type { AgentAction } from '../../core/clock/history';
import type { EpochMillis } from '../../core/time/instant';
import type { FlagText } from '../../services/ports';
import { ACTION_PROPERTY, FLAG_PROPERTY } from './history';
import { JiraError, jiraWrite } from './request';
import { jiraInstant } from './shapes';

/** Keeps a comment from customers in a service project; other projects do not know it. */
const INTERNAL = { key: 'sd.public.comment', value: { internal: true } };

/** An internal comment of the app's, its first line in bold, marked with the flag it is about. */
export async function writeFlagComment(issueId: string, { lines }: FlagText, flagKey: string): Promise<void> {
  await jiraWrite({
    operation: 'write-comment',
    as: 'app',
    method: 'POST',
    route: route`/rest/api/3/issue/${issueId}/comment`,
    body: internalComment(lines, { key: FLAG_PROPERTY, value: flagKey }),
  });
}

const writtenComment = v.object({ id: v.string(), created: jiraInstant });

/** An internal comment of the user's own that carries an action in its property (rules.md §4). */
export async function writeActionAsUser(
  issueId: string,
  lines: readonly string[],
  { kind, at, ...rest }: AgentAction & { readonly at: EpochMillis },
): Promise<{ readonly id: string; readonly at: EpochMillis }> {
  const operation = 'write-action';
  const body = await jiraWrite({
    operation,
    as: 'user',
    method: 'POST',
    route: route`/rest/api/3/issue/${issueId}/comment`,
    body: internalComment(lines, { key: ACTION_PROPERTY, value: { v: 1, kind, at, ...rest } }),
  });
  const parsed = v.safeParse(writtenComment, body);
  if (!parsed.success) throw new JiraError(operation, 201, 'body');
  return { id: parsed.output.id, at: parsed.output.created };
}

function internalComment(lines: readonly string[], property: { key: string; value: unknown }): object {
  return {
    body: { type: 'doc', version: 1, content: lines.map(paragraph) },
    properties: [INTERNAL, property],
  };
}

function paragraph(text: string, index: number): object {
  const marks = index === 0 ? { marks: [{ type: 'strong' }] } : {};
  return { type: 'paragraph', content: [{ type: 'text', text, ...marks }] };
}
