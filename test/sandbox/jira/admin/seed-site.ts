/** New people, projects and request types, with what is usual filled in. */
import type { Licence, Project, RequestType, User } from '../model';
import type { Site } from '../site';
import type { NewProject, NewRequestType, NewUser, UserKind } from './jira-admin';
import { fieldId, idByName, projectByKey } from './names';

const LICENCES: Record<UserKind, Licence> = { admin: 'jira', agent: 'jira', customer: 'none', unlicensed: 'none' };

export function newUser(site: Site, input: NewUser): User {
  const accountId = input.accountId ?? newAccountId(site, input.kind);
  if (site.state.users[accountId] !== undefined) throw new Error(`the account ${accountId} is taken`);
  return {
    accountId,
    accountType: input.kind === 'customer' ? 'customer' : 'atlassian',
    displayName: input.displayName,
    emailAddress: input.emailAddress ?? null,
    active: true,
    licence: LICENCES[input.kind],
    isAdmin: input.kind === 'admin',
    groups: [...(input.groups ?? []), ...(input.kind === 'admin' ? ['jira-administrators'] : [])],
    locale: input.locale ?? 'en-US',
    timeZone: input.timeZone ?? 'America/Toronto',
  };
}

/** Portal-only customers have ids of another form than people with an Atlassian account. */
function newAccountId(site: Site, kind: UserKind): string {
  const uuid = `00000000-0000-4000-8000-${site.nextId().padStart(12, '0')}`;
  return kind === 'customer' ? `qm:00000000-0000-0000-0000-000000000000:${uuid}` : `557058:${uuid}`;
}

export function newProject(site: Site, input: NewProject): Project {
  const isService = input.type === 'service_desk';
  const isTeam = input.managed === 'team';
  const issueTypeIds = isService ? ['10001', '10011', '10012'] : ['10012', '10013'];
  const { administrator = [], agent = [], viewer = [] } = input.roles ?? {};
  return {
    id: input.id ?? site.nextId(),
    key: input.key,
    name: input.name,
    type: input.type,
    serviceDeskId: isService ? (input.serviceDeskId ?? site.nextId()) : null,
    issueTypeIds,
    prioritySchemeId: input.prioritySchemeId ?? '1',
    workflowId: isService ? 'service' : 'software',
    roles: { administrator, agent, viewer },
    organizationIds: input.organizationIds ?? [],
    customerIds: input.customerIds ?? [],
    sharesNewRequests: input.sharesNewRequests ?? true,
    screens: isTeam ? null : newScreens(site, input),
    workTypeFields: isTeam ? newWorkTypeFields(site, issueTypeIds, input.hasAppFields) : null,
    lastIssueNumber: 0,
  };
}

/** One screen to create on and one to edit and look at, as JSM's and Jira's templates make them. */
function newScreens(site: Site, input: Pick<NewProject, 'key' | 'hasAppFields'>): NonNullable<Project['screens']> {
  const fieldIds = Object.values(site.state.fields)
    .filter(({ app }) => app === null || (input.hasAppFields ?? true))
    .map(({ id }) => id);
  const screen = (name: string): string => {
    const id = site.nextId();
    site.state.screens[id] = { id, name, tabs: [{ id: site.nextId(), name: 'Field Tab', fieldIds: [...fieldIds] }] };
    return id;
  };
  const create = screen(`${input.key}: Create Work Item Screen`);
  const view = screen(`${input.key}: View/Edit Work Item Screen`);
  return { create, edit: view, view };
}

/** What each work type of a team-managed project shows beside Jira's own fields. */
function newWorkTypeFields(site: Site, issueTypeIds: readonly string[], hasAppFields = true): Record<string, string[]> {
  const fieldIds = Object.values(site.state.fields)
    .filter(({ app }) => app !== null && hasAppFields)
    .map(({ id }) => id);
  return Object.fromEntries(issueTypeIds.map((id) => [id, [...fieldIds]]));
}

/** Screens and work types for a site that was kept before it had any: all fields are on them. */
export function addScreens(site: Site): void {
  const state: Partial<Site['state']> = site.state;
  state.screens ??= {};
  for (const project of Object.values(site.state.projects)) {
    const kept: Partial<Project> = project;
    if (kept.screens === undefined) project.screens = newScreens(site, project);
    if (kept.workTypeFields === undefined) {
      project.workTypeFields = project.screens === null ? newWorkTypeFields(site, project.issueTypeIds) : null;
    }
  }
}

export function newRequestType(site: Site, input: NewRequestType): RequestType {
  const further = (input.fields ?? []).map((field) => ({ ...field, fieldId: fieldId(site, field.fieldId) }));
  return {
    id: input.id ?? site.nextId(),
    projectId: projectByKey(site, input.projectKey).id,
    issueTypeId: idByName(site.state.issueTypes, input.issueType ?? '[System] Incident'),
    name: input.name,
    description: input.description ?? '',
    fields: [{ fieldId: 'summary', required: true }, { fieldId: 'description', required: false }, ...further],
  };
}
