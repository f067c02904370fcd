/** A comment as the platform API takes it: an ADF body, properties, and a visibility by role or group. */
import { isDocument } from '../fields/adf';
import { platformError } from '../http/answer';
import { isRecord } from '../http/call';
import type { CommentVisibility, Json, JsonObject, Project } from '../model';
import { isInternal } from './comments';
import type { NewComment } from './comments';

/** 400 where the body is no document or a property has no key. */
export function parseComment(input: Record<string, unknown>, project: Project): NewComment {
  const properties = parseProperties(input['properties']);
  return {
    body: parseBody(input['body']),
    isPublic: project.type !== 'service_desk' || !isInternal(properties),
    visibility: parseVisibility(input['visibility']),
    properties,
  };
}

export function parseBody(body: unknown): JsonObject {
  if (isDocument(body)) return body;
  throw platformError(400, [], { comment: 'Comment body is not valid!' });
}

/** `[{key, value}]` as a record. */
export function parseProperties(input: unknown): Record<string, Json> {
  if (input === undefined || input === null) return {};
  const isList = Array.isArray(input) && input.every((item) => isRecord(item) && typeof item['key'] === 'string');
  if (!isList) throw platformError(400, ['properties must be an array of {key, value}.']);
  const entries = (input as { key: string; value?: Json }[]).map(({ key, value }): [string, Json] => [
    key,
    value ?? null,
  ]);
  return Object.fromEntries(entries);
}

function parseVisibility(input: unknown): CommentVisibility | null {
  if (input === undefined || input === null) return null;
  if (isRecord(input)) {
    const value = input['value'] ?? input['identifier'];
    const { type } = input as { type?: unknown };
    if (typeof value === 'string' && (type === 'role' || type === 'group')) return { type, value };
  }
  throw platformError(400, [], { visibility: 'Visibility must name a role or a group.' });
}
