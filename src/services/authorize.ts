import type { Ports } from './ports';

/** Who asks, as the platform vouches for it. */
export interface Caller {
  readonly accountId: string | null;
  readonly accountType: 'licensed' | 'unlicensed' | 'customer' | 'anonymous';
}

/** Whether the caller uses Jira with a licence of their own. */
export function isLicensed({ accountId, accountType }: Caller): boolean {
  return accountId !== null && accountType === 'licensed';
}

export interface IssueInContext {
  readonly issueId: string;
  readonly projectType: string | null;
}

/**
 * Whether the caller may see a ticket's clocks: someone who browses the issue and, in a service project, is one of its
 * agents. Asked of Jira as the user; anything but a plain yes refuses, and nothing is read as the app before it.
 */
export async function mayViewIssue(
  ports: Pick<Ports, 'permissions'>,
  caller: Caller,
  issue: IssueInContext,
): Promise<boolean> {
  return (await agentPermissions(ports, caller, issue))?.browse ?? false;
}

/** Whether the caller may change a ticket: someone who may view it and edit the issue. */
export async function mayEditIssue(
  ports: Pick<Ports, 'permissions'>,
  caller: Caller,
  issue: IssueInContext,
): Promise<boolean> {
  return (await agentPermissions(ports, caller, issue))?.edit ?? false;
}

/** What an agent may do with the issue; null for anyone who is no agent of it. */
export async function agentPermissions(
  ports: Pick<Ports, 'permissions'>,
  caller: Caller,
  issue: IssueInContext,
): Promise<{ browse: true; edit: boolean; comment: boolean } | null> {
  if (caller.accountId === null || caller.accountType !== 'licensed') return null;
  const may = await ports.permissions.ofUserOnIssue(issue.issueId);
  const isAgent = issue.projectType !== 'service_desk' || may.serviceDeskAgent;
  return may.browse && isAgent ? { browse: true, edit: may.edit, comment: may.comment } : null;
}

/**
 * Whether the caller may open a project's board: someone licensed who browses the project. What the board lists is then
 * asked of Jira as that user, so nobody sees an issue that they may not browse.
 */
export async function mayBrowseProject(
  ports: Pick<Ports, 'permissions'>,
  caller: Caller,
  projectId: string,
): Promise<boolean> {
  if (caller.accountId === null || caller.accountType !== 'licensed') return false;
  return (await ports.permissions.ofUserOnProject(projectId)).browse;
}

/**
 * What the caller may see of a project's gadget: null for anyone who does not browse the project. Figures tell of all its
 * tickets, so they are for its agents, and outside service projects for its administrators (design.md §5).
 */
export async function gadgetPermissions(
  ports: Pick<Ports, 'permissions'>,
  project: { readonly projectId: string; readonly service: boolean },
): Promise<{ readonly mayReport: boolean } | null> {
  const may = await ports.permissions.ofUserOnProject(project.projectId);
  return may.browse ? { mayReport: project.service ? may.serviceDeskAgent : may.administer } : null;
}

/**
 * Whether the caller may see the figures of a project, which tell of all its tickets: one of its agents in a service project,
 * elsewhere an administrator of the project.
 */
export async function mayReportOnProject(
  ports: Pick<Ports, 'permissions'>,
  caller: Caller,
  { projectId, projectType }: { readonly projectId: string; readonly projectType: string | null },
): Promise<boolean> {
  if (caller.accountId === null || caller.accountType !== 'licensed') return false;
  const may = await gadgetPermissions(ports, { projectId, service: projectType === 'service_desk' });
  return may?.mayReport ?? false;
}

/** Whether the caller may configure Cadran: Administer Jira, asked of Jira as the user. */
export async function mayAdminister(ports: Pick<Ports, 'permissions'>, caller: Caller): Promise<boolean> {
  if (caller.accountId === null || caller.accountType !== 'licensed') return false;
  return ports.permissions.userAdministers();
}

/**
 * The issue behind a request that the caller may see on the portal, or null. A customer is asked for by Jira itself; an
 * unlicensed employee cannot be, so the app reads the reporter and participants, and nothing else, and compares the
 * account the platform vouches for. Anyone else is refused (design.md §5).
 */
export async function requestVisibleTo(
  ports: Pick<Ports, 'permissions'>,
  caller: Caller,
  requestKey: string,
): Promise<{ issueId: string } | null> {
  if (caller.accountId === null) return null;
  switch (caller.accountType) {
    case 'customer':
      return ports.permissions.requestSeenByUser(requestKey);
    case 'unlicensed': {
      const people = await ports.permissions.requestPeople(requestKey);
      return people?.accountIds.includes(caller.accountId) === true ? { issueId: people.issueId } : null;
    }
    case 'licensed':
    case 'anonymous':
      return null;
  }
}
