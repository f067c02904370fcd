/** Priorities of the site and of a project's scheme, and the schemes themselves. */
import { ok, platformError } from '../http/answer';
import { listParam } from '../http/call';
import type { Route } from '../http/route';
import { param } from '../http/route';
import type { JsonObject, Priority, PriorityScheme } from '../model';
import type { Site } from '../site';
import { priorityView, projectView } from '../views/things';
import { requireAdmin } from './find';
import { countOf, page, windowOf } from './paging';

const inSiteOrder = (site: Site): Priority[] =>
  site.state.priorityOrder.flatMap((id) => site.state.priorities[id] ?? []);

export const priorityRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/rest/api/3/priority',
    audience: 'platform',
    answer: (site) => {
      const priorities = inSiteOrder(site);
      return ok(
        priorities.map((priority) => priorityView(site, priority)),
        { core: priorities.length },
      );
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/priority/search',
    audience: 'platform',
    answer: (site, call) => {
      const ids = listParam(call, 'id');
      const name = call.query.get('priorityName')?.toLowerCase() ?? '';
      const schemes = schemesOf(site, listParam(call, 'projectId'));
      const priorities = inSiteOrder(site)
        .filter((priority) => ids.length === 0 || ids.includes(priority.id))
        .filter((priority) => priority.name.toLowerCase().includes(name))
        .filter((priority) => schemes.every((scheme) => scheme.priorityIds.includes(priority.id)));
      const window = windowOf(call, 50);
      const show = (priority: Priority): JsonObject => ({
        ...priorityView(site, priority),
        isDefault: site.state.prioritySchemes['1']?.defaultPriorityId === priority.id,
      });
      return ok(page(site, call, priorities, window, show), { core: countOf(priorities, window) });
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/priority/{id}',
    audience: 'platform',
    answer: (site, call) => {
      const priority = site.state.priorities[param(call, 'id')];
      if (priority === undefined)
        throw platformError(404, [`The priority with id '${param(call, 'id')}' does not exist`]);
      return ok(priorityView(site, priority), { core: 1 });
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/priorityscheme',
    audience: 'platform',
    answer: (site, call) => {
      const schemes = Object.values(site.state.prioritySchemes);
      const window = windowOf(call, 50);
      return ok(
        page(site, call, schemes, window, (scheme) => schemeView(site, scheme)),
        { core: countOf(schemes, window) },
      );
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/priorityscheme/{schemeId}/priorities',
    audience: 'platform',
    answer: (site, call) => {
      const scheme = schemeOf(site, param(call, 'schemeId'));
      const priorities = scheme.priorityIds.flatMap((id) => site.state.priorities[id] ?? []);
      const window = windowOf(call, 50);
      const show = (priority: Priority): JsonObject => ({
        ...priorityView(site, priority),
        isDefault: scheme.defaultPriorityId === priority.id,
        sequence: String(scheme.priorityIds.indexOf(priority.id) + 1),
      });
      return ok(page(site, call, priorities, window, show), { core: countOf(priorities, window) });
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/priorityscheme/{schemeId}/projects',
    audience: 'platform',
    answer: (site, call) => {
      requireAdmin(site, call);
      const scheme = schemeOf(site, param(call, 'schemeId'));
      const projects = Object.values(site.state.projects).filter((project) => project.prioritySchemeId === scheme.id);
      const window = windowOf(call, 50);
      return ok(
        page(site, call, projects, window, (project) => projectView(site, project)),
        { core: countOf(projects, window) },
      );
    },
  },
];

/** The schemes of the projects named; 400 where one does not exist. */
function schemesOf(site: Site, projectIds: readonly string[]): PriorityScheme[] {
  return projectIds.map((id) => {
    const project = site.state.projects[id];
    if (project === undefined) throw platformError(400, [`The project with id '${id}' does not exist`]);
    return schemeOf(site, project.prioritySchemeId);
  });
}

function schemeOf(site: Site, id: string): PriorityScheme {
  const scheme = site.state.prioritySchemes[id];
  if (scheme === undefined) throw platformError(400, [`The priority scheme with id '${id}' does not exist`]);
  return scheme;
}

function schemeView(site: Site, scheme: PriorityScheme): JsonObject {
  return {
    id: scheme.id,
    self: `${site.options.baseUrl}/rest/api/3/priorityscheme/${scheme.id}`,
    name: scheme.name,
    description: '',
    isDefault: scheme.id === '1',
    default: scheme.id === '1',
    defaultPriorityId: scheme.defaultPriorityId,
  };
}
