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
        ...(expandsField ? { fields: typeFields(site, type, isAgent(site, accountOf(call), project), false) } : {}),
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
      const withHidden = listParam(call, 'expand').includes('hiddenFields');
      return ok(typeFields(site, type, isAgent(site, accountOf(call), project), withHidden), { core: 1 });
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

/** The fields that the form asks for. Read-only app fields are never on a form, whatever the request type says. */
export function formFields(site: Site, type: RequestType): { field: Field; required: boolean }[] {
  return fieldsOf(site, type).filter(({ preset }) => preset === undefined);
}

/** What the request type's hidden fields set on every new request. */
export function presetValues(site: Site, type: RequestType): Record<string, Json> {
  return Object.fromEntries(
    fieldsOf(site, type).flatMap(({ field, preset }) => (preset === undefined ? [] : [[field.id, preset]])),
  );
}

function fieldsOf(site: Site, type: RequestType): { field: Field; required: boolean; preset: Json | undefined }[] {
  return type.fields.flatMap(({ fieldId, required, preset }) => {
    const field = site.state.fields[fieldId];
    return field === undefined || field.app?.readOnly === true ? [] : [{ field, required, preset }];
  });
}

function typeFields(site: Site, type: RequestType, asAgent: boolean, withHidden: boolean): JsonObject {
  const shown = fieldsOf(site, type).filter(({ preset }) => withHidden || preset === undefined);
  return {
    requestTypeFields: shown.map(({ field, required, preset }) => ({
      fieldId: field.id,
      name: field.name,
      description: '',
      required,
      defaultValues: [],
      validValues: validValues(site, type, field),
      presetValues:
        preset === undefined || preset === null ? [] : [typeof preset === 'string' ? preset : JSON.stringify(preset)],
      jiraSchema: { ...field.schema },
      visible: preset === undefined,
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
