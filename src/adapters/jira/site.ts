import { route } from '@forge/api';
import * as v from 'valibot';
import type { StatusCategory } from '../../core/policy/document';
import type { EpochMillis } from '../../core/time/instant';
import type { JiraSite, NamedThing, OrganizationName, TicketKinds } from '../../services/ports';
import { findFieldIds } from './fields';
import { jiraGet, JiraError } from './request';

/** What the admin chooses from. Read as the admin who asked, but for the organizations, which only agents may list. */
export const jiraSite: JiraSite = {
  now,
  priorities,
  projects,
  statuses,
  fieldIds: findFieldIds,
  resolutions,
  selectFields,
  fieldOptions,
  groupsNamed,
  ticketKinds,
  organizations,
  organization,
};

const PAGE = 50;
const idText = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

const serverInfo = v.object({ serverTime: v.pipe(v.string(), v.transform(Date.parse), v.number()) });

async function now(): Promise<EpochMillis> {
  const call = { operation: 'site-clock', as: 'user', route: route`/rest/api/3/serverInfo` } as const;
  const info = await jiraGet(call, serverInfo);
  if (info === null) throw new JiraError(call.operation, 404, 'not found');
  return info.serverTime;
}

const priorityPage = v.object({
  values: v.array(v.object({ id: v.string(), name: v.string() })),
  isLast: v.boolean(),
});

async function priorities(): Promise<readonly { id: string; name: string }[]> {
  return allPages(
    'site-priorities',
    (start) => route`/rest/api/3/priority/search?startAt=${start}&maxResults=${PAGE}`,
    priorityPage,
  );
}

const projectPage = v.object({
  values: v.array(
    v.object({ id: v.string(), key: v.string(), name: v.string(), projectTypeKey: v.nullish(v.string(), '') }),
  ),
  isLast: v.boolean(),
});

async function projects(): Promise<readonly { id: string; key: string; name: string; service: boolean }[]> {
  const found = await allPages(
    'site-projects',
    (start) => route`/rest/api/3/project/search?startAt=${start}&maxResults=${PAGE}`,
    projectPage,
  );
  return found.map(({ id, key, name, projectTypeKey }) => ({
    id,
    key,
    name,
    service: projectTypeKey === 'service_desk',
  }));
}

const statusList = v.array(
  v.object({ id: v.string(), name: v.string(), statusCategory: v.object({ key: v.string() }) }),
);

async function statuses(): Promise<readonly { id: string; name: string; category: StatusCategory }[]> {
  const found = await jiraGet({ operation: 'site-statuses', as: 'user', route: route`/rest/api/3/status` }, statusList);
  if (found === null) throw new JiraError('site-statuses', 404, 'not found');
  return found.map(({ id, name, statusCategory }) => ({ id, name, category: categoryOf(statusCategory.key) }));
}

/** Jira's category keys: new, indeterminate, done, and `undefined` for none. */
function categoryOf(key: string): StatusCategory {
  return key === 'done' || key === 'indeterminate' ? key : 'new';
}

const named = v.object({ id: idText, name: v.string() });

/**
 * Not confirmed on a live site, of this route and of those of a field's options below: the scope that Jira asks for, since the
 * documents at hand leave them out. Each is a call of its own, so one that is refused fails its own choice alone.
 */
async function resolutions(): Promise<readonly NamedThing[]> {
  const call = { operation: 'site-resolutions', as: 'user', route: route`/rest/api/3/resolution` } as const;
  return (await jiraGet(call, v.array(named))) ?? [];
}

const SELECT_LIST = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
const fieldList = v.array(
  v.object({ id: v.string(), name: v.string(), schema: v.optional(v.object({ custom: v.optional(v.string()) })) }),
);

async function selectFields(): Promise<readonly NamedThing[]> {
  const call = { operation: 'select-fields', as: 'user', route: route`/rest/api/3/field` } as const;
  const fields = (await jiraGet(call, fieldList)) ?? [];
  return fields.filter(({ schema }) => schema?.custom === SELECT_LIST).map(({ id, name }) => ({ id, name }));
}

