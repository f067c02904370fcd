/**
 * `context.extension` of each kind of module, made on the server from what Jira lets this person see (shapes:
 * shared/events/resolver-context.modules.json; what only a live site could confirm is in ../README.md).
 */
import type { UiModule } from '../platform/manifest';
import type { IssueThing, NamedThing, ProjectThing, RequestThing } from './jira-shapes';
import { JiraRefusal, type Rest } from './rest';
import type { SiteFacts } from './site-facts';

type Extension = Record<string, unknown>;

interface Subject {
  readonly issueKey?: unknown;
  readonly requestKey?: unknown;
  readonly requestTypeId?: unknown;
  readonly createsIn?: unknown;
  readonly transitionId?: unknown;
  readonly projectKey?: unknown;
  readonly gadget?: unknown;
  readonly entryPoint?: unknown;
}

/** The extension context of a module on a subject, or null where this person may not see the subject. */
export async function extensionOf(
  module: UiModule,
  subject: unknown,
  rest: Rest,
  facts: SiteFacts,
): Promise<Extension | null> {
  try {
    return await contextOf(module, subject ?? {}, rest, facts);
  } catch (error) {
    if (error instanceof JiraRefusal) return null;
    throw error;
  }
}

async function contextOf(module: UiModule, subject: Subject, rest: Rest, facts: SiteFacts): Promise<Extension | null> {
  switch (module.type) {
    case 'jira:adminPage':
      return (await administers(rest)) ? {} : null;
    case 'jira:issueContext':
      return typeof subject.issueKey === 'string' ? issueParts(await readIssue(rest, subject.issueKey)) : null;
    case 'jira:projectPage':
      return typeof subject.projectKey === 'string' ? projectParts(await readProject(rest, subject.projectKey)) : null;
    case 'jira:dashboardGadget':
      return gadgetParts(subject);
    case 'jiraServiceManagement:portalRequestDetailPanel':
      return typeof subject.requestKey === 'string' ? requestParts(await readRequest(rest, subject.requestKey)) : null;
    case 'jiraServiceManagement:portalRequestCreatePropertyPanel':
      return typeof subject.requestTypeId === 'string' ? formParts(subject.requestTypeId, facts) : null;
    case 'jira:customField':
      return fieldContext(facts.fieldId(module.key), subject, rest, facts);
    default:
      throw new Error(`The site has no page for modules of type ${module.type}.`);
  }
}

async function administers(rest: Rest): Promise<boolean> {
  const answer = await rest.get<{ permissions: Record<string, { havePermission: boolean }> }>(
    '/rest/api/3/mypermissions?permissions=ADMINISTER',
  );
  return answer.permissions['ADMINISTER']?.havePermission === true;
}

const readIssue = (rest: Rest, key: string): Promise<IssueThing> =>
  rest.get<IssueThing>(`/rest/api/3/issue/${encodeURIComponent(key)}?fields=*all`);

const readRequest = (rest: Rest, key: string): Promise<RequestThing> =>
  rest.get<RequestThing>(`/rest/servicedeskapi/request/${encodeURIComponent(key)}`);

/** A gadget's context: the dashboard it stands on, how it is configured, and which of its two faces is shown. */
const gadgetParts = ({ gadget, entryPoint }: Subject): Extension => ({
  dashboard: { id: '10000' },
  gadget: { id: '10001' },
  entryPoint: entryPoint === 'edit' ? 'edit' : 'view',
  gadgetConfiguration: typeof gadget === 'object' && gadget !== null ? gadget : {},
});

const readProject = (rest: Rest, key: string): Promise<ProjectThing> =>
  rest.get<ProjectThing>(`/rest/api/3/project/${encodeURIComponent(key)}`);

/** `project` as project pages get it. */
const projectParts = ({ id, key, projectTypeKey }: ProjectThing): Extension => ({
  project: { id, key, type: projectTypeKey },
});

/** `issue` and `project` as issue modules get them; dynamicProperties get the same. */
export function issueParts({ id, key, fields }: IssueThing): Extension {
  const type = fields['issuetype'] as NamedThing;
  const project = fields['project'] as ProjectThing;
  return {
    issue: { id, key, type: type.name, typeId: type.id },
    ...projectParts(project),
  };
}

/** JSM counts portals and request types with numbers. */
const requestParts = ({ issueKey, serviceDeskId, requestTypeId }: RequestThing): Extension => ({
  portal: { id: Number(serviceDeskId) },
  request: { key: issueKey, typeId: Number(requestTypeId) },
});

/** A form that is not sent yet. */
const formParts = (requestTypeId: string, facts: SiteFacts): Extension => ({
  portal: { id: Number(facts.serviceDeskId) },
  request: { typeId: Number(requestTypeId) },
});

async function fieldContext(
  fieldId: string,
  subject: Subject,
  rest: Rest,
  facts: SiteFacts,
): Promise<Extension | null> {
  if (typeof subject.createsIn === 'string') {
    const project = await rest.get<NamedThing & { readonly key: string; readonly projectTypeKey: string }>(
      `/rest/api/3/project/${encodeURIComponent(subject.createsIn)}`,
    );
    return {
      ...fieldPlace(fieldId, null, 'issue-create'),
      entryPoint: 'edit',
      project: { id: project.id, key: project.key, type: project.projectTypeKey },
    };
  }
  if (typeof subject.issueKey === 'string') {
    const issue = await readIssue(rest, subject.issueKey);
    if (typeof subject.transitionId === 'string') {
      return {
        ...fieldPlace(fieldId, issue.fields[fieldId] ?? null, 'issue-transition'),
        entryPoint: 'edit',
        issueTransition: { id: subject.transitionId },
        ...issueParts(issue),
      };
    }
    return {
      fieldId,
      fieldType: 'string',
      fieldValue: issue.fields[fieldId] ?? null,
      renderContext: 'issue-view',
      experience: 'issue-view',
      entryPoint: subject.entryPoint === 'edit' ? 'edit' : 'view',
      ...issueParts(issue),
    };
  }
  if (typeof subject.requestKey === 'string') {
    const request = await readRequest(rest, subject.requestKey);
    const value = request.requestFieldValues.find((field) => field.fieldId === fieldId)?.value;
    return { ...fieldPlace(fieldId, value ?? null, 'portal-view'), ...requestParts(request) };
  }
  if (typeof subject.requestTypeId === 'string') {
    return { ...fieldPlace(fieldId, null, 'portal-request'), ...formParts(subject.requestTypeId, facts) };
  }
  return null;
}

const fieldPlace = (fieldId: string, fieldValue: unknown, experience: string): Extension => ({
  fieldId,
  fieldType: 'string',
  fieldValue,
  renderContext: experience,
  experience,
});
