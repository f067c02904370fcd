/** Service desks, their request types with fields, and the organizations attached to them. */
import { jsmError, noContent, ok } from '../../http/answer';
import { accountOf, bodyOf, listParam } from '../../http/call';
import type { Route } from '../../http/route';
import { param } from '../../http/route';
import type { Field, Json, JsonObject, Project, RequestType } from '../../model';
import { isAgent, isCustomerOfDesk } from '../../permissions';
import type { Site } from '../../site';
import { requestTypeView } from '../../views/request-type-value';
import { organizationView } from '../../views/things';
import { deskOf, requestTypeOf, requireAgent } from './find-jsm';
import { jsmPage } from './jsm-paging';

const DESK = '/rest/servicedeskapi/servicedesk/{serviceDeskId}';

export const serviceDeskRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/rest/servicedeskapi/servicedesk',
    audience: 'portal',
    answer: (site, call) => {
      const user = accountOf(call);
      const desks = Object.values(site.state.projects).filter(
        (project) => project.serviceDeskId !== null && isCustomerOfDesk(site, user, project),
      );
      return jsmPage(site, call, desks, (project) => deskView(site, project));
    },
  },
  {
    method: 'GET',
    template: DESK,
    audience: 'portal',
    answer: (site, call) => ok(deskView(site, deskOf(site, call)), { core: 1 }),
  },
  {
    method: 'GET',
    template: `${DESK}/requesttype`,
    audience: 'portal',
    answer: (site, call) => {
      const project = deskOf(site, call);
      const types = Object.values(site.state.requestTypes).filter((type) => type.projectId === project.id);
      const expandsField = listParam(call, 'expand').includes('field');
      return jsmPage(site, call, types, (type) => ({
        ...requestTypeView(site, type),
        ...(expandsField ? { fields: typeFields(site, type, isAgent(site, accountOf(call), project)) } : {}),
      }));
    },
  },
  {
    method: 'GET',
    template: `${DESK}/requesttype/{requestTypeId}`,
    audience: 'portal',
    answer: (site, call) =>
      ok(requestTypeView(site, requestTypeOf(site, deskOf(site, call), param(call, 'requestTypeId'))), { core: 1 }),
  },
  {
    method: 'GET',
    template: `${DESK}/requesttype/{requestTypeId}/field`,
    audience: 'portal',
    answer: (site, call) => {
      const project = deskOf(site, call);
      const type = requestTypeOf(site, project, param(call, 'requestTypeId'));
      return ok(typeFields(site, type, isAgent(site, accountOf(call), project)), { core: 1 });
    },
  },
  {
    method: 'GET',
    template: `${DESK}/organization`,
    audience: 'portal',
    answer: (site, call) => {
      const project = deskOf(site, call);
      requireAgent(site, call, project);
      const accountId = call.query.get('accountId');
      const organizations = project.organizationIds
        .flatMap((id) => site.state.organizations[id] ?? [])
        .filter(({ memberIds }) => accountId === null || memberIds.includes(accountId));
      return jsmPage(site, call, organizations, (item) => organizationView(site, item, accountOf(call).timeZone));
    },
  },
  {
    method: 'POST',
    template: `${DESK}/organization`,
    audience: 'portal',
    answer: (site, call) => {
      const project = deskOf(site, call);
      requireAgent(site, call, project);
      const id = String(bodyOf(call)['organizationId']);
      if (site.state.organizations[id] === undefined) throw jsmError(404, `Organization with ID ${id} does not exist.`);
      if (!project.organizationIds.includes(id)) project.organizationIds.push(id);
      return noContent();
    },
  },
  {
    method: 'DELETE',
    template: `${DESK}/organization`,
    audience: 'portal',
    answer: (site, call) => {
      const project = deskOf(site, call);
      requireAgent(site, call, project);
      const id = String(bodyOf(call)['organizationId']);
      project.organizationIds = project.organizationIds.filter((other) => other !== id);
      return noContent();
    },
  },
];

export function deskView(site: Site, project: Project): JsonObject {
  const id = project.serviceDeskId ?? '';
  return {
    id,
    projectId: project.id,
    projectName: project.name,
    projectKey: project.key,
    projectTypeKey: project.type,
    _links: { self: `${site.options.baseUrl}/rest/servicedeskapi/servicedesk/${id}` },
  };
}

/** The form's fields. Read-only app fields are never on a form, whatever the request type says. */
export function formFields(site: Site, type: RequestType): { field: Field; required: boolean }[] {
  return type.fields.flatMap(({ fieldId, required }) => {
    const field = site.state.fields[fieldId];
    return field === undefined || field.app?.readOnly === true ? [] : [{ field, required }];
  });
}

function typeFields(site: Site, type: RequestType, asAgent: boolean): JsonObject {
  return {
    requestTypeFields: formFields(site, type).map(({ field, required }) => ({
      fieldId: field.id,
      name: field.name,
      description: '',
      required,
      defaultValues: [],
      validValues: validValues(site, type, field),
      presetValues: [],
      jiraSchema: { ...field.schema },
      visible: true,
    })),
    canRaiseOnBehalfOf: asAgent,
    canAddRequestParticipants: true,
  };
}

function validValues(site: Site, type: RequestType, field: Field): Json[] {
  const choice = (value: string, label: string): Json => ({ value, label, children: [] });
  if (field.kind === 'select') return field.options.map(({ id, value }) => choice(id, value));
  if (field.kind !== 'priority') return [];
  const scheme = site.state.prioritySchemes[site.state.projects[type.projectId]?.prioritySchemeId ?? ''];
  return (scheme?.priorityIds ?? []).map((id) => choice(id, site.state.priorities[id]?.name ?? id));
}
