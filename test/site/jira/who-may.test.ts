import type { ASite } from './a-site';
import { aSite, at } from './a-site';

let site: ASite;
let key: string;
beforeEach(() => {
  site = aSite();
  key = site.anIssue().key;
});

type Person = keyof ASite['people'] | 'app' | 'nobody';
const idOf = (person: Person): string => (person === 'app' || person === 'nobody' ? person : site.people[person]);

describe('who may read an issue', () => {
  it.each<[Person, number, number]>([
    ['app', 200, 200],
    ['admin', 200, 200],
    ['agent', 200, 200],
    ['other', 404, 404],
    ['customer', 403, 200],
    ['colleague', 403, 200],
    ['stranger', 403, 404],
    ['employee', 403, 404],
    ['nobody', 401, 401],
  ])('%s: %i on the platform, %i on the portal', async (person, platform, portal) => {
    const as = idOf(person);
    const answers = [
      await site.ask('GET', `/rest/api/3/issue/${key}`, { as }),
      await site.ask('GET', `/rest/servicedeskapi/request/${key}`, { as }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([platform, portal]);
  });

  it('a security level hides it from everyone it does not name, but for the app', async () => {
    site.jira.setIssueSecurity(key, [site.people.admin]);
    const statuses = await Promise.all(
      (['admin', 'agent', 'app'] as const).map(
        async (person) => (await site.ask('GET', `/rest/api/3/issue/${key}`, { as: idOf(person) })).status,
      ),
    );
    expect(statuses).toEqual([200, 404, 200]);
  });

  it('and from the app too where the site says so', async () => {
    site.jira.configure({ securityHidesFromApp: true, projectsHiddenFromApp: [] });
    site.jira.setIssueSecurity(key, []);
    expect((await site.ask('GET', `/rest/api/3/issue/${key}`, { as: 'app' })).status).toBe(404);
  });

  it('a project hidden from the app has no issues for it', async () => {
    site.jira.configure({ projectsHiddenFromApp: ['SUP'] });
    expect((await site.ask('GET', `/rest/api/3/issue/${key}`, { as: 'app' })).status).toBe(404);
  });

  it('a participant sees the request', async () => {
    const body = { accountIds: [site.people.stranger] };
    await site.ask('POST', `/rest/servicedeskapi/request/${key}/participant`, { body });
    expect((await site.ask('GET', `/rest/servicedeskapi/request/${key}`, { as: site.people.stranger })).status).toBe(
      200,
    );
  });

  it.each<[Person, number]>([
    ['customer', 200],
    ['colleague', 200],
    ['stranger', 404],
  ])('the app acting as the %s gets %i for the request, and 403 for the issue', async (person, status) => {
    const asked = { as: idOf(person), scopes: ['read:servicedesk-request', 'read:jira-work'] };
    expect((await site.ask('GET', `/rest/servicedeskapi/request/${key}`, asked)).status).toBe(status);
    expect((await site.ask('GET', `/rest/api/3/issue/${key}`, asked)).status).toBe(403);
  });

  it('an app cannot act as a person without licence, though the person may on the portal', async () => {
    const asked = { as: site.people.employee, scopes: ['read:servicedesk-request'] };
    expect((await site.ask('GET', '/rest/servicedeskapi/servicedesk', asked)).status).toBe(403);
    expect((await site.ask('GET', '/rest/servicedeskapi/servicedesk', { as: site.people.employee })).status).toBe(200);
  });
});

describe('mypermissions', () => {
  it.each<[Person, string, boolean]>([
    ['admin', 'permissions=ADMINISTER', true],
    ['agent', 'permissions=ADMINISTER', false],
    ['agent', 'permissions=EDIT_ISSUES&projectKey=SUP', true],
    ['agent', 'permissions=ADMINISTER_PROJECTS&projectKey=SUP', false],
    ['admin', 'permissions=ADMINISTER_PROJECTS&projectKey=SUP', true],
    ['agent', 'permissions=SERVICEDESK_AGENT&issueKey=SUP-1', true],
    ['other', 'permissions=EDIT_ISSUES', false],
  ])('%s asks %s: %s', async (person, query, expected) => {
    const { body } = await site.ask('GET', `/rest/api/3/mypermissions?${query}`, { as: idOf(person) });
    expect(at(Object.values(at(body, 'permissions') as object), '0.havePermission')).toBe(expected);
  });

  it.each([
    ['no permission named', '', 400],
    ['an unknown permission', 'permissions=FLY', 400],
    ['a project that the caller may not see', 'permissions=EDIT_ISSUES&projectKey=SUP', 404],
  ])('refuses %s', async (_what, query, status) => {
    expect((await site.ask('GET', `/rest/api/3/mypermissions?${query}`, { as: site.people.other })).status).toBe(
      status,
    );
  });

  it('an override changes one person’s answer', async () => {
    site.jira.setPermission({
      accountId: site.people.agent,
      permission: 'EDIT_ISSUES',
      projectId: site.project.id,
      granted: false,
    });
    const { body } = await site.ask('GET', '/rest/api/3/mypermissions?permissions=EDIT_ISSUES&projectKey=SUP');
    expect(at(body, 'permissions.EDIT_ISSUES.havePermission')).toBe(false);
    expect((await site.ask('PUT', `/rest/api/3/issue/${key}`, { body: { fields: { summary: 'x' } } })).status).toBe(
      403,
    );
  });
});

describe('permissions/check', () => {
  const check = (as: string, accountId: string | undefined, issues: number[]) =>
    site.ask('POST', '/rest/api/3/permissions/check', {
      as,
      body: {
        ...(accountId === undefined ? {} : { accountId }),
        globalPermissions: ['ADMINISTER'],
        projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues, projects: [Number(site.project.id)] }],
      },
    });

  it('drops ids that do not exist or are not allowed, in silence', async () => {
    const id = Number(site.jira.issue(key)?.id);
    const answer = await check('app', site.people.agent, [id, 999_999]);
    expect(answer.body).toEqual({
      globalPermissions: [],
      projectPermissions: [{ permission: 'EDIT_ISSUES', issues: [id], projects: [Number(site.project.id)] }],
    });
    expect(at((await check('app', site.people.other, [id])).body, 'projectPermissions.0')).toMatchObject({
      issues: [],
      projects: [],
    });
  });

  it('about another account is for administrators and the app', async () => {
    expect((await check(site.people.agent, site.people.other, [])).status).toBe(403);
    expect((await check(site.people.admin, site.people.other, [])).status).toBe(200);
  });
});

