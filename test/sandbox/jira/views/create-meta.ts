/** Fields of a project's create form, one work type's. */
import type { Field, JsonObject, Project, User } from '../model';
import { isOnScreen } from '../screens';
import type { Site } from '../site';
import { fieldMeta, isEditable } from './edit-meta';

/** Jira asks these of every new issue, though no edit changes them. */
const ALWAYS: readonly string[] = ['project', 'issuetype'];

/** What can be set on the form, and so none of an app's read-only fields; an issue that is no issue yet has no comments. */
export function createMeta(site: Site, project: Project, issueTypeId: string, reader: User): JsonObject[] {
  const isAsked = (field: Field): boolean =>
    isEditable(field, project) &&
    field.kind !== 'comments' &&
    isOnScreen(site, project, 'create', issueTypeId, field.id);
  return Object.values(site.state.fields)
    .filter((field) => ALWAYS.includes(field.id) || isAsked(field))
    .map((field) => ({ ...fieldMeta(site, field, project, reader), fieldId: field.id, hasDefaultValue: false }));
}
