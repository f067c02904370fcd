/**
 * The scopes that each route needs, from the contracts (x-atlassian-oauth2-scopes): method, path, classic scopes, and
 * the granular ones that may stand for them. The contract lacks the form fields of a request type, which follow the
 * request type's own row, the search of assignable users, the one of groups, and createmeta, which follows editmeta. One row a route, however long: the contract test compares them.
 */
export interface RouteScopes {
  classic: readonly string[];
  granular: readonly string[];
}

const TABLE = `
POST /rest/api/3/app/field/value | - | write:app-data:jira
PUT /rest/api/3/app/field/{fieldIdOrKey}/value | - | write:app-data:jira
POST /rest/api/3/changelog/bulkfetch | read:jira-work | read:issue-meta:jira read:avatar:jira read:issue.changelog:jira
GET /rest/api/3/comment/{commentId}/properties | read:jira-work | read:comment.property:jira
DELETE /rest/api/3/comment/{commentId}/properties/{propertyKey} | write:jira-work | delete:comment.property:jira
GET /rest/api/3/comment/{commentId}/properties/{propertyKey} | read:jira-work | read:comment.property:jira
PUT /rest/api/3/comment/{commentId}/properties/{propertyKey} | write:jira-work | write:comment.property:jira
GET /rest/api/3/field | read:jira-work | read:field:jira read:avatar:jira read:project-category:jira read:project:jira read:field-configuration:jira
GET /rest/api/3/field/search | read:jira-work | read:field:jira read:field-configuration:jira
GET /rest/api/3/field/{fieldId}/context | manage:jira-configuration | read:field:jira read:custom-field-contextual-configuration:jira
GET /rest/api/3/field/{fieldId}/context/{contextId}/option | manage:jira-configuration | read:field.option:jira
POST /rest/api/3/issue | write:jira-work | write:issue:jira write:comment:jira write:comment.property:jira write:attachment:jira read:issue:jira
POST /rest/api/3/issue/bulkfetch | read:jira-work | read:issue-meta:jira read:issue-security-level:jira read:issue.vote:jira read:issue.changelog:jira read:avatar:jira read:issue:jira read:status:jira read:user:jira read:field-configuration:jira
DELETE /rest/api/3/issue/{issueIdOrKey} | write:jira-work | delete:issue:jira
GET /rest/api/3/issue/{issueIdOrKey} | read:jira-work | read:issue-meta:jira read:issue-security-level:jira read:issue.vote:jira read:issue.changelog:jira read:avatar:jira read:issue:jira read:status:jira read:user:jira read:field-configuration:jira
PUT /rest/api/3/issue/{issueIdOrKey} | write:jira-work | write:issue:jira
GET /rest/api/3/issue/{issueIdOrKey}/changelog | read:jira-work | read:issue-meta:jira read:avatar:jira read:issue.changelog:jira
GET /rest/api/3/issue/{issueIdOrKey}/comment | read:jira-work | read:comment:jira read:comment.property:jira read:group:jira read:project:jira read:project-role:jira read:user:jira read:avatar:jira
POST /rest/api/3/issue/{issueIdOrKey}/comment | write:jira-work | read:comment:jira read:comment.property:jira read:group:jira read:project:jira read:project-role:jira read:user:jira write:comment:jira read:avatar:jira
DELETE /rest/api/3/issue/{issueIdOrKey}/comment/{id} | write:jira-work | delete:comment:jira delete:comment.property:jira
GET /rest/api/3/issue/{issueIdOrKey}/comment/{id} | read:jira-work | read:comment:jira read:comment.property:jira read:group:jira read:project:jira read:project-role:jira read:user:jira read:avatar:jira
PUT /rest/api/3/issue/{issueIdOrKey}/comment/{id} | write:jira-work | read:comment:jira read:comment.property:jira read:group:jira read:project:jira read:project-role:jira read:user:jira write:comment:jira read:avatar:jira
GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes | read:jira-work | read:issue-meta:jira read:avatar:jira read:field-configuration:jira
GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId} | read:jira-work | read:issue-meta:jira read:avatar:jira read:field-configuration:jira
GET /rest/api/3/issue/{issueIdOrKey}/editmeta | read:jira-work | read:issue-meta:jira read:field-configuration:jira
POST /rest/api/3/issue/{issueIdOrKey}/notify | write:jira-work | send:notification:jira
GET /rest/api/3/issue/{issueIdOrKey}/properties | read:jira-work | read:issue.property:jira
DELETE /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey} | write:jira-work | delete:issue.property:jira
GET /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey} | read:jira-work | read:issue.property:jira
PUT /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey} | write:jira-work | write:issue.property:jira
GET /rest/api/3/issue/{issueIdOrKey}/transitions | read:jira-work | read:issue.transition:jira read:status:jira read:field-configuration:jira
POST /rest/api/3/issue/{issueIdOrKey}/transitions | write:jira-work | write:issue:jira write:issue.property:jira
POST /rest/api/3/jql/match | read:jira-work | read:issue-details:jira
GET /rest/api/3/mypermissions | read:jira-work | read:permission:jira
GET /rest/api/3/myself | read:jira-user | read:application-role:jira read:group:jira read:user:jira read:avatar:jira
POST /rest/api/3/permissions/check | - | read:permission:jira
GET /rest/api/3/priority | read:jira-work | read:priority:jira
GET /rest/api/3/priority/search | manage:jira-configuration | -
GET /rest/api/3/priority/{id} | read:jira-work | read:priority:jira
GET /rest/api/3/priorityscheme | manage:jira-configuration | read:priority-scheme:jira
GET /rest/api/3/priorityscheme/{schemeId}/priorities | manage:jira-configuration | read:priority-scheme:jira
GET /rest/api/3/priorityscheme/{schemeId}/projects | manage:jira-configuration | read:priority-scheme:jira
GET /rest/api/3/project/search | read:jira-work | read:issue-type:jira read:project:jira read:project.property:jira read:user:jira read:application-role:jira read:avatar:jira read:group:jira read:issue-type-hierarchy:jira read:project-category:jira read:project-version:jira read:project.component:jira
GET /rest/api/3/project/{projectIdOrKey} | read:jira-work | read:issue-type:jira read:project:jira read:project.property:jira read:user:jira read:application-role:jira read:avatar:jira read:group:jira read:issue-type-hierarchy:jira read:project-category:jira read:project-version:jira read:project.component:jira
GET /rest/api/3/groups/picker | read:jira-user | read:group:jira
GET /rest/api/3/issuetypescreenscheme/mapping | manage:jira-project | read:issue-type-screen-scheme:jira
GET /rest/api/3/issuetypescreenscheme/project | manage:jira-project | read:issue-type-screen-scheme:jira read:project:jira
GET /rest/api/3/screens | manage:jira-project | read:screen:jira read:avatar:jira read:project-category:jira read:project:jira
GET /rest/api/3/screens/{screenId}/tabs | manage:jira-project | read:screen-tab:jira
GET /rest/api/3/screens/{screenId}/tabs/{tabId}/fields | manage:jira-project | read:screenable-field:jira
POST /rest/api/3/screens/{screenId}/tabs/{tabId}/fields | manage:jira-project | read:screenable-field:jira write:screenable-field:jira
GET /rest/api/3/screenscheme | manage:jira-project | read:screen-scheme:jira
POST /rest/api/3/search/approximate-count | read:jira-work | read:issue-details:jira read:field.default-value:jira read:field.option:jira read:field:jira read:group:jira
GET /rest/api/3/resolution | read:jira-work | read:resolution:jira
GET /rest/api/3/search/jql | read:jira-work | read:issue-details:jira read:audit-log:jira read:avatar:jira read:field-configuration:jira read:issue-meta:jira
POST /rest/api/3/search/jql | read:jira-work | read:issue-details:jira read:field.default-value:jira read:field.option:jira read:field:jira read:group:jira
GET /rest/api/3/serverInfo | - | -
GET /rest/api/3/status | read:jira-work | read:status:jira
GET /rest/api/3/statuses/search | manage:jira-configuration | read:workflow:jira
GET /rest/api/3/user | read:jira-user | read:application-role:jira read:group:jira read:user:jira read:avatar:jira
GET /rest/api/3/user/assignable/search | read:jira-work | read:user:jira
GET /rest/api/3/user/bulk | read:jira-user | read:application-role:jira read:group:jira read:user:jira read:avatar:jira
GET /rest/servicedeskapi/info | - | -
GET /rest/servicedeskapi/organization | manage:servicedesk-customer | read:organization:jira-service-management
POST /rest/servicedeskapi/organization | manage:servicedesk-customer | read:organization:jira-service-management write:organization:jira-service-management
DELETE /rest/servicedeskapi/organization/{organizationId} | manage:servicedesk-customer | read:organization:jira-service-management delete:organization:jira-service-management
GET /rest/servicedeskapi/organization/{organizationId} | manage:servicedesk-customer | read:organization:jira-service-management
GET /rest/servicedeskapi/organization/{organizationId}/property | manage:servicedesk-customer | read:organization.property:jira-service-management
DELETE /rest/servicedeskapi/organization/{organizationId}/property/{propertyKey} | manage:servicedesk-customer | read:organization.property:jira-service-management delete:organization.property:jira-service-management
GET /rest/servicedeskapi/organization/{organizationId}/property/{propertyKey} | manage:servicedesk-customer | read:organization.property:jira-service-management
PUT /rest/servicedeskapi/organization/{organizationId}/property/{propertyKey} | manage:servicedesk-customer | read:organization.property:jira-service-management write:organization.property:jira-service-management
DELETE /rest/servicedeskapi/organization/{organizationId}/user | manage:servicedesk-customer | read:organization.user:jira-service-management delete:organization.user:jira-service-management read:user:jira
GET /rest/servicedeskapi/organization/{organizationId}/user | manage:servicedesk-customer | read:organization.user:jira-service-management read:user:jira
POST /rest/servicedeskapi/organization/{organizationId}/user | manage:servicedesk-customer | read:organization.user:jira-service-management write:organization.user:jira-service-management read:user:jira
GET /rest/servicedeskapi/request | read:servicedesk-request | read:request:jira-service-management read:user:jira
POST /rest/servicedeskapi/request | write:servicedesk-request | read:request:jira-service-management write:request:jira-service-management read:user:jira
GET /rest/servicedeskapi/request/{issueIdOrKey} | read:servicedesk-request | read:request:jira-service-management read:user:jira
GET /rest/servicedeskapi/request/{issueIdOrKey}/comment | read:servicedesk-request | read:request.comment:jira-service-management read:user:jira
POST /rest/servicedeskapi/request/{issueIdOrKey}/comment | write:servicedesk-request | read:request.comment:jira-service-management write:request.comment:jira-service-management read:user:jira
GET /rest/servicedeskapi/request/{issueIdOrKey}/comment/{commentId} | read:servicedesk-request | read:request.comment:jira-service-management read:user:jira
DELETE /rest/servicedeskapi/request/{issueIdOrKey}/participant | write:servicedesk-request | read:request.participant:jira-service-management delete:request.participant:jira-service-management read:user:jira
GET /rest/servicedeskapi/request/{issueIdOrKey}/participant | read:servicedesk-request | read:request.participant:jira-service-management read:user:jira
POST /rest/servicedeskapi/request/{issueIdOrKey}/participant | write:servicedesk-request | read:request.participant:jira-service-management write:request.participant:jira-service-management read:user:jira
GET /rest/servicedeskapi/request/{issueIdOrKey}/status | read:servicedesk-request | read:request.status:jira-service-management read:user:jira
GET /rest/servicedeskapi/request/{issueIdOrKey}/transition | read:servicedesk-request | read:request.status:jira-service-management read:user:jira
POST /rest/servicedeskapi/request/{issueIdOrKey}/transition | write:servicedesk-request | read:request.status:jira-service-management write:request.status:jira-service-management read:user:jira
GET /rest/servicedeskapi/servicedesk | read:servicedesk-request | read:servicedesk:jira-service-management
GET /rest/servicedeskapi/servicedesk/{serviceDeskId} | read:servicedesk-request | read:servicedesk:jira-service-management
DELETE /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization | manage:servicedesk-customer | read:servicedesk.organization:jira-service-management delete:servicedesk.organization:jira-service-management
GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization | manage:servicedesk-customer | read:servicedesk.organization:jira-service-management
POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization | manage:servicedesk-customer | read:servicedesk.organization:jira-service-management write:servicedesk.organization:jira-service-management
GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype | read:servicedesk-request | read:requesttype:jira-service-management
GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId} | read:servicedesk-request | read:requesttype:jira-service-management
GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}/field | read:servicedesk-request | read:requesttype:jira-service-management
`;

const scopesIn = (text: string | undefined): string[] => (text === undefined || text === '-' ? [] : text.split(' '));

/** By `METHOD /path/{template}`. */
export const SCOPES: Record<string, RouteScopes | undefined> = Object.fromEntries(
  TABLE.trim()
    .split('\n')
    .map((row): [string, RouteScopes] => {
      const [route = '', classic, granular] = row.split(' | ');
      return [route, { classic: scopesIn(classic), granular: scopesIn(granular) }];
    }),
);
