/** The admin's door, over one site and its engine. */
import type { Engine } from '../http/engine';
import type { SiteState } from '../model';
import { mergeOptions } from '../options';
import { makeOrganization } from '../routes/jsm/organizations';
import type { Site } from '../site';
import type { JiraAdmin } from './jira-admin';
import { isOnScreen } from '../screens';
import { fieldId, idByName, projectByKey } from './names';
import { seedIssue, seedStep } from './seed-issue';
import { newProject, newRequestType, newUser } from './seed-site';

export function createAdmin(site: Site, engine: Engine, deliver: () => void): JiraAdmin {
  const put = <T extends { id: string }>(table: Record<string, T>, item: T): T => {
    if (table[item.id] !== undefined) throw new Error(`the id ${item.id} is taken`);
    table[item.id] = item;
    return item;
  };
  return {
    state: () => site.state,
    appAccountId: () => site.options.appAccountId,
    addUser: (input) => {
      const user = newUser(site, input);
      site.state.users[user.accountId] = user;
      return user;
    },
    addProject: (input) => put(site.state.projects, newProject(site, input)),
    addRequestType: (input) => put(site.state.requestTypes, newRequestType(site, input)),
    addFieldToRequestType: (requestTypeId, field) => {
      const type = site.state.requestTypes[requestTypeId];
      const project = site.state.projects[type?.projectId ?? ''];
      if (type === undefined || project === undefined) throw new Error(`no request type ${requestTypeId}`);
      const id = fieldId(site, field.fieldId);
      // A form of a team-managed project has its fields of its own.
      if (project.screens !== null && !isOnScreen(site, project, 'create', type.issueTypeId, id))
        throw new Error(`${id} is not on the create screen of ${project.key}`);
      type.fields.push({ ...field, fieldId: id });
    },
    addFieldToWorkType: (projectKey, issueType, field) => {
      const fieldIds = projectByKey(site, projectKey).workTypeFields?.[idByName(site.state.issueTypes, issueType)];
      if (fieldIds === undefined) throw new Error(`${projectKey} has no work type ${issueType} of its own`);
      fieldIds.push(fieldId(site, field));
    },
    addOrganization: ({ name, created, memberIds = [], projectKeys = [] }) => {
      const organization = makeOrganization(site, name, created ?? site.clock.now());
      organization.memberIds = [...memberIds];
      for (const key of projectKeys) projectByKey(site, key).organizationIds.push(organization.id);
      return organization;
    },
    addPriority: ({ name, id = site.nextId(), statusColor = '#707070' }) => {
      site.state.priorityOrder.push(id);
      return put(site.state.priorities, { id, name, statusColor });
    },
    addPriorityScheme: (input) => put(site.state.prioritySchemes, { id: site.nextId(), ...input }),
    addStatus: ({ name, category, id = site.nextId() }) => put(site.state.statuses, { id, name, category }),
    addVersion: ({ projectKey, name, releaseDate = null, released = false, archived = false }) => {
      const projectId = projectByKey(site, projectKey).id;
      return put(site.state.versions, { id: site.nextId(), name, projectId, releaseDate, released, archived });
    },
    addSelectField: ({ name, options }) => {
      const customId = Number(site.nextId());
      return put(site.state.fields, {
        id: `customfield_${customId}`,
        name,
        kind: 'select',
        schema: { type: 'option', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:select', customId },
        clauseNames: [],
        app: null,
        options: options.map((value) => ({ id: site.nextId(), value })),
      });
    },
    seedIssue: (input, raisesEvents = false) => {
      const issue = seedIssue(site, input, !raisesEvents);
      deliver();
      return issue;
    },
    seedStep: (idOrKey, step, raisesEvents = false) => {
      const issue = site.issue(idOrKey);
      if (issue === undefined) throw new Error(`no issue ${idOrKey} on the site`);
      seedStep(site, issue, step, !raisesEvents);
      deliver();
    },
    fieldId: (key) => fieldId(site, key),
    issue: (idOrKey) => site.issue(idOrKey),
    setPermission: (override) => void site.state.permissionOverrides.push(override),
    setIssueSecurity: (idOrKey, accountIds) => {
      const issue = site.issue(idOrKey);
      if (issue === undefined) throw new Error(`no issue ${idOrKey} on the site`);
      issue.securedTo = accountIds;
    },
    configure: (options) => {
      site.options = mergeOptions(options, site.options);
    },
    failNext: (failure) => engine.failures.add(failure),
    failuresLeft: () => engine.failures.left,
    clearFailures: () => engine.failures.clear(),
    unknownRoutes: () => engine.unknownRoutes,
    notifications: () => site.state.notifications,
    pointsThisHour: () => engine.limits.pointsThisHour(),
    restore: (state) => site.replaceState(structuredClone(state as SiteState)),
  };
}
