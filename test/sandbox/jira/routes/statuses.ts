/** GET resolution, status (with the three categories) and statuses/search (categories as TODO, IN_PROGRESS, DONE). */
import { ok } from '../http/answer';
import { listParam } from '../http/call';
import type { Route } from '../http/route';
import type { Status } from '../model';
import type { Site } from '../site';
import { categoryNames, resolutionView, statusView } from '../views/things';
import { requireAdmin } from './find';
import { countOf, page, windowOf } from './paging';

export const statusRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/rest/api/3/resolution',
    audience: 'platform',
    answer: (site) => {
      const resolutions = Object.values(site.state.resolutions);
      return ok(
        resolutions.map((resolution) => resolutionView(site, resolution)),
        { core: resolutions.length },
      );
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/status',
    audience: 'platform',
    answer: (site) => {
      const statuses = Object.values(site.state.statuses);
      return ok(
        statuses.map((status) => statusView(site, status)),
        { core: statuses.length },
      );
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/statuses/search',
    audience: 'platform',
    answer: (site, call) => {
      requireAdmin(site, call);
      const words = (call.query.get('searchString') ?? '').toLowerCase();
      const categories = listParam(call, 'statusCategory');
      const inProject = statusesOf(site, call.query.get('projectId'));
      const statuses = Object.values(site.state.statuses)
        .filter(({ name }) => name.toLowerCase().includes(words))
        .filter(({ category }) => categories.length === 0 || categories.includes(categoryNames(category).bulk))
        .filter(({ id }) => inProject === null || inProject.has(id));
      const window = windowOf(call, 200);
      const show = (status: Status) => ({
        id: status.id,
        name: status.name,
        statusCategory: categoryNames(status.category).bulk,
        scope: { type: 'GLOBAL' },
        description: '',
      });
      return ok(page(site, call, statuses, window, show), { core: countOf(statuses, window) });
    },
  },
];

/** Statuses of a project's workflow, or null where no project is asked for. */
function statusesOf(site: Site, projectId: string | null): Set<string> | null {
  if (projectId === null) return null;
  const workflow = site.state.workflows[site.state.projects[projectId]?.workflowId ?? ''];
  if (workflow === undefined) return new Set();
  return new Set([workflow.initialStatusId, ...workflow.transitions.map(({ to }) => to)]);
}
