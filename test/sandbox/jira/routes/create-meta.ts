/**
 * GET issue/createmeta/{}/issuetypes and …/{issueTypeId}: what a project's create form asks, for whoever may create issues
 * there. Atlassian's reference names 200, 400 and 401 alone, so a project that is unknown or closed to the caller is a 400.
 */
import { ok, platformError } from '../http/answer';
import { accountOf, type Call } from '../http/call';
import { param, type Route } from '../http/route';
import type { Json, Project } from '../model';
import { holdsOnProject } from '../permissions';
import type { Site } from '../site';
import { createMeta } from '../views/create-meta';
import { issueTypeView } from '../views/things';
import { countOf, windowOf } from './paging';

const TYPES = '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes';

export const createMetaRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: TYPES,
    audience: 'platform',
    answer: (site, call) => {
      const types = creatableIn(site, call).issueTypeIds.flatMap((id) => site.state.issueTypes[id] ?? []);
      return listed(
        call,
        'issueTypes',
        types.map((type) => issueTypeView(site, type)),
      );
    },
  },
  {
    method: 'GET',
    template: `${TYPES}/{issueTypeId}`,
    audience: 'platform',
    answer: (site, call) => {
      const project = creatableIn(site, call);
      const issueTypeId = param(call, 'issueTypeId');
      if (!project.issueTypeIds.includes(issueTypeId)) throw platformError(400, ['Specify a valid issue type']);
      return listed(call, 'fields', createMeta(site, project, issueTypeId, accountOf(call)));
    },
  },
];

/** These two pages name their list by what is in it, and have neither `values` nor `isLast`. */
function listed(call: Call, name: 'issueTypes' | 'fields', items: readonly Json[]) {
  const window = windowOf(call, 50, 200);
  const { startAt, maxResults } = window;
  const shown = items.slice(startAt, startAt + maxResults);
  return ok({ maxResults, startAt, total: items.length, [name]: shown }, { core: countOf(items, window) });
}

function creatableIn(site: Site, call: Call): Project {
  const project = site.project(param(call, 'projectIdOrKey'));
  if (project === undefined || !holdsOnProject(site, accountOf(call), 'CREATE_ISSUES', project)) {
    throw platformError(400, ['The project does not exist, or you cannot create issues in it.']);
  }
  return project;
}
