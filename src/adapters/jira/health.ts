import { route } from '@forge/api';
import * as v from 'valibot';
import type { JiraHealth } from '../../services/ports';
import { refusalAsNull } from './permissions';
import { jiraGet } from './request';

/** What only the health page asks: the app's own permissions and a service desk's organizations as the app, priorities as the admin. */
export const jiraHealth: JiraHealth = { ofAppOnProject, prioritiesOf, organizationsOf };

const PAGE = 50;

const permissionsShape = v.object({
  permissions: v.record(v.string(), v.object({ havePermission: v.boolean() })),
});

/** A project that the app may not even see is a 404: then it may do nothing there. */
async function ofAppOnProject(projectId: string): ReturnType<JiraHealth['ofAppOnProject']> {
  const asked = 'BROWSE_PROJECTS,EDIT_ISSUES,ADD_COMMENTS';
  const answer = await refusalAsNull(
    jiraGet(
      {
        operation: 'app-permissions',
        as: 'app',
        route: route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=${asked}`,
      },
      permissionsShape,
    ),
  );
  const holds = (key: string): boolean => answer?.permissions[key]?.havePermission ?? false;
  return { browse: holds('BROWSE_PROJECTS'), edit: holds('EDIT_ISSUES'), comment: holds('ADD_COMMENTS') };
}

const priorityPage = v.object({ values: v.array(v.object({ id: v.string() })), isLast: v.boolean() });

/** A project has as many priorities as one page holds many times over; two pages are read at most. */
async function prioritiesOf(projectId: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let last = false; !last && ids.length < 2 * PAGE;) {
    const page = await jiraGet(
      {
        operation: 'project-priorities',
        as: 'user',
        route: route`/rest/api/3/priority/search?projectId=${projectId}&startAt=${ids.length}&maxResults=${PAGE}`,
      },
      priorityPage,
    );
    ids.push(...(page?.values ?? []).map(({ id }) => id));
    last = page === null || page.isLast || page.values.length === 0;
  }
  return ids;
}

const organizationPage = v.object({
  values: v.array(v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) })),
  isLastPage: v.boolean(),
});

/** A service desk answers to its project's id too. */
async function organizationsOf(projectId: string, mostPages: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let pages = 0, last = false; !last && pages < mostPages; pages += 1) {
    const page = await jiraGet(
      {
        operation: 'desk-organizations',
        as: 'app',
        route: route`/rest/servicedeskapi/servicedesk/${projectId}/organization?start=${ids.length}&limit=${PAGE}`,
      },
      organizationPage,
    );
    ids.push(...(page?.values ?? []).map(({ id }) => id));
    last = page === null || page.isLastPage || page.values.length === 0;
  }
  return ids;
}
