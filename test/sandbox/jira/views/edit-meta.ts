/** Fields that a person may edit on an issue, with the values allowed. */
import type { Field, FieldKind, Issue, Json, JsonObject, Project, User } from '../model';
import { holdsOnIssue } from '../permissions';
import type { Site } from '../site';
import { organizationView, priorityView, resolutionView, versionView } from './things';

const NEVER: readonly string[] = ['project', 'issue-type', 'status', 'status-category', 'instant'];

/** May be set by an edit: not derived, not read-only, and of this kind of project. */
export function isEditable(field: Field, project: Project): boolean {
  if (NEVER.includes(field.kind) || field.id === 'creator' || field.app?.readOnly === true) return false;
  const isServiceField = field.schema.custom?.startsWith('com.atlassian.servicedesk') === true;
  return project.type === 'service_desk' || !isServiceField;
}

/** `fields` of editmeta: empty for those who may not edit the issue. */
export function editMeta(site: Site, issue: Issue, reader: User): JsonObject {
  if (!holdsOnIssue(site, reader, 'EDIT_ISSUES', issue)) return {};
  const project = site.projectOf(issue);
  return Object.fromEntries(
    Object.values(site.state.fields)
      .filter((field) => isEditable(field, project))
      .map((field) => [field.id, fieldMeta(site, field, project, reader)]),
  );
}

/** What editmeta and createmeta say of one field. */
export function fieldMeta(site: Site, field: Field, project: Project, reader: User): JsonObject {
  const allowedValues = ALLOWED[field.kind]?.(site, field, project, reader);
  return {
    required: field.id === 'summary',
    schema: { ...field.schema },
    name: field.name,
    key: field.id,
    operations: operationsOf(field),
    ...(allowedValues === undefined ? {} : { allowedValues }),
  };
}

function operationsOf(field: Field): string[] {
  if (field.kind === 'comments') return ['add', 'edit', 'remove'];
  return field.schema.type === 'array' ? ['add', 'set', 'remove'] : ['set'];
}

type AllowedValues = (site: Site, field: Field, project: Project, reader: User) => Json[];

const ALLOWED: Partial<Record<FieldKind, AllowedValues>> = {
  priority: (site, _field, project) =>
    (site.state.prioritySchemes[project.prioritySchemeId]?.priorityIds ?? [])
      .flatMap((id) => site.state.priorities[id] ?? [])
      .map((priority) => priorityView(site, priority)),
  resolution: (site) => Object.values(site.state.resolutions).map((resolution) => resolutionView(site, resolution)),
  versions: (site, _field, project) =>
    Object.values(site.state.versions)
      .filter((version) => version.projectId === project.id)
      .map((version) => versionView(site, version)),
  organizations: (site, _field, project, reader) =>
    project.organizationIds
      .flatMap((id) => site.state.organizations[id] ?? [])
      .map((organization) => organizationView(site, organization, reader.timeZone)),
  select: (_site, field) => field.options.map(({ id, value }) => ({ id, value })),
};