const contextPage = v.object({ values: v.array(v.object({ id: idText })), isLast: v.boolean() });
const optionPage = v.object({ values: v.array(v.object({ id: idText, value: v.string() })), isLast: v.boolean() });

async function fieldOptions(fieldId: string): Promise<readonly NamedThing[]> {
  const contexts = await allPages(
    'field-contexts',
    (start) => route`/rest/api/3/field/${fieldId}/context?startAt=${start}&maxResults=${PAGE}`,
    contextPage,
  );
  const options = await Promise.all(
    contexts.map(({ id }) =>
      allPages(
        'field-options',
        (start) => route`/rest/api/3/field/${fieldId}/context/${id}/option?startAt=${start}&maxResults=${PAGE}`,
        optionPage,
      ),
    ),
  );
  return options.flat().map(({ id, value }) => ({ id, name: value }));
}

const foundGroups = v.object({ groups: v.array(v.object({ groupId: v.string(), name: v.string() })) });

async function groupsNamed(text: string): Promise<readonly NamedThing[]> {
  const call = {
    operation: 'find-groups',
    as: 'user',
    route: route`/rest/api/3/groups/picker?query=${text}&maxResults=20&caseInsensitive=true`,
  } as const;
  return ((await jiraGet(call, foundGroups))?.groups ?? []).map(({ groupId, name }) => ({ id: groupId, name }));
}

const projectShape = v.object({
  projectTypeKey: v.nullish(v.string(), ''),
  issueTypes: v.optional(v.array(named), []),
});
const requestTypePage = v.object({ values: v.array(named), isLastPage: v.boolean() });

async function ticketKinds(projectId: string): Promise<TicketKinds> {
  const call = { operation: 'project', as: 'user', route: route`/rest/api/3/project/${projectId}` } as const;
  const project = await jiraGet(call, projectShape);
  if (project === null) return { requestTypes: [], issueTypes: [] };
  const isService = project.projectTypeKey === 'service_desk';
  return { requestTypes: isService ? await requestTypes(projectId) : [], issueTypes: project.issueTypes };
}

/** A service desk answers to its project's id too. */
async function requestTypes(projectId: string): Promise<readonly NamedThing[]> {
  const all: NamedThing[] = [];
  for (let last = false; !last;) {
    const page = await jiraGet(
      {
        operation: 'request-types',
        as: 'user',
        route: route`/rest/servicedeskapi/servicedesk/${projectId}/requesttype?start=${all.length}&limit=${PAGE}`,
      },
      requestTypePage,
    );
    all.push(...(page?.values ?? []));
    last = page === null || page.isLastPage || page.values.length === 0;
  }
  return all;
}

const organizationShape = v.object({ id: idText, name: v.string() });
const organizationPage = v.object({ values: v.array(organizationShape), isLastPage: v.boolean() });

async function organizations(
  start: number,
): Promise<{ organizations: readonly OrganizationName[]; next: number | null }> {
  const page = await jiraGet(
    {
      operation: 'site-organizations',
      as: 'app',
      route: route`/rest/servicedeskapi/organization?start=${start}&limit=${PAGE}`,
    },
    organizationPage,
  );
  const values = page?.values ?? [];
  return { organizations: values, next: page === null || page.isLastPage ? null : start + values.length };
}

async function organization(id: string): Promise<OrganizationName | null> {
  return jiraGet(
    { operation: 'organization', as: 'app', route: route`/rest/servicedeskapi/organization/${id}` },
    organizationShape,
  );
}

async function allPages<T>(
  operation: string,
  path: (start: number) => ReturnType<typeof route>,
  schema: v.GenericSchema<unknown, { values: T[]; isLast: boolean }>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (let last = false; !last;) {
    const page = await jiraGet({ operation, as: 'user', route: path(all.length) }, schema);
    all.push(...(page?.values ?? []));
    last = page === null || page.isLast || page.values.length === 0;
  }
  return all;
}
