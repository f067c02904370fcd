import { route } from '@forge/api';
import * as v from 'valibot';
import type { StatusCategory } from '../../core/policy/document';
import type { JiraSite, OrganizationName } from '../../services/ports';
import { findFieldIds } from './fields';
import { jiraGet, JiraError } from './request';

/** What the admin chooses from. Read as the admin who asked, but for the organizations, which only agents may list. */
export const jiraSite: JiraSite = {
  priorities,
  projects,
  statuses,
  fieldIds: findFieldIds,
  organizations,
  organization,
};

const PAGE = 50;
const idText = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

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
