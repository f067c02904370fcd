/** The bodies of create, edit and transition: `fields` and `update`, checked field by field. */
import { platformError } from '../http/answer';
import { isRecord } from '../http/call';
import type { Field, Json, Project } from '../model';
import { parseEdited } from '../fields/parse-edited';
import type { Site } from '../site';
import { isEditable } from '../views/edit-meta';
import type { NewComment } from './comments';
import { parseComment } from './parse-comment';

export interface EditRequest {
  /** Stored values by field id. */
  values: Record<string, Json>;
  comments: NewComment[];
}

/**
 * Reads `fields` and `update` of a body for a project. `current` holds the stored values that add and remove start
 * from; `exempt` names fields that this request may set although edits may not (project, issuetype on create).
 * Throws 400 with one error a field, all at once, and changes nothing.
 */
export function readEdit(
  site: Site,
  project: Project,
  body: Record<string, unknown>,
  current: Record<string, Json>,
  exempt: readonly string[] = [],
): EditRequest {
  const errors: Record<string, string> = {};
  const values: Record<string, Json> = {};
  const comments: NewComment[] = [];
  const set = (id: string, input: unknown): void => {
    const field = site.state.fields[id];
    if (field === undefined || !isEditable(field, project) || field.kind === 'comments') {
      errors[id] = `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;
      return;
    }
    const parsed = parseEdited(site, field, project, input);
    if (parsed.ok) values[id] = parsed.value;
    else errors[id] = parsed.error;
  };
  for (const [id, input] of Object.entries(sectionOf(body, 'fields'))) if (!exempt.includes(id)) set(id, input);
  for (const [id, operations] of Object.entries(sectionOf(body, 'update'))) {
    if (!Array.isArray(operations)) throw platformError(400, [`update.${id} must be an array of operations.`]);
    for (const operation of operations as unknown[]) {
      if (!isRecord(operation)) throw platformError(400, [`update.${id} must be an array of operations.`]);
      if (id === 'comment') comments.push(parseComment(isRecord(operation['add']) ? operation['add'] : {}, project));
      else set(id, operand(site.state.fields[id], operation, values[id] ?? current[id] ?? null));
    }
  }
  if (Object.keys(errors).length > 0) throw platformError(400, [], errors);
  return { values, comments };
}

function sectionOf(body: Record<string, unknown>, key: 'fields' | 'update'): Record<string, unknown> {
  const section = body[key];
  if (section === undefined || section === null) return {};
  if (!isRecord(section)) throw platformError(400, [`${key} must be an object.`]);
  return section;
}

/** The whole value that one operation of `update` asks for. */
function operand(field: Field | undefined, operation: Record<string, unknown>, current: Json): unknown {
  if ('set' in operation) return operation['set'];
  const now = (Array.isArray(current) ? current : []).map((item) => asInput(field, item));
  if ('add' in operation) return [...now, operation['add']];
  if (!('remove' in operation)) throw platformError(400, ['An operation must be one of set, add and remove.']);
  const gone = JSON.stringify(operation['remove']);
  return now.filter((item) => JSON.stringify(item) !== gone);
}

/** A stored list item in the form in which a caller writes it. */
function asInput(field: Field | undefined, item: Json): unknown {
  if (field?.kind === 'organizations') return Number(item);
  if (field?.kind === 'users') return { accountId: item };
  if (field?.kind === 'versions') return { id: item };
  return item;
}
