/** A new issue with its first values: the project's default priority, the workflow's first status, no history. */
import type { Issue, Json, Project } from '../model';
import { LANGUAGE_NAMES } from '../fields/languages';
import { ORGANIZATIONS, REQUEST_LANGUAGE } from '../fields/system-fields';
import type { Site } from '../site';
import { issueCreated } from '../events/issue-events';
import type { Act } from './act';

export interface NewIssue {
  project: Project;
  issueTypeId: string;
  /** Stored values by field id; `summary` is required, `reporter` defaults to the one who acts. */
  values: Record<string, Json>;
  properties?: Record<string, Json>;
}

/** Makes the issue and raises created:issue. Throws where the workflow or priority scheme is missing. */
export function createIssue(site: Site, input: NewIssue, act: Act): Issue {
  const { project } = input;
  const workflow = site.state.workflows[project.workflowId];
  const scheme = site.state.prioritySchemes[project.prioritySchemeId];
  if (workflow === undefined || scheme === undefined)
    throw new Error(`project ${project.key} has no workflow or scheme`);
  project.lastIssueNumber += 1;
  const issue: Issue = {
    id: site.nextId(),
    key: `${project.key}-${project.lastIssueNumber}`,
    projectId: project.id,
    issueTypeId: input.issueTypeId,
    creatorId: act.accountId,
    created: act.at,
    updated: act.at,
    statusSince: act.at,
    values: withoutEmpty({
      reporter: act.accountId,
      priority: scheme.defaultPriorityId,
      status: workflow.initialStatusId,
      ...input.values,
    }),
    histories: [],
    comments: [],
    properties: input.properties ?? {},
    securedTo: null,
  };
  site.addIssue(issue);
  if (!act.silent) issueCreated(site, issue, act);
  return issue;
}

/**
 * What JSM fills in on a new request when the form says nothing: the customer's only organization on that desk, if the
 * project shares new requests (a setting of its customer permissions), and the language of the customer's account.
 */
export function requestDefaults(site: Site, project: Project, reporterId: string): Record<string, Json> {
  const own = site.organizationsOf(reporterId).filter(({ id }) => project.organizationIds.includes(id));
  const only = own.length === 1 ? own[0] : undefined;
  const language = site.user(reporterId).locale.slice(0, 2);
  return {
    ...(project.sharesNewRequests && only !== undefined ? { [ORGANIZATIONS]: [only.id] } : {}),
    ...(language in LANGUAGE_NAMES ? { [REQUEST_LANGUAGE]: language } : {}),
  };
}

const withoutEmpty = (values: Record<string, Json>): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
