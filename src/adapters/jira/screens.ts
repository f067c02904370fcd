import { route } from '@forge/api';
import * as v from 'valibot';
import type { JiraScreens, ProjectScreens, FormFields, ScreenTab } from '../../services/ports';
import { createForms } from './create-forms';
import { jiraGet, jiraWrite } from './request';

/**
 * Screens of company-managed projects, read and changed as the admin who asked: a project has an issue type screen scheme, that
 * one screen scheme for each of its types, and that one screen for each thing people do. The portal's forms are read as the
 * app, since whoever administers Jira need not be an agent.
 */
export const jiraScreens: JiraScreens = { projects, tabs, addField, requestTypes, createForms };

const idText = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const pageOf = <T extends v.GenericSchema>(item: T) => v.object({ values: v.array(item) });

const projectPage = pageOf(
  v.object({ id: v.string(), projectTypeKey: v.nullish(v.string(), ''), simplified: v.nullish(v.boolean(), false) }),
);
const schemePage = pageOf(v.object({ issueTypeScreenScheme: v.object({ id: idText }), projectIds: v.array(idText) }));
const mappingPage = pageOf(v.object({ issueTypeScreenSchemeId: idText, screenSchemeId: idText }));
const screenSchemePage = pageOf(
  v.object({
    id: idText,
    screens: v.object({
      default: idText,
      create: v.nullish(idText),
      edit: v.nullish(idText),
      view: v.nullish(idText),
    }),
  }),
);
const screenPage = pageOf(v.object({ id: idText, name: v.string() }));

/** `id=1&id=2`, as Jira takes several. */
const repeated = (name: string, ids: readonly string[]): URLSearchParams =>
  new URLSearchParams([...ids.map((id): [string, string] => [name, id]), ['maxResults', '100']]);

async function projects(projectIds: readonly string[]): Promise<readonly ProjectScreens[]> {
  const get = <T extends v.GenericSchema<unknown, { values: unknown[] }>>(
    operation: string,
    path: ReturnType<typeof route>,
    schema: T,
  ): Promise<v.InferOutput<T> | null> => jiraGet({ operation, as: 'user', route: path }, schema);
  const found = await get(
    'set-up-projects',
    route`/rest/api/3/project/search?${repeated('id', projectIds)}`,
    projectPage,
  );
  const known = found?.values ?? [];
  const company = known.filter(({ simplified }) => !simplified).map(({ id }) => id);
  const schemes =
    company.length === 0
      ? []
      : ((
          await get(
            'screen-schemes-of-projects',
            route`/rest/api/3/issuetypescreenscheme/project?${repeated('projectId', company)}`,
            schemePage,
          )
        )?.values ?? []);
  const schemeIds = schemes.map(({ issueTypeScreenScheme }) => issueTypeScreenScheme.id);
  const mappings =
    schemeIds.length === 0
      ? []
      : ((
          await get(
            'screen-scheme-mappings',
            route`/rest/api/3/issuetypescreenscheme/mapping?${repeated('issueTypeScreenSchemeId', schemeIds)}`,
            mappingPage,
          )
        )?.values ?? []);
  const screenSchemeIds = [...new Set(mappings.map(({ screenSchemeId }) => screenSchemeId))];
  const screenSchemes =
    screenSchemeIds.length === 0
      ? []
      : ((
          await get(
            'screen-schemes',
            route`/rest/api/3/screenscheme?${repeated('id', screenSchemeIds)}`,
            screenSchemePage,
          )
        )?.values ?? []);
  const screenIds = [
    ...new Set(screenSchemes.flatMap(({ screens }) => Object.values(screens).filter((id) => id != null))),
  ];
  const screens =
    screenIds.length === 0
      ? []
      : ((await get('screens', route`/rest/api/3/screens?${repeated('id', screenIds)}`, screenPage))?.values ?? []);

  return known.map(({ id, projectTypeKey, simplified }): ProjectScreens => {
    const own = schemes.find((scheme) => scheme.projectIds.includes(id))?.issueTypeScreenScheme.id;
    const ofProject = mappings
      .filter(({ issueTypeScreenSchemeId }) => issueTypeScreenSchemeId === own)
      .flatMap(({ screenSchemeId }) => screenSchemes.filter((scheme) => scheme.id === screenSchemeId));
    return {
      projectId: id,
      managed: simplified ? 'team' : 'company',
      isService: projectTypeKey === 'service_desk',
      screens: usesOf(ofProject).map(({ screenId, uses }) => ({
        screenId,
        uses,
        name: screens.find((screen) => screen.id === screenId)?.name ?? screenId,
      })),
    };
  });
}

