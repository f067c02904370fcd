/** GET project/search and project/{}: the projects that the caller may browse. */
import { ok, platformError } from '../http/answer';
import { accountOf, listParam } from '../http/call';
import type { Route } from '../http/route';
import { param } from '../http/route';
import type { JsonObject, Project } from '../model';
import { holdsOnProject } from '../permissions';
import type { Site } from '../site';
import { userView } from '../views/people';
import { issueTypeView, projectView, versionView } from '../views/things';
import { browsableProject } from './find';
import { countOf, page, windowOf } from './paging';

const ACTIONS: Record<string, string> = {
  view: 'BROWSE_PROJECTS',
  browse: 'BROWSE_PROJECTS',
  edit: 'ADMINISTER_PROJECTS',
  create: 'CREATE_ISSUES',
};

export const projectRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/rest/api/3/project/search',
    audience: 'platform',
    answer: (site, call) => {
      const user = accountOf(call);
      const permission = ACTIONS[call.query.get('action') ?? 'view'];
      if (permission === undefined)
        throw platformError(400, ['The action is not one of view, browse, edit and create.']);
      const ids = listParam(call, 'id');
      const keys = listParam(call, 'keys');
      const types = listParam(call, 'typeKey');
      const words = (call.query.get('query') ?? '').toLowerCase();
      const projects = Object.values(site.state.projects)
        .filter((project) => holdsOnProject(site, user, permission, project))
        .filter((project) => ids.length === 0 || ids.includes(project.id))
        .filter((project) => keys.length === 0 || keys.includes(project.key))
        .filter((project) => types.length === 0 || types.includes(project.type))
        .filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(words))
        .sort((a, b) => a.key.localeCompare(b.key));
      const window = windowOf(call, 50, 100);
      return ok(
        page(site, call, projects, window, (project) => projectView(site, project)),
        { core: countOf(projects, window) },
      );
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/project/{projectIdOrKey}',
    audience: 'platform',
    answer: (site, call) =>
      ok(wholeProject(site, browsableProject(site, call, param(call, 'projectIdOrKey'))), { core: 1 }),
  },
];

function wholeProject(site: Site, project: Project): JsonObject {
  const lead = project.roles.administrator[0];
  return {
    ...projectView(site, project),
    description: '',
    ...(lead === undefined ? {} : { lead: userView(site, site.user(lead)) }),
    assigneeType: 'UNASSIGNED',
    components: [],
    issueTypes: project.issueTypeIds.flatMap((id) => {
      const type = site.state.issueTypes[id];
      return type === undefined ? [] : [issueTypeView(site, type)];
    }),
    versions: Object.values(site.state.versions)
      .filter((version) => version.projectId === project.id)
      .map((version) => versionView(site, version)),
    roles: {},
    isPrivate: false,
    style: 'classic',
    properties: {},
  };
}
