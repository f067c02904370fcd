/** Who may do what: roles and licences, overrides for single accounts, issue security, and who sees a request. */
import type { Caller } from './http/call';
import type { Issue, Project, ProjectRole, User } from './model';
import { ORGANIZATIONS, PARTICIPANTS } from './fields/system-fields';
import { listOf } from './issue-values';
import type { Site } from './site';

const VIEWER = ['BROWSE_PROJECTS', 'VIEW_AGGREGATED_DATA', 'ADD_COMMENTS', 'EDIT_OWN_COMMENTS', 'DELETE_OWN_COMMENTS'];
const AGENT = [
  ...VIEWER,
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'ASSIGN_ISSUES',
  'ASSIGNABLE_USER',
  'TRANSITION_ISSUES',
  'RESOLVE_ISSUES',
  'CLOSE_ISSUES',
  'SCHEDULE_ISSUES',
  'MODIFY_REPORTER',
  'EDIT_ALL_COMMENTS',
  'SERVICEDESK_AGENT',
];
const ADMINISTRATOR = [...AGENT, 'ADMINISTER_PROJECTS', 'DELETE_ISSUES', 'DELETE_ALL_COMMENTS', 'SET_ISSUE_SECURITY'];

const BY_ROLE: Record<ProjectRole, ReadonlySet<string>> = {
  viewer: new Set(VIEWER),
  agent: new Set(AGENT),
  administrator: new Set(ADMINISTRATOR),
};

const GLOBAL_FOR_LICENSED = ['USER_PICKER', 'CREATE_SHARED_OBJECTS'];
const GLOBAL_FOR_ADMINS = [...GLOBAL_FOR_LICENSED, 'ADMINISTER', 'BULK_CHANGE', 'MANAGE_GROUP_FILTER_SUBSCRIPTIONS'];

export const PROJECT_PERMISSIONS: ReadonlySet<string> = new Set(ADMINISTRATOR);
export const GLOBAL_PERMISSIONS: ReadonlySet<string> = new Set([...GLOBAL_FOR_ADMINS, 'SYSTEM_ADMIN']);

const override = (site: Site, user: User, permission: string, projectId: string | null): boolean | undefined =>
  site.state.permissionOverrides.findLast(
    (entry) => entry.accountId === user.accountId && entry.permission === permission && entry.projectId === projectId,
  )?.granted;

/** A global permission such as ADMINISTER. The app's user holds none that administers. */
export function holdsGlobally(site: Site, user: User, permission: string): boolean {
  const said = override(site, user, permission, null);
  if (said !== undefined) return said;
  if (user.licence !== 'jira' || !user.active) return false;
  return (user.isAdmin ? GLOBAL_FOR_ADMINS : GLOBAL_FOR_LICENSED).includes(permission);
}

/** A project permission. Without BROWSE_PROJECTS nobody holds any other. */
export function holdsOnProject(site: Site, user: User, permission: string, project: Project): boolean {
  const granted = (key: string): boolean =>
    override(site, user, key, project.id) ?? grantedByRole(site, user, key, project);
  return granted('BROWSE_PROJECTS') && granted(permission);
}

/** The app's user is in a role of its own that holds every project permission (atlassian-addons-project-access). */
function grantedByRole(site: Site, user: User, permission: string, project: Project): boolean {
  if (user.licence !== 'jira' || !user.active) return false;
  if (user.accountType === 'app') {
    return !site.options.projectsHiddenFromApp.includes(project.key) && BY_ROLE.administrator.has(permission);
  }
  const roles = Object.keys(project.roles) as ProjectRole[];
  if (permission === 'SERVICEDESK_AGENT' && project.type !== 'service_desk') return false;
  return roles.some((role) => project.roles[role].includes(user.accountId) && BY_ROLE[role].has(permission));
}

/** A project permission on one issue: also kept out by its security level. */
export function holdsOnIssue(site: Site, user: User, permission: string, issue: Issue): boolean {
  return insideSecurity(site, user, issue) && holdsOnProject(site, user, permission, site.projectOf(issue));
}

function insideSecurity(site: Site, user: User, issue: Issue): boolean {
  if (issue.securedTo === null || issue.securedTo.includes(user.accountId)) return true;
  return user.accountType === 'app' && !site.options.securityHidesFromApp;
}

export const isAgent = (site: Site, user: User, project: Project): boolean =>
  project.type === 'service_desk' && holdsOnProject(site, user, 'SERVICEDESK_AGENT', project);

/** May see the request on the portal: its agents, reporter, participants, and members of an organization it is shared with. */
export function seesRequest(site: Site, user: User, issue: Issue): boolean {
  const project = site.projectOf(issue);
  if (project.type !== 'service_desk' || !user.active) return false;
  if (isAgent(site, user, project)) return insideSecurity(site, user, issue);
  return isCustomerOf(site, user, issue);
}

/** Reporter, participant, or member of an organization that the request is shared with. */
export function isCustomerOf(site: Site, user: User, issue: Issue): boolean {
  if (issue.values['reporter'] === user.accountId) return true;
  if (listOf(issue.values[PARTICIPANTS]).includes(user.accountId)) return true;
  return listOf(issue.values[ORGANIZATIONS]).some((id) =>
    site.state.organizations[id]?.memberIds.includes(user.accountId),
  );
}

/** May raise requests on the service desk: agents, its customers, and members of its organizations. */
export function isCustomerOfDesk(site: Site, user: User, project: Project): boolean {
  if (isAgent(site, user, project) || project.customerIds.includes(user.accountId)) return true;
  return project.organizationIds.some((id) => site.state.organizations[id]?.memberIds.includes(user.accountId));
}

/** May browse the issue in Jira (not on the portal). */
export function browses(site: Site, caller: Caller, issue: Issue): boolean {
  return caller.kind !== 'anonymous' && holdsOnIssue(site, caller.user, 'BROWSE_PROJECTS', issue);
}
