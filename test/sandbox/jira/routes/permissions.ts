/** GET mypermissions and POST permissions/check. The points of both count each permission answered. */
import { ok, platformError } from '../http/answer';
import type { Call } from '../http/call';
import { accountOf, bodyOf, idList, isRecord, listParam } from '../http/call';
import type { Route } from '../http/route';
import type { Issue, JsonObject, Project, User } from '../model';
import { GLOBAL_PERMISSIONS, holdsGlobally, holdsOnIssue, holdsOnProject, PROJECT_PERMISSIONS } from '../permissions';
import type { Site } from '../site';
import { browsable, browsableProject, requireAdmin } from './find';

const MOST_CHECKED = 1_000;

export const permissionRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/rest/api/3/mypermissions',
    audience: 'platform',
    answer: (site, call) => {
      const keys = listParam(call, 'permissions');
      if (keys.length === 0) throw platformError(400, ["The 'permissions' query parameter is required."]);
      requireKnown(keys, (key) => GLOBAL_PERMISSIONS.has(key) || PROJECT_PERMISSIONS.has(key));
      const place = placeOf(site, call);
      const user = accountOf(call);
      const answers = keys.map((key): [string, JsonObject] => [
        key,
        permissionView(key, holds(site, user, key, place)),
      ]);
      return ok({ permissions: Object.fromEntries(answers) }, { identity: keys.length });
    },
  },
  {
    method: 'POST',
    template: '/rest/api/3/permissions/check',
    audience: 'platform',
    answer: (site, call) => {
      const body = bodyOf(call);
      const user = checkedUser(site, call, body['accountId']);
      const globals = idList(body, 'globalPermissions');
      requireKnown(globals, (key) => GLOBAL_PERMISSIONS.has(key));
      const globalPermissions = globals.filter((key) => user !== null && holdsGlobally(site, user, key));
      const projectPermissions = questionsIn(body).flatMap((question) => projectAnswers(site, user, question));
      const count = globals.length + projectPermissions.length;
      return ok({ globalPermissions, projectPermissions }, { identity: count });
    },
  },
];

type Place = { kind: 'none' } | { kind: 'project'; project: Project } | { kind: 'issue'; issue: Issue };

function placeOf(site: Site, call: Call): Place {
  const issue = call.query.get('issueKey') ?? call.query.get('issueId');
  if (issue !== null) return { kind: 'issue', issue: browsable(site, call, issue) };
  const project = call.query.get('projectKey') ?? call.query.get('projectId');
  return project === null ? { kind: 'none' } : { kind: 'project', project: browsableProject(site, call, project) };
}

function holds(site: Site, user: User, key: string, place: Place): boolean {
  if (GLOBAL_PERMISSIONS.has(key)) return holdsGlobally(site, user, key);
  if (place.kind === 'issue') return holdsOnIssue(site, user, key, place.issue);
  if (place.kind === 'project') return holdsOnProject(site, user, key, place.project);
  return Object.values(site.state.projects).some((project) => holdsOnProject(site, user, key, project));
}

function permissionView(key: string, havePermission: boolean): JsonObject {
  const type = GLOBAL_PERMISSIONS.has(key) ? 'GLOBAL' : 'PROJECT';
  return { id: key, key, name: key, type, description: '', havePermission };
}

/** Asking about another account needs Administer Jira; an account that does not exist holds nothing. */
function checkedUser(site: Site, call: Call, accountId: unknown): User | null {
  const self = accountOf(call);
  if (accountId === undefined || accountId === null || accountId === self.accountId) return self;
  requireAdmin(site, call);
  return typeof accountId === 'string' ? (site.state.users[accountId] ?? null) : null;
}

interface Question {
  permissions: string[];
  projects: string[];
  issues: string[];
}

function questionsIn(body: Record<string, unknown>): Question[] {
  const asked = body['projectPermissions'];
  if (asked === undefined || asked === null) return [];
  if (!Array.isArray(asked) || !asked.every(isRecord)) throw platformError(400, ['projectPermissions must be a list.']);
  return asked.map((question) => {
    const permissions = idList(question, 'permissions');
    requireKnown(permissions, (key) => PROJECT_PERMISSIONS.has(key));
    const [projects, issues] = [idList(question, 'projects'), idList(question, 'issues')];
    if (projects.length > MOST_CHECKED || issues.length > MOST_CHECKED) {
      throw platformError(400, [`No more than ${MOST_CHECKED} projects and ${MOST_CHECKED} issues can be checked.`]);
    }
    return { permissions, projects, issues };
  });
}

/** Ids that do not exist are left out of the answer in silence, as are those without the permission. */
function projectAnswers(site: Site, user: User | null, { permissions, projects, issues }: Question): JsonObject[] {
  return permissions.map((permission) => ({
    permission,
    issues: issues
      .filter((id) => {
        const issue = site.state.issues[id];
        return user !== null && issue !== undefined && holdsOnIssue(site, user, permission, issue);
      })
      .map(Number),
    projects: projects
      .filter((id) => {
        const project = site.state.projects[id];
        return user !== null && project !== undefined && holdsOnProject(site, user, permission, project);
      })
      .map(Number),
  }));
}

function requireKnown(keys: readonly string[], isKnown: (key: string) => boolean): void {
  const unknown = keys.filter((key) => !isKnown(key));
  if (unknown.length > 0) throw platformError(400, [`Unrecognized permission keys: ${unknown.join(', ')}`]);
}
