/** Looking things up on the portal: what one may not see is not there. */
import { jsmError } from '../../http/answer';
import type { Call } from '../../http/call';
import { accountOf } from '../../http/call';
import { param } from '../../http/route';
import type { Issue, Organization, Project, RequestType } from '../../model';
import { holdsGlobally, isAgent, isCustomerOfDesk, seesRequest } from '../../permissions';
import type { Site } from '../../site';

/** The request named in the path, if the caller may see it on the portal. */
export function requestOf(site: Site, call: Call): Issue {
  const issue = site.issue(param(call, 'issueIdOrKey'));
  if (issue === undefined || !seesRequest(site, accountOf(call), issue)) {
    throw jsmError(404, 'The request does not exist or you do not have permission to view it.', 'sd.request.not.found');
  }
  return issue;
}

/** The service desk named in the path, if the caller may use it. */
export function deskOf(site: Site, call: Call): Project {
  const project = site.serviceDesk(param(call, 'serviceDeskId'));
  if (project === undefined || !isCustomerOfDesk(site, accountOf(call), project)) {
    throw jsmError(
      404,
      `The Service Desk with ID ${param(call, 'serviceDeskId')} does not exist.`,
      'sd.desk.not.found',
    );
  }
  return project;
}

export function requireAgent(site: Site, call: Call, project: Project): void {
  if (isAgent(site, accountOf(call), project)) return;
  throw jsmError(403, 'You do not have the agent permission for this service project.', 'sd.agent.required');
}

/** Agent of any service project, or Jira administrator: who manages organizations. */
export function isAnyAgent(site: Site, call: Call): boolean {
  const user = accountOf(call);
  return (
    holdsGlobally(site, user, 'ADMINISTER') ||
    Object.values(site.state.projects).some((project) => isAgent(site, user, project))
  );
}

export function requireAnyAgent(site: Site, call: Call): void {
  if (isAnyAgent(site, call)) return;
  throw jsmError(403, 'You are not authorized to perform this operation.', 'sd.agent.required');
}

/** The organization named in the path: for agents any, for customers their own. */
export function organizationOf(site: Site, call: Call): Organization {
  const organization = site.state.organizations[param(call, 'organizationId')];
  const isVisible =
    organization !== undefined &&
    (isAnyAgent(site, call) || organization.memberIds.includes(accountOf(call).accountId));
  if (organization === undefined || !isVisible) {
    throw jsmError(
      404,
      `Organization with ID ${param(call, 'organizationId')} does not exist.`,
      'sd.organization.not.found',
    );
  }
  return organization;
}

export function requestTypeOf(site: Site, project: Project, requestTypeId: string): RequestType {
  const type = site.state.requestTypes[requestTypeId];
  if (type?.projectId !== project.id) {
    throw jsmError(404, `The request type with ID ${requestTypeId} does not exist.`, 'sd.request.type.not.found');
  }
  return type;
}