describe('scopes', () => {
  it.each([
    ['GET', '/rest/api/3/issue/SUP-1', ['read:jira-work'], 200],
    ['GET', '/rest/api/3/issue/SUP-1', ['write:jira-work'], 401],
    ['GET', '/rest/api/3/issue/SUP-1', [], 401],
    ['GET', '/rest/api/3/priority/search', ['read:jira-work'], 401],
    ['GET', '/rest/api/3/priority/search', ['manage:jira-configuration'], 200],
    ['GET', '/rest/api/3/user?accountId=x', ['read:jira-work'], 401],
    ['GET', '/rest/servicedeskapi/request/SUP-1', ['read:servicedesk-request'], 200],
    ['GET', '/rest/servicedeskapi/organization', ['read:servicedesk-request'], 401],
    ['GET', '/rest/servicedeskapi/organization', ['manage:servicedesk-customer'], 200],
    ['GET', '/rest/servicedeskapi/organization', ['read:organization:jira-service-management', 'read:user:jira'], 200],
  ])('%s %s with %j: %i', async (method, path, scopes, status) => {
    const answer = await site.ask(method, path, { as: 'app', scopes });
    expect(answer.status).toBe(status);
    if (status === 401) expect(answer.body).toEqual({ code: 401, message: 'Unauthorized; scope does not match' });
  });
});

describe('an unknown route', () => {
  it('says that the stand-in does not know it, and is kept for tests to assert', async () => {
    const answer = await site.ask('GET', '/rest/api/3/search?jql=x', { as: 'app', scopes: [] });
    expect([answer.status, at(answer.body, 'errorMessages.0')]).toEqual([
      404,
      'The stand-in Jira does not know the route GET /rest/api/3/search',
    ]);
    expect(site.jira.unknownRoutes()).toEqual(['GET /rest/api/3/search']);
    site.jira.resetCalls();
    expect(site.jira.unknownRoutes()).toEqual([]);
  });
});
