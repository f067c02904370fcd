import { route } from '@forge/api';
import * as v from 'valibot';
import {
  RefusedError,
  type IssuePermissions,
  type JiraPermissions,
  type ProjectPermissions,
} from '../../services/ports';
import { jiraGet, JiraError } from './request';

/** Questions about the user who asked. Whatever Jira does not plainly allow is a no. */
export const jiraPermissions: JiraPermissions = {
  ofUserOnIssue,
  ofUserOnProject,
  userAdministers,
  requestSeenByUser,
  requestPeople,
};

const permissionsShape = v.object({
  permissions: v.record(v.string(), v.object({ havePermission: v.boolean() })),
});

async function ofUserOnIssue(issueId: string): Promise<IssuePermissions> {
  const asked = 'BROWSE_PROJECTS,EDIT_ISSUES,ADD_COMMENTS,SERVICEDESK_AGENT';
  const held = await permissionsHeld(
    'issue-permissions',
    route`/rest/api/3/mypermissions?issueId=${issueId}&permissions=${asked}`,
  );
  return {
    browse: held.has('BROWSE_PROJECTS'),
    edit: held.has('EDIT_ISSUES'),
    comment: held.has('ADD_COMMENTS'),
    serviceDeskAgent: held.has('SERVICEDESK_AGENT'),
  };
}

async function ofUserOnProject(projectId: string): Promise<ProjectPermissions> {
  const asked = 'BROWSE_PROJECTS,SERVICEDESK_AGENT,ADMINISTER_PROJECTS';
  const held = await permissionsHeld(
    'project-permissions',
    route`/rest/api/3/mypermissions?projectId=${projectId}&permissions=${asked}`,
  );
  return {
    browse: held.has('BROWSE_PROJECTS'),
    serviceDeskAgent: held.has('SERVICEDESK_AGENT'),
    administer: held.has('ADMINISTER_PROJECTS'),
  };
}

async function userAdministers(): Promise<boolean> {
  const held = await permissionsHeld('admin-permission', route`/rest/api/3/mypermissions?permissions=ADMINISTER`);
  return held.has('ADMINISTER');
}

async function permissionsHeld(operation: string, path: ReturnType<typeof route>): Promise<ReadonlySet<string>> {
  const answer = await refusalAsNull(jiraGet({ operation, as: 'user', route: path }, permissionsShape));
  const held = Object.entries(answer?.permissions ?? {}).filter(([, { havePermission }]) => havePermission);
  return new Set(held.map(([key]) => key));
}

const requestShape = v.object({ issueId: v.string() });

async function requestSeenByUser(requestKey: string): Promise<{ issueId: string } | null> {
  return refusalAsNull(
    jiraGet(
      { operation: 'see-request', as: 'user', route: route`/rest/servicedeskapi/request/${requestKey}` },
      requestShape,
    ),
  );
}

const personShape = v.object({ accountId: v.string() });
const reporterShape = v.object({ issueId: v.string(), reporter: personShape });
const participantPage = v.object({ values: v.array(personShape), isLastPage: v.boolean() });

async function requestPeople(requestKey: string): Promise<{ issueId: string; accountIds: readonly string[] } | null> {
  const request = await refusalAsNull(
    jiraGet(
      { operation: 'request-reporter', as: 'app', route: route`/rest/servicedeskapi/request/${requestKey}` },
      reporterShape,
    ),
  );
  if (request === null) return null;
  const accountIds = [request.reporter.accountId];
  for (let last = false, start = 0; !last; start += 50) {
    const page = await jiraGet(
      {
        operation: 'request-participants',
        as: 'app',
        route: route`/rest/servicedeskapi/request/${requestKey}/participant?start=${start}&limit=50`,
      },
      participantPage,
    );
    accountIds.push(...(page?.values ?? []).map(({ accountId }) => accountId));
    last = page === null || page.isLastPage;
  }
  return { issueId: request.issueId, accountIds };
}

/** A refusal, an unknown issue and an answer of another shape are all a no; only a busy Jira is worth asking again. */
export async function refusalAsNull<T>(answer: Promise<T | null>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof RefusedError || error instanceof JiraError) return null;
    throw error;
  }
}
