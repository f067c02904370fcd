/** A request as servicedeskapi shows it. */
import { listOf, textIn } from '../issue-values';
import type { Comment, Issue, Json, JsonObject, Project, RequestType, Status, User } from '../model';
import { textOf } from '../fields/adf';
import { renderField } from '../fields/render';
import { PARTICIPANTS, REQUEST_TYPE } from '../fields/system-fields';
import type { Site } from '../site';
import { jsmUserView } from './people';
import { currentStatus, requestLinks, requestTypeView } from './request-type-value';
import { categoryNames } from './things';
import { jsmDate } from './times';

/** The request type of an issue, or null for an issue that was not raised as a request. */
export function requestTypeOfIssue(site: Site, issue: Issue): RequestType | null {
  const id = issue.values[REQUEST_TYPE];
  return typeof id === 'string' ? (site.state.requestTypes[id] ?? null) : null;
}

export function requestView(site: Site, issue: Issue, reader: User, expand: readonly string[]): JsonObject {
  const { timeZone } = reader;
  const type = requestTypeOfIssue(site, issue);
  const project = site.projectOf(issue);
  const reporter = issue.values['reporter'];
  return {
    _expands: ['participant', 'status', 'sla', 'requestType', 'serviceDesk', 'attachment', 'action', 'comment'],
    issueId: issue.id,
    issueKey: issue.key,
    summary: issue.values['summary'] ?? null,
    requestTypeId: type?.id ?? null,
    serviceDeskId: project.serviceDeskId,
    createdDate: jsmDate(issue.created, timeZone),
    ...(typeof reporter === 'string' ? { reporter: jsmUserView(site, site.user(reporter)) } : {}),
    requestFieldValues: type === null ? [] : fieldValues(site, issue, type, timeZone),
    currentStatus: currentStatus(site, issue, timeZone),
    _links: requestLinks(site, issue),
    ...(expand.includes('participant')
      ? { participants: whole(participants(site, issue).map((user) => jsmUserView(site, user))) }
      : {}),
    ...(expand.includes('status') ? { status: whole(statusHistory(site, issue, timeZone)) } : {}),
    ...(expand.includes('requestType') && type !== null ? { requestType: requestTypeView(site, type) } : {}),
    ...(expand.includes('serviceDesk') ? { serviceDesk: desk(site, project) } : {}),
  };
}

function fieldValues(site: Site, issue: Issue, type: RequestType, timeZone: string): Json[] {
  return type.fields.flatMap(({ fieldId }) => {
    const field = site.state.fields[fieldId];
    if (field === undefined) return [];
    const value = renderField(site, issue, field, timeZone);
    const shown = field.kind === 'adf' ? textOf(value) : value;
    return [{ fieldId, label: field.name, ...(shown === null ? {} : { value: shown }) }];
  });
}

export function participants(site: Site, issue: Issue): User[] {
  return listOf(issue.values[PARTICIPANTS]).map((id) => site.user(id));
}

/** Every status the request has had, the newest first. */
export function statusHistory(site: Site, issue: Issue, timeZone: string): JsonObject[] {
  const changes = issue.histories.flatMap(({ created, items }) =>
    items.filter(({ fieldId }) => fieldId === 'status').map((item) => ({ created, item })),
  );
  const first = changes[0]?.item.from ?? textIn(issue, 'status');
  const entered = [
    { id: first, at: issue.created },
    ...changes.map(({ created, item }) => ({ id: item.to ?? '', at: created })),
  ];
  return entered.toReversed().flatMap(({ id, at }) => {
    const status: Status | undefined = site.state.statuses[id];
    if (status === undefined) return [];
    const { jsm } = categoryNames(status.category);
    return [{ status: status.name, statusCategory: jsm, statusDate: jsmDate(at, timeZone) }];
  });
}

export function requestCommentView(site: Site, issue: Issue, comment: Comment, reader: User): JsonObject {
  return {
    _expands: ['attachment', 'renderedBody'],
    id: comment.id,
    body: textOf(comment.body),
    public: comment.isPublic,
    author: jsmUserView(site, site.user(comment.authorId)),
    created: jsmDate(comment.created, reader.timeZone),
    _links: { self: `${site.options.baseUrl}/rest/servicedeskapi/request/${issue.id}/comment/${comment.id}` },
  };
}

function desk(site: Site, project: Project): JsonObject {
  const id = project.serviceDeskId ?? '';
  return {
    id,
    projectId: project.id,
    projectName: project.name,
    projectKey: project.key,
    _links: { self: `${site.options.baseUrl}/rest/servicedeskapi/servicedesk/${id}` },
  };
}

const whole = (values: Json[]): JsonObject => ({
  size: values.length,
  start: 0,
  limit: 50,
  isLastPage: true,
  _links: {},
  values,
});
