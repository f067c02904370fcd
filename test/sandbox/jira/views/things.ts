/** Projects, priorities, statuses, resolutions, issue types and organizations as the API shows them. */
import type {
  IssueType,
  JsonObject,
  Organization,
  Priority,
  Project,
  Resolution,
  Status,
  StatusCategoryKey,
  Version,
} from '../model';
import type { Site } from '../site';
import { jsmDate } from './times';

const rest = (site: Site, path: string): string => `${site.options.baseUrl}/rest/api/3/${path}`;

const CATEGORIES: Record<
  StatusCategoryKey,
  { id: number; name: string; colorName: string; jsm: string; bulk: string }
> = {
  new: { id: 2, name: 'To Do', colorName: 'blue-gray', jsm: 'NEW', bulk: 'TODO' },
  indeterminate: { id: 4, name: 'In Progress', colorName: 'yellow', jsm: 'INDETERMINATE', bulk: 'IN_PROGRESS' },
  done: { id: 3, name: 'Done', colorName: 'green', jsm: 'DONE', bulk: 'DONE' },
};

/** A category's name in JQL and issues (`In Progress`), in servicedeskapi (`INDETERMINATE`) and in statuses/search. */
export const categoryNames = (key: StatusCategoryKey): { name: string; jsm: string; bulk: string } => CATEGORIES[key];

export function statusCategoryView(site: Site, key: StatusCategoryKey): JsonObject {
  const { id, name, colorName } = CATEGORIES[key];
  return { self: rest(site, `statuscategory/${id}`), id, key, colorName, name };
}

export function statusView(site: Site, status: Status): JsonObject {
  return {
    self: rest(site, `status/${status.id}`),
    description: '',
    iconUrl: `${site.options.baseUrl}/images/icons/status_generic.gif`,
    name: status.name,
    id: status.id,
    statusCategory: statusCategoryView(site, status.category),
  };
}

export function priorityView(site: Site, priority: Priority): JsonObject {
  return {
    self: rest(site, `priority/${priority.id}`),
    iconUrl: `${site.options.baseUrl}/images/icons/priorities/${priority.id}.svg`,
    name: priority.name,
    id: priority.id,
    statusColor: priority.statusColor,
    description: '',
  };
}

export function resolutionView(site: Site, resolution: Resolution): JsonObject {
  return { self: rest(site, `resolution/${resolution.id}`), id: resolution.id, description: '', name: resolution.name };
}

export function issueTypeView(site: Site, type: IssueType): JsonObject {
  return {
    self: rest(site, `issuetype/${type.id}`),
    id: type.id,
    description: '',
    iconUrl: `${site.options.baseUrl}/images/icons/issuetypes/${type.id}.svg`,
    name: type.name,
    subtask: false,
    avatarId: 10315,
    hierarchyLevel: 0,
  };
}

export function versionView(site: Site, version: Version): JsonObject {
  return {
    self: rest(site, `version/${version.id}`),
    id: version.id,
    name: version.name,
    archived: version.archived,
    released: version.released,
    ...(version.releaseDate === null ? {} : { releaseDate: version.releaseDate }),
  };
}

export function projectView(site: Site, project: Project): JsonObject {
  const url = `${site.options.baseUrl}/rest/api/3/universal_avatar/view/type/project/avatar/${project.id}`;
  return {
    self: rest(site, `project/${project.id}`),
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: project.type,
    simplified: project.screens === null,
    style: project.screens === null ? 'next-gen' : 'classic',
    avatarUrls: { '48x48': url, '24x24': url, '16x16': url, '32x32': url },
  };
}

export function organizationView(site: Site, organization: Organization, timeZone: string): JsonObject {
  return {
    id: organization.id,
    uuid: organization.uuid,
    name: organization.name,
    created: jsmDate(organization.created, timeZone),
    scimManaged: false,
    _links: { self: `${site.options.baseUrl}/rest/servicedeskapi/organization/${organization.id}` },
  };
}
