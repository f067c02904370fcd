import {
  agentPermissions,
  mayAdminister,
  requestVisibleTo,
  sightOfProject,
  type Caller,
} from '../../src/services/authorize';
import { memorySite, type Memory } from '../builders/memory-ports';

const CALLERS = {
  licensed: { accountId: 'a:agent', accountType: 'licensed' },
  unlicensed: { accountId: 'a:employee', accountType: 'unlicensed' },
  customer: { accountId: 'qm:customer', accountType: 'customer' },
  anonymous: { accountId: null, accountType: 'anonymous' },
  'licensed without account': { accountId: null, accountType: 'licensed' },
} as const satisfies Record<string, Caller>;
type CallerName = keyof typeof CALLERS;
const NAMES = Object.keys(CALLERS) as CallerName[];

function allowed(check: (caller: Caller) => Promise<unknown>): Promise<CallerName[]> {
  return Promise.all(NAMES.map(async (name) => ((await check(CALLERS[name])) ? name : null))).then((names) =>
    names.filter((name) => name !== null),
  );
}

let site: Memory;
beforeEach(() => {
  site = memorySite(0);
});

describe('agents (design.md §5)', () => {
  const issue = { issueId: '1', projectType: 'service_desk' };

  it('lets in a licensed user alone', async () => {
    expect(await allowed((caller) => agentPermissions(site.ports, caller, issue))).toEqual(['licensed']);
  });

  it.each([
    [
      'browse alone, in a service project',
      { browse: true, edit: true, comment: false, serviceDeskAgent: false },
      'service_desk',
      false,
    ],
    [
      'agent who may not browse',
      { browse: false, edit: true, comment: false, serviceDeskAgent: true },
      'service_desk',
      false,
    ],
    [
      'agent of the service project',
      { browse: true, edit: false, comment: true, serviceDeskAgent: true },
      'service_desk',
      true,
    ],
    [
      'browse, outside service projects',
      { browse: true, edit: false, comment: false, serviceDeskAgent: false },
      'software',
      true,
    ],
  ])('%s', async (_case, permissions, projectType, lets) => {
    site.permissions = permissions;
    const may = await agentPermissions(site.ports, CALLERS.licensed, { issueId: '1', projectType });
    expect(may).toEqual(lets ? { browse: true, edit: permissions.edit, comment: permissions.comment } : null);
  });

  it('asks nothing of Jira for anyone who is no licensed user', async () => {
    await Promise.all(
      NAMES.filter((name) => name !== 'licensed').map((name) => agentPermissions(site.ports, CALLERS[name], issue)),
    );
    expect(site.calls).toEqual([]);
  });
});

describe('a project’s board and gadget', () => {
  const project = { projectId: '10000', service: true };

  it('let in a licensed user alone, and ask nothing of Jira for anyone else', async () => {
    expect(await allowed((caller) => sightOfProject(site.ports, caller, project))).toEqual(['licensed']);
    expect(site.calls).toEqual(['permissions.ofUserOnProject']);
  });

  it.each([
    ['who does not browse it', { browse: false, administer: true, serviceDeskAgent: true }, null],
    ['who browses it', { browse: true, administer: true, serviceDeskAgent: false }, { mayReport: false }],
    ['who is its agent', { browse: true, administer: false, serviceDeskAgent: true }, { mayReport: true }],
  ])('one %s', async (_case, permissions, sight) => {
    site.projectPermissions = permissions;
    expect(await sightOfProject(site.ports, CALLERS.licensed, project)).toEqual(sight);
  });
});

describe('admins', () => {
  it('asks nothing of Jira for anyone who is no licensed user', async () => {
    const others = NAMES.filter((name) => name !== 'licensed');
    await Promise.all(others.map((name) => mayAdminister(site.ports, CALLERS[name])));
    expect(site.calls).toEqual([]);
  });

  it('lets in a licensed user with Administer Jira alone', async () => {
    expect(await allowed((caller) => mayAdminister(site.ports, caller))).toEqual(['licensed']);
    site.administers = false;
    expect(await allowed((caller) => mayAdminister(site.ports, caller))).toEqual([]);
  });
});

describe('customers', () => {
  beforeEach(() => {
    site.seenRequests.set('SUP-1', '1');
    site.requestPeople.set('SUP-1', ['qm:reporter', 'a:employee']);
  });

  it('lets in a customer whom Jira shows the request, and an unlicensed employee who takes part in it', async () => {
    expect(await allowed((caller) => requestVisibleTo(site.ports, caller, 'SUP-1'))).toEqual([
      'unlicensed',
      'customer',
    ]);
  });

  it('refuses a customer whom Jira does not show it, and an unlicensed stranger', async () => {
    site.seenRequests.clear();
    site.requestPeople.set('SUP-1', ['qm:reporter']);
    expect(await allowed((caller) => requestVisibleTo(site.ports, caller, 'SUP-1'))).toEqual([]);
  });

  it('reads as the app only for an unlicensed employee', async () => {
    await requestVisibleTo(site.ports, CALLERS.customer, 'SUP-1');
    await requestVisibleTo(site.ports, CALLERS.anonymous, 'SUP-1');
    await requestVisibleTo(site.ports, CALLERS.licensed, 'SUP-1');
    expect(site.calls).toEqual(['permissions.requestSeenByUser']);
  });
});
