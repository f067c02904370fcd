/** Fields that a person may edit on an issue, with the values allowed. */
import type { Field, Issue, Json, JsonObject, Project, User } from '../model';
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

function fieldMeta(site: Site, field: Field, project: Project, reader: User): JsonObject {
  const allowedValues = allowed(site, field, project, reader);
  return {
    required: field.id === 'summary',
    schema: { ...field.schema },
    name: field.name,
    key: field.id,
    operations: operationsOf(field),
    ...(allowedValues === null ? {} : { allowedValues }),
  };
}

function operationsOf(field: Field): string[] {
  if (field.kind === 'comments') return ['add', 'edit', 'remove'];
  return field.schema.type === 'array' ? ['add', 'set', 'remove'] : ['set'];
}

function allowed(site: Site, field: Field, project: Project, reader: User): Json[] | null {
  const { state } = site;
  switch (field.kind) {
    case 'priority':
      return (state.prioritySchemes[project.prioritySchemeId]?.priorityIds ?? []).flatMap((id) => {
        const priority = state.priorities[id];
        return priority === undefined ? [] : [priorityView(site, priority)];
      });
    case 'resolution':
      return Object.values(state.resolutions).map((resolution) => resolutionView(site, resolution));
    case 'versions':
      return Object.values(state.versions)
        .filter((version) => version.projectId === project.id)
        .map((version) => versionView(site, version));
    case 'organizations':
      return project.organizationIds.flatMap((id) => {
        const organization = state.organizations[id];
        return organization === undefined ? [] : [organizationView(site, organization, reader.timeZone)];
      });
    case 'select':
      return field.options.map(({ id, value }) => ({ id, value }));
    default:
      return null;
  }
}
