/** An issue as GET issue, bulkfetch and search show it: the fields asked for, and what is expanded. */
import type { Field, Issue, Json, JsonObject, User } from '../model';
import { renderField } from '../fields/render';
import type { Site } from '../site';
import { commentView, visibleComments } from './comments';
import { embeddedChangelog } from './histories';
import { editMeta } from './edit-meta';
import { transitionViews } from './transition-views';

export interface IssueRequest {
  /** As the caller wrote them: ids, `*all`, `*navigable`, `-id`. */
  fields: readonly string[];
  expand: readonly string[];
  properties: readonly string[];
  mostHistories: number;
  mostComments: number;
}

/** The issue for a reader who may browse it. */
export function issueView(site: Site, issue: Issue, reader: User, wanted: IssueRequest): JsonObject {
  const chosen = chooseFields(site, wanted.fields);
  const fields: JsonObject = {};
  for (const field of chosen) fields[field.id] = valueOf(site, issue, field, reader, wanted);
  const expands = (part: string): boolean => wanted.expand.includes(part);
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${site.options.baseUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    ...(chosen.length === 0 ? {} : { fields }),
    ...(wanted.properties.length === 0 ? {} : { properties: chooseProperties(issue, wanted.properties) }),
    ...(expands('names') ? { names: Object.fromEntries(chosen.map(({ id, name }) => [id, name])) } : {}),
    ...(expands('schema') ? { schema: Object.fromEntries(chosen.map(({ id, schema }) => [id, { ...schema }])) } : {}),
    ...(expands('changelog')
      ? { changelog: embeddedChangelog(site, issue, reader.timeZone, wanted.mostHistories) }
      : {}),
    ...(expands('editmeta') ? { editmeta: { fields: editMeta(site, issue, reader) } } : {}),
    ...(expands('transitions') ? { transitions: transitionViews(site, issue, reader) } : {}),
  };
}

/** Fields by id or by the caller's words; unknown ids are passed over in silence, as Jira does. */
function chooseFields(site: Site, wanted: readonly string[]): Field[] {
  const all = Object.values(site.state.fields);
  const takesAll =
    wanted.includes('*all') ||
    wanted.includes('*navigable') ||
    (wanted.length > 0 && wanted.every((id) => id.startsWith('-')));
  const dropsComments = wanted.includes('*navigable') && !wanted.includes('comment');
  return all.filter(
    (field) =>
      !wanted.includes(`-${field.id}`) &&
      (wanted.includes(field.id) || (takesAll && !(dropsComments && field.kind === 'comments'))),
  );
}

function valueOf(site: Site, issue: Issue, field: Field, reader: User, wanted: IssueRequest): Json {
  if (field.kind !== 'comments') return renderField(site, issue, field, reader.timeZone);
  const visible = visibleComments(site, reader, issue);
  const shown = visible.slice(0, wanted.mostComments);
  return {
    comments: shown.map((comment) => commentView(site, issue, comment, reader, false)),
    self: `${site.options.baseUrl}/rest/api/3/issue/${issue.id}/comment`,
    maxResults: shown.length,
    total: visible.length,
    startAt: 0,
  };
}

function chooseProperties(issue: Issue, wanted: readonly string[]): JsonObject {
  const takesAll = wanted.includes('*all');
  return Object.fromEntries(
    Object.entries(issue.properties).filter(
      ([key]) => (takesAll || wanted.includes(key)) && !wanted.includes(`-${key}`),
    ),
  );
}
