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
 * What an agent may do with the issue: someone who browses it and, in a service project, is one of its agents; null for
 * anyone else. Asked of Jira as the user; anything but a plain yes refuses, and nothing is read as the app before it.
 */
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

/** What a licensed user may see of a project: its lists, asked of Jira as them, and perhaps figures over all its tickets. */
export interface ProjectSight {
  readonly mayReport: boolean;
}

/**
 * What the caller may see of a project's board and gadget: null for anyone who does not browse it. Figures tell of all its
 * tickets, so they are for its agents, and outside service projects for its administrators (design.md §5).
 */
export async function sightOfProject(
  ports: Pick<Ports, 'permissions'>,
  caller: Caller,
  { projectId, service }: { readonly projectId: string; readonly service: boolean },
): Promise<ProjectSight | null> {
  if (!isLicensed(caller)) return null;
  const may = await ports.permissions.ofUserOnProject(projectId);
  return may.browse ? { mayReport: service ? may.serviceDeskAgent : may.administer } : null;
}

/** Whether the caller may see figures over all tickets of a project, also of those that they may not browse. */
export async function mayReportOnProject(
  ports: Pick<Ports, 'permissions'>,
  caller: Caller,
  { projectId, projectType }: { readonly projectId: string; readonly projectType: string | null },
): Promise<boolean> {
  const sight = await sightOfProject(ports, caller, { projectId, service: projectType === 'service_desk' });
  return sight?.mayReport ?? false;
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
