/** What the request type field (`vp-origin`) holds on an issue: links, the request type and the status as customers see it. */
import { textIn } from '../issue-values';
import type { Issue, JsonObject, RequestType } from '../model';
import type { Site } from '../site';
import { categoryNames } from './things';
import { jsmDate } from './times';

/** A request type as servicedeskapi shows it. The portal's id is the service desk's. */
export function requestTypeView(site: Site, type: RequestType): JsonObject {
  const serviceDeskId = site.state.projects[type.projectId]?.serviceDeskId ?? '';
  return {
    _expands: ['field'],
    id: type.id,
    _links: { self: `${site.options.baseUrl}/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype/${type.id}` },
    name: type.name,
    description: type.description,
    helpText: '',
    issueTypeId: type.issueTypeId,
    serviceDeskId,
    portalId: serviceDeskId,
    groupIds: ['1'],
    icon: { id: '10484', _links: { iconUrls: {} } },
    restrictionStatus: 'OPEN',
    canCreateRequest: true,
  };
}

export function requestLinks(site: Site, issue: Issue): JsonObject {
  const { baseUrl } = site.options;
  const serviceDeskId = site.projectOf(issue).serviceDeskId ?? '';
  return {
    self: `${baseUrl}/rest/servicedeskapi/request/${issue.id}`,
    jiraRest: `${baseUrl}/rest/api/2/issue/${issue.id}`,
    web: `${baseUrl}/servicedesk/customer/portal/${serviceDeskId}/${issue.key}`,
    agent: `${baseUrl}/browse/${issue.key}`,
  };
}

export function currentStatus(site: Site, issue: Issue, timeZone: string): JsonObject {
  const status = site.state.statuses[textIn(issue, 'status')];
  if (status === undefined) throw new Error(`issue ${issue.key} has no status`);
  return {
    status: status.name,
    statusCategory: categoryNames(status.category).jsm,
    statusDate: jsmDate(issue.statusSince, timeZone),
  };
}

export function requestTypeValue(site: Site, issue: Issue, type: RequestType, timeZone: string): JsonObject {
  return {
    _links: requestLinks(site, issue),
    requestType: requestTypeView(site, type),
    currentStatus: currentStatus(site, issue, timeZone),
  };
}
