/**
 * The scopes that each route needs, from the contracts (x-atlassian-oauth2-scopes): the classic ones, or all the
 * granular ones. The granular ones of servicedeskapi's form fields follow the request type's: the contract lacks the route.
 */
export interface RouteScopes {
  classic: readonly string[];
  granular: readonly string[];
}

export const SCOPES: Record<string, RouteScopes | undefined> = {
  'POST /rest/api/3/app/field/value': { classic: [], granular: ['write:app-data:jira'] },
  'PUT /rest/api/3/app/field/{fieldIdOrKey}/value': { classic: [], granular: ['write:app-data:jira'] },
  'POST /rest/api/3/changelog/bulkfetch': {
    classic: ['read:jira-work'],
    granular: ['read:issue-meta:jira', 'read:avatar:jira', 'read:issue.changelog:jira'],
  },
  'POST /rest/api/3/comment/list': {
    classic: ['read:jira-work'],
    granular: [
      'delete:comment.property:jira',
      'read:avatar:jira',
      'read:comment:jira',
      'read:group:jira',
      'read:project-role:jira',
      'read:user:jira',
      'read:comment.property:jira',
      'read:project:jira',
    ],
  },
  'GET /rest/api/3/comment/{commentId}/properties': {
    classic: ['read:jira-work'],
    granular: ['read:comment.property:jira'],
  },
  'DELETE /rest/api/3/comment/{commentId}/properties/{propertyKey}': {
    classic: ['write:jira-work'],
    granular: ['delete:comment.property:jira'],
  },
  'GET /rest/api/3/comment/{commentId}/properties/{propertyKey}': {
    classic: ['read:jira-work'],
    granular: ['read:comment.property:jira'],
  },
  'PUT /rest/api/3/comment/{commentId}/properties/{propertyKey}': {
    classic: ['write:jira-work'],
    granular: ['write:comment.property:jira'],
  },
  'GET /rest/api/3/field': {
    classic: ['read:jira-work'],
    granular: [
      'read:field:jira',
      'read:avatar:jira',
      'read:project-category:jira',
      'read:project:jira',
      'read:field-configuration:jira',
    ],
  },
  'GET /rest/api/3/field/search': {
    classic: ['read:jira-work'],
    granular: ['read:field:jira', 'read:field-configuration:jira'],
  },
  'POST /rest/api/3/issue': {
    classic: ['write:jira-work'],
    granular: [
      'write:issue:jira',
      'write:comment:jira',
      'write:comment.property:jira',
      'write:attachment:jira',
      'read:issue:jira',
    ],
  },
  'POST /rest/api/3/issue/bulkfetch': {
    classic: ['read:jira-work'],
    granular: [
      'read:issue-meta:jira',
      'read:issue-security-level:jira',
      'read:issue.vote:jira',
      'read:issue.changelog:jira',
      'read:avatar:jira',
      'read:issue:jira',
      'read:status:jira',
      'read:user:jira',
      'read:field-configuration:jira',
    ],
  },
  'DELETE /rest/api/3/issue/{issueIdOrKey}': { classic: ['write:jira-work'], granular: ['delete:issue:jira'] },
  'GET /rest/api/3/issue/{issueIdOrKey}': {
    classic: ['read:jira-work'],
    granular: [
      'read:issue-meta:jira',
      'read:issue-security-level:jira',
      'read:issue.vote:jira',
      'read:issue.changelog:jira',
      'read:avatar:jira',
      'read:issue:jira',
      'read:status:jira',
      'read:user:jira',
      'read:field-configuration:jira',
    ],
  },
  'PUT /rest/api/3/issue/{issueIdOrKey}': { classic: ['write:jira-work'], granular: ['write:issue:jira'] },
  'GET /rest/api/3/issue/{issueIdOrKey}/changelog': {
    classic: ['read:jira-work'],
    granular: ['read:issue-meta:jira', 'read:avatar:jira', 'read:issue.changelog:jira'],
  },
  'GET /rest/api/3/issue/{issueIdOrKey}/comment': {
    classic: ['read:jira-work'],
    granular: [
      'read:comment:jira',
      'read:comment.property:jira',
      'read:group:jira',
      'read:project:jira',
      'read:project-role:jira',
      'read:user:jira',
      'read:avatar:jira',
    ],
  },
  'POST /rest/api/3/issue/{issueIdOrKey}/comment': {
    classic: ['write:jira-work'],
    granular: [
      'read:comment:jira',
      'read:comment.property:jira',
      'read:group:jira',
      'read:project:jira',
      'read:project-role:jira',
      'read:user:jira',
      'write:comment:jira',
      'read:avatar:jira',
    ],
  },
  'DELETE /rest/api/3/issue/{issueIdOrKey}/comment/{id}': {
    classic: ['write:jira-work'],
    granular: ['delete:comment:jira', 'delete:comment.property:jira'],
  },
  'GET /rest/api/3/issue/{issueIdOrKey}/comment/{id}': {
    classic: ['read:jira-work'],
    granular: [
      'read:comment:jira',
      'read:comment.property:jira',
      'read:group:jira',
      'read:project:jira',
      'read:project-role:jira',
      'read:user:jira',
      'read:avatar:jira',
    ],
  },
  'PUT /rest/api/3/issue/{issueIdOrKey}/comment/{id}': {
    classic: ['write:jira-work'],
    granular: [
      'read:comment:jira',
      'read:comment.property:jira',
      'read:group:jira',
      'read:project:jira',
      'read:project-role:jira',
      'read:user:jira',
      'write:comment:jira',
      'read:avatar:jira',
    ],
  },
  'GET /rest/api/3/issue/{issueIdOrKey}/editmeta': {
    classic: ['read:jira-work'],
    granular: ['read:issue-meta:jira', 'read:field-configuration:jira'],
  },
  'POST /rest/api/3/issue/{issueIdOrKey}/notify': {
    classic: ['write:jira-work'],
    granular: ['send:notification:jira'],
  },
  'GET /rest/api/3/issue/{issueIdOrKey}/properties': {
    classic: ['read:jira-work'],
    granular: ['read:issue.property:jira'],
  },
  'DELETE /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}': {
    classic: ['write:jira-work'],
    granular: ['delete:issue.property:jira'],
  },
  'GET /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}': {
    classic: ['read:jira-work'],
    granular: ['read:issue.property:jira'],
  },
  'PUT /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}': {
    classic: ['write:jira-work'],
    granular: ['write:issue.property:jira'],
  },
  'GET /rest/api/3/issue/{issueIdOrKey}/transitions': {
    classic: ['read:jira-work'],
    granular: ['read:issue.transition:jira', 'read:status:jira', 'read:field-configuration:jira'],
  },
  'POST /rest/api/3/issue/{issueIdOrKey}/transitions': {
    classic: ['write:jira-work'],
    granular: ['write:issue:jira', 'write:issue.property:jira'],
  },
  'POST /rest/api/3/jql/match': { classic: ['read:jira-work'], granular: ['read:issue-details:jira'] },
  'GET /rest/api/3/mypermissions': { classic: ['read:jira-work'], granular: ['read:permission:jira'] },
  'GET /rest/api/3/myself': {
    classic: ['read:jira-user'],
    granular: ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'],
  },
  'POST /rest/api/3/permissions/check': { classic: [], granular: ['read:permission:jira'] },
  'GET /rest/api/3/priority': { classic: ['read:jira-work'], granular: ['read:priority:jira'] },
  'GET /rest/api/3/priority/search': { classic: ['manage:jira-configuration'], granular: [] },
  'GET /rest/api/3/priority/{id}': { classic: ['read:jira-work'], granular: ['read:priority:jira'] },
  'GET /rest/api/3/priorityscheme': { classic: ['manage:jira-configuration'], granular: ['read:priority-scheme:jira'] },
  'GET /rest/api/3/priorityscheme/{schemeId}/priorities': {
    classic: ['manage:jira-configuration'],
    granular: ['read:priority-scheme:jira'],
  },
  'GET /rest/api/3/priorityscheme/{schemeId}/projects': {
    classic: ['manage:jira-configuration'],
    granular: ['read:priority-scheme:jira'],
  },
  'GET /rest/api/3/project/search': {
    classic: ['read:jira-work'],
    granular: [
      'read:issue-type:jira',
      'read:project:jira',
      'read:project.property:jira',
      'read:user:jira',
      'read:application-role:jira',
      'read:avatar:jira',
      'read:group:jira',
      'read:issue-type-hierarchy:jira',
      'read:project-category:jira',
      'read:project-version:jira',
      'read:project.component:jira',
    ],
  },
  'GET /rest/api/3/project/{projectIdOrKey}': {
    classic: ['read:jira-work'],
    granular: [
      'read:issue-type:jira',
      'read:project:jira',
      'read:project.property:jira',
      'read:user:jira',
      'read:application-role:jira',
      'read:avatar:jira',
      'read:group:jira',
      'read:issue-type-hierarchy:jira',
      'read:project-category:jira',
      'read:project-version:jira',
      'read:project.component:jira',
    ],
  },
  'POST /rest/api/3/search/approximate-count': {
    classic: ['read:jira-work'],
    granular: [
      'read:issue-details:jira',
      'read:field.default-value:jira',
      'read:field.option:jira',
      'read:field:jira',
      'read:group:jira',
    ],
  },
  'GET /rest/api/3/search/jql': {
    classic: ['read:jira-work'],
    granular: [
      'read:issue-details:jira',
      'read:audit-log:jira',
      'read:avatar:jira',
      'read:field-configuration:jira',
      'read:issue-meta:jira',
    ],
  },
  'POST /rest/api/3/search/jql': {
    classic: ['read:jira-work'],
    granular: [
      'read:issue-details:jira',
      'read:field.default-value:jira',
      'read:field.option:jira',
      'read:field:jira',
      'read:group:jira',
    ],
  },
  'GET /rest/api/3/serverInfo': { classic: [], granular: [] },
  'GET /rest/api/3/status': { classic: ['read:jira-work'], granular: ['read:status:jira'] },
  'GET /rest/api/3/statuses/search': { classic: ['manage:jira-configuration'], granular: ['read:workflow:jira'] },
  'GET /rest/api/3/user': {
    classic: ['read:jira-user'],
    granular: ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'],
  },
  'GET /rest/api/3/user/bulk': {
    classic: ['read:jira-user'],
    granular: ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'],
  },
  'GET /rest/servicedeskapi/info': { classic: [], granular: [] },
  'GET /rest/servicedeskapi/organization': {
    classic: ['manage:servicedesk-customer'],
    granular: ['read:organization:jira-service-management'],
  },
  'POST /rest/servicedeskapi/organization': {
    classic: ['manage:servicedesk-customer'],
    granular: ['read:organization:jira-service-management', 'write:organization:jira-service-management'],
  },
  'DELETE /rest/servicedeskapi/organization/{organizationId}': {
    classic: ['manage:servicedesk-customer'],
    granular: ['read:organization:jira-service-management', 'delete:organization:jira-service-management'],
  },
  'GET /rest/servicedeskapi/organization/{organizationId}': {
    classic: ['manage:servicedesk-customer'],
    granular: ['read:organization:jira-service-management'],
  },
  'GET /rest/servicedeskapi/organization/{organizationId}/property': {
    classic: ['manage:servicedesk-customer'],
    granular: ['read:organization.property:jira-service-management'],
  },
  'DELETE /rest/servicedeskapi/organization/{organizationId}/user': {
    classic: ['manage:servicedesk-customer'],
    granular: [
      'read:organization.user:jira-service-management',
      'delete:organization.user:jira-service-management',
      'read:user:jira',
    ],
  },
  'GET /rest/servicedeskapi/organization/{organizationId}/user': {
    classic: ['manage:servicedesk-customer'],
    granular: ['read:organization.user:jira-service-management', 'read:user:jira'],
  },
  'POST /rest/servicedeskapi/organization/{organizationId}/user': {
    classic: ['manage:servicedesk-customer'],
    granular: [
      'read:organization.user:jira-service-management',
      'write:organization.user:jira-service-management',
      'read:user:jira',
    ],
  },
  'GET /rest/servicedeskapi/request': {
    classic: ['read:servicedesk-request'],
    granular: ['read:request:jira-service-management', 'read:user:jira'],
  },
  'POST /rest/servicedeskapi/request': {
    classic: ['write:servicedesk-request'],
    granular: ['read:request:jira-service-management', 'write:request:jira-service-management', 'read:user:jira'],
  },
  'GET /rest/servicedeskapi/request/{issueIdOrKey}': {
    classic: ['read:servicedesk-request'],
    granular: ['read:request:jira-service-management', 'read:user:jira'],
  },
  'GET /rest/servicedeskapi/request/{issueIdOrKey}/comment': {
    classic: ['read:servicedesk-request'],
    granular: ['read:request.comment:jira-service-management', 'read:user:jira'],
  },
  'POST /rest/servicedeskapi/request/{issueIdOrKey}/comment': {
    classic: ['write:servicedesk-request'],
    granular: [
      'read:request.comment:jira-service-management',
      'write:request.comment:jira-service-management',
      'read:user:jira',
    ],
  },
  'GET /rest/servicedeskapi/request/{issueIdOrKey}/comment/{commentId}': {
    classic: ['read:servicedesk-request'],
    granular: ['read:request.comment:jira-service-management', 'read:user:jira'],
  },
  'DELETE /rest/servicedeskapi/request/{issueIdOrKey}/participant': {
    classic: ['write:servicedesk-request'],
    granular: [
      'read:request.participant:jira-service-management',
      'delete:request.participant:jira-service-management',
      'read:user:jira',
    ],
  },
  'GET /rest/servicedeskapi/request/{issueIdOrKey}/participant': {
    classic: ['read:servicedesk-request'],
    granular: ['read:request.participant:jira-service-management', 'read:user:jira'],
  },
  'POST /rest/servicedeskapi/request/{issueIdOrKey}/participant': {
    classic: ['write:servicedesk-request'],
    granular: [
      'read:request.participant:jira-service-management',
      'write:request.participant:jira-service-management',
      'read:user:jira',
    ],
  },
  'GET /rest/servicedeskapi/request/{issueIdOrKey}/status': {
    classic: ['read:servicedesk-request'],
    granular: ['read:request.status:jira-service-management', 'read:user:jira'],
  },
  'GET /rest/servicedeskapi/request/{issueIdOrKey}/transition': {
    classic: ['read:servicedesk-request'],
    granular: ['read:request.status:jira-service-management', 'read:user:jira'],
  },
  'POST /rest/servicedeskapi/request/{issueIdOrKey}/transition': {
    classic: ['write:servicedesk-request'],
    granular: [
      'read:request.status:jira-service-management',
      'write:request.status:jira-service-management',
      'read:user:jira',
    ],
  },
  'GET /rest/servicedeskapi/servicedesk': {
    classic: ['read:servicedesk-request'],
    granular: ['read:servicedesk:jira-service-management'],
  },
  'GET /rest/servicedeskapi/servicedesk/{serviceDeskId}': {
    classic: ['read:servicedesk-request'],
    granular: ['read:servicedesk:jira-service-management'],
  },
  'DELETE /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization': {
    classic: ['manage:servicedesk-customer'],
    granular: [
      'read:servicedesk.organization:jira-service-management',
      'delete:servicedesk.organization:jira-service-management',
    ],
  },
  'GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization': {
    classic: ['manage:servicedesk-customer'],
    granular: ['read:servicedesk.organization:jira-service-management'],
  },
  'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization': {
    classic: ['manage:servicedesk-customer'],
    granular: [
      'read:servicedesk.organization:jira-service-management',
      'write:servicedesk.organization:jira-service-management',
    ],
  },
  'GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype': {
    classic: ['read:servicedesk-request'],
    granular: ['read:requesttype:jira-service-management'],
  },
  'GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}': {
    classic: ['read:servicedesk-request'],
    granular: ['read:requesttype:jira-service-management'],
  },
  'GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}/field': {
    classic: ['read:servicedesk-request'],
    granular: ['read:requesttype:jira-service-management'],
  },
  'GET /rest/servicedeskapi/organization/{organizationId}/property/{propertyKey}': {
    classic: ['manage:servicedesk-customer'],
    granular: ['read:organization.property:jira-service-management'],
  },
  'PUT /rest/servicedeskapi/organization/{organizationId}/property/{propertyKey}': {
    classic: ['manage:servicedesk-customer'],
    granular: [
      'read:organization.property:jira-service-management',
      'write:organization.property:jira-service-management',
    ],
  },
  'DELETE /rest/servicedeskapi/organization/{organizationId}/property/{propertyKey}': {
    classic: ['manage:servicedesk-customer'],
    granular: [
      'read:organization.property:jira-service-management',
      'delete:organization.property:jira-service-management',
    ],
  },
};
