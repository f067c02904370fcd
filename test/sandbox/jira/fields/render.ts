/** Stored values as GET issue shows them. */
import { listOf } from '../issue-values';
import type { Field, Issue, Json } from '../model';
import type { Site } from '../site';
import { userView } from '../views/people';
import { requestTypeValue } from '../views/request-type-value';
import {
  issueTypeView,
  organizationView,
  priorityView,
  projectView,
  resolutionView,
  statusCategoryView,
  statusView,
  versionView,
} from '../views/things';
import { jiraTimestamp } from '../views/times';
import { LANGUAGE_NAMES } from './languages';

const each = <T>(value: Json, lookUp: Record<string, T>, show: (item: T) => Json): Json[] =>
  listOf(value).flatMap((id) => {
    const item = lookUp[id];
    return item === undefined ? [] : [show(item)];
  });

const one = <T>(value: Json, lookUp: Record<string, T>, show: (item: T) => Json): Json => {
  const item = typeof value === 'string' ? lookUp[value] : undefined;
  return item === undefined ? null : show(item);
};

/** A field's value as the API shows it to a reader in `timeZone`; null where it is empty. */
export function renderField(site: Site, issue: Issue, field: Field, timeZone: string): Json {
  const { state } = site;
  const value = issue.values[field.id] ?? null;
  switch (field.kind) {
    case 'project':
      return projectView(site, site.projectOf(issue));
    case 'issue-type':
      return one(issue.issueTypeId, state.issueTypes, (type) => issueTypeView(site, type));
    case 'status':
      return one(value, state.statuses, (status) => statusView(site, status));
    case 'status-category':
      return one(issue.values['status'] ?? null, state.statuses, (status) => statusCategoryView(site, status.category));
    case 'instant': {
      const instant = instantOf(issue, field.id);
      return instant === null ? null : jiraTimestamp(instant, timeZone);
    }
    case 'user':
    case 'app-user':
      return one(field.id === 'creator' ? issue.creatorId : value, state.users, (user) => userView(site, user));
    case 'users':
      return each(value, state.users, (user) => userView(site, user));
    case 'priority':
      return one(value, state.priorities, (priority) => priorityView(site, priority));
    case 'resolution':
      return one(value, state.resolutions, (resolution) => resolutionView(site, resolution));
    case 'versions':
      return each(value, state.versions, (version) => versionView(site, version));
    case 'organizations':
      return each(value, state.organizations, (organization) => organizationView(site, organization, timeZone));
    case 'request-type':
      return one(value, state.requestTypes, (type) => requestTypeValue(site, issue, type, timeZone));
    case 'language':
      return typeof value === 'string' ? { languageCode: value, displayName: LANGUAGE_NAMES[value] ?? value } : null;
    case 'select': {
      const option = field.options.find((candidate) => candidate.id === value);
      if (option === undefined) return null;
      return {
        self: `${site.options.baseUrl}/rest/api/3/customFieldOption/${option.id}`,
        value: option.value,
        id: option.id,
      };
    }
    case 'labels':
      return Array.isArray(value) ? value : [];
    case 'app-datetime':
      return typeof value === 'number' ? jiraTimestamp(value, timeZone) : null;
    case 'app-group':
      return typeof value === 'string' ? { name: value, groupId: value } : null;
    case 'text':
    case 'adf':
    case 'app-string':
    case 'app-number':
    case 'app-date':
    case 'app-object':
      return value;
    case 'comments':
      throw new Error('comments are shown by views/comments.ts');
  }
}

/** created, updated and resolutiondate; null where the issue is not resolved. */
export function instantOf(issue: Issue, fieldId: string): number | null {
  if (fieldId === 'created') return issue.created;
  if (fieldId === 'updated') return issue.updated;
  const resolved = issue.values['resolutiondate'];
  return typeof resolved === 'number' ? resolved : null;
}
