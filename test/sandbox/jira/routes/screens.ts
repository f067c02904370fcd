/** Screens and their schemes, one scheme a company-managed project; for whoever administers Jira. */
import { ok, platformError, written } from '../http/answer';
import { bodyOf, listParam, type Call } from '../http/call';
import { param, type Route } from '../http/route';
import type { Project, Screen } from '../model';
import type { Site } from '../site';
import { requireAdmin } from './find';
import { countOf, page, windowOf } from './paging';

const SCREEN = '/rest/api/3/screens/{screenId}';
const FIELDS = `${SCREEN}/tabs/{tabId}/fields`;

const withScreens = (site: Site): (Project & { screens: NonNullable<Project['screens']> })[] =>
  Object.values(site.state.projects).flatMap((project) =>
    project.screens === null ? [] : [{ ...project, screens: project.screens }],
  );

/** Scheme ids are the project's own, told apart by their first digit. */
const schemeId = (project: Project): string => `1${project.id}`;
const screenSchemeId = (project: Project): string => `2${project.id}`;

const asked = (call: Call, name: string, id: string): boolean => {
  const ids = listParam(call, name);
  return ids.length === 0 || ids.includes(id);
};

function listed<T>(site: Site, call: Call, items: readonly T[], show: (item: T) => object) {
  const window = windowOf(call, 50, 100);
  return ok(
    page(site, call, items, window, (item) => show(item) as never),
    { core: countOf(items, window) },
  );
}

export const screenRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/rest/api/3/issuetypescreenscheme/project',
    audience: 'platform',
    answer: (site, call) => {
      requireAdmin(site, call);
      if (listParam(call, 'projectId').length === 0) throw platformError(400, ['The project IDs are required.']);
      const projects = withScreens(site).filter(({ id }) => asked(call, 'projectId', id));
      return listed(site, call, projects, (project) => ({
        issueTypeScreenScheme: { id: schemeId(project), name: `${project.key}: Screen Scheme`, description: '' },
        projectIds: [project.id],
      }));
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/issuetypescreenscheme/mapping',
    audience: 'platform',
    answer: (site, call) => {
      requireAdmin(site, call);
      const projects = withScreens(site).filter((project) => asked(call, 'issueTypeScreenSchemeId', schemeId(project)));
      return listed(site, call, projects, (project) => ({
        issueTypeScreenSchemeId: schemeId(project),
        issueTypeId: 'default',
        screenSchemeId: screenSchemeId(project),
      }));
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/screenscheme',
    audience: 'platform',
    answer: (site, call) => {
      requireAdmin(site, call);
      const projects = withScreens(site).filter((project) => asked(call, 'id', screenSchemeId(project)));
      return listed(site, call, projects, (project) => ({
        id: Number(screenSchemeId(project)),
        name: `${project.key}: Screen Scheme`,
        description: '',
        screens: { default: Number(project.screens.view), create: Number(project.screens.create) },
      }));
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/screens',
    audience: 'platform',
    answer: (site, call) => {
      requireAdmin(site, call);
      const screens = Object.values(site.state.screens).filter(({ id }) => asked(call, 'id', id));
      return listed(site, call, screens, ({ id, name }) => ({ id: Number(id), name, description: '' }));
    },
  },
  {
    method: 'GET',
    template: `${SCREEN}/tabs`,
    audience: 'platform',
    answer: (site, call) => {
      requireAdmin(site, call);
      const { tabs } = screenOf(site, call);
      return ok(
        tabs.map(({ id, name }) => ({ id: Number(id), name })),
        { core: tabs.length },
      );
    },
  },
  {
    method: 'GET',
    template: FIELDS,
    audience: 'platform',
    answer: (site, call) => {
      requireAdmin(site, call);
      const { fieldIds } = tabOf(site, call);
      return ok(
        fieldIds.map((id) => ({ id, name: site.state.fields[id]?.name ?? id })),
        { core: fieldIds.length },
      );
    },
  },
  {
    method: 'POST',
    template: FIELDS,
    audience: 'platform',
    answer: (site, call) => {
      requireAdmin(site, call);
      const tab = tabOf(site, call);
      const { fieldId } = bodyOf(call);
      const field = typeof fieldId === 'string' ? site.state.fields[fieldId] : undefined;
      if (field === undefined) throw platformError(400, [], { fieldId: `Field '${String(fieldId)}' does not exist.` });
      if (screenOf(site, call).tabs.some(({ fieldIds }) => fieldIds.includes(field.id))) {
        throw platformError(400, [], { fieldId: `The field with ID '${field.id}' already exists on the screen.` });
      }
      tab.fieldIds.push(field.id);
      return written(200, { id: field.id, name: field.name });
    },
  },
];

function screenOf(site: Site, call: Call): Screen {
  const screen = site.state.screens[param(call, 'screenId')];
  if (screen === undefined) throw platformError(404, ['The screen was not found.']);
  return screen;
}

function tabOf(site: Site, call: Call): Screen['tabs'][number] {
  const tab = screenOf(site, call).tabs.find(({ id }) => id === param(call, 'tabId'));
  if (tab === undefined) throw platformError(404, ['The screen tab was not found.']);
  return tab;
}