type ScreenScheme = v.InferOutput<typeof screenSchemePage>['values'][number];

/** Each screen once, with all that it is used for: a scheme names a screen for what has none of its own. */
function usesOf(
  schemes: readonly ScreenScheme[],
): readonly Pick<ProjectScreens['screens'][number], 'screenId' | 'uses'>[] {
  const uses = new Map<string, Set<'create' | 'edit' | 'view'>>();
  for (const { screens } of schemes) {
    for (const use of ['create', 'edit', 'view'] as const) {
      const id = screens[use] ?? screens.default;
      uses.set(id, (uses.get(id) ?? new Set()).add(use));
    }
  }
  return [...uses].map(([screenId, of]) => ({ screenId, uses: [...of] }));
}

const tabList = v.array(v.object({ id: idText }));
const fieldList = v.array(v.object({ id: v.string() }));

async function tabs(screenId: string): Promise<readonly ScreenTab[]> {
  const found = await jiraGet(
    { operation: 'screen-tabs', as: 'user', route: route`/rest/api/3/screens/${screenId}/tabs` },
    tabList,
  );
  return Promise.all(
    (found ?? []).map(async ({ id }): Promise<ScreenTab> => {
      const fields = await jiraGet(
        { operation: 'screen-fields', as: 'user', route: route`/rest/api/3/screens/${screenId}/tabs/${id}/fields` },
        fieldList,
      );
      return { tabId: id, fieldIds: (fields ?? []).map((field) => field.id) };
    }),
  );
}

async function addField(screenId: string, tabId: string, fieldId: string): Promise<void> {
  await jiraWrite({
    operation: 'add-screen-field',
    as: 'user',
    method: 'POST',
    route: route`/rest/api/3/screens/${screenId}/tabs/${tabId}/fields`,
    body: { fieldId },
  });
}

const deskPage = v.object({
  values: v.array(v.object({ id: v.string(), projectId: v.string() })),
  isLastPage: v.boolean(),
});
const requestTypePage = v.object({
  values: v.array(v.object({ id: v.string(), name: v.string() })),
  isLastPage: v.boolean(),
});
const formShape = v.object({ requestTypeFields: v.array(v.object({ fieldId: v.string() })) });

async function requestTypes(projectId: string): Promise<readonly FormFields[]> {
  const desk = await deskOf(projectId);
  if (desk === null) return [];
  const found = await jiraGet(
    {
      operation: 'request-types',
      as: 'app',
      route: route`/rest/servicedeskapi/servicedesk/${desk}/requesttype?limit=100`,
    },
    requestTypePage,
  );
  return Promise.all(
    (found?.values ?? []).map(async ({ id, name }): Promise<FormFields> => {
      const form = await jiraGet(
        {
          operation: 'request-type-fields',
          as: 'app',
          route: route`/rest/servicedeskapi/servicedesk/${desk}/requesttype/${id}/field`,
        },
        formShape,
      );
      return { id, name, fieldIds: (form?.requestTypeFields ?? []).map(({ fieldId }) => fieldId) };
    }),
  );
}

async function deskOf(projectId: string): Promise<string | null> {
  for (let start = 0, last = false; !last; start += 50) {
    const page = await jiraGet(
      { operation: 'service-desks', as: 'app', route: route`/rest/servicedeskapi/servicedesk?start=${start}&limit=50` },
      deskPage,
    );
    const desk = page?.values.find((one) => one.projectId === projectId);
    if (desk !== undefined) return desk.id;
    last = page === null || page.isLastPage;
  }
  return null;
}
