import { route } from '@forge/api';
import * as v from 'valibot';
import type { HistoryComment } from '../../core/clock/history';
import type { FieldIds, LevelMappings, TicketReading } from '../../services/ports';
import { formAnswersOf, formProperty } from './form-answers';
import { announcedIn, commentOf, editOf, flagOf, levelOfOption, proposalWordsOf, type CustomerSide } from './history';
import { jiraGet } from './request';
import {
  accountList,
  changelogValues,
  commentPage,
  issueShape,
  languageValue,
  organizationList,
  requestTypeValue,
  type ChangelogHistory,
  type CommentShape,
  type IssueShape,
} from './shapes';
import { slaValuesIn } from './sla-values';

const PAGE = 100;

/**
 * Reads an issue with its history, as the app: one call for up to 100 changelog entries, one more for each further 100,
 * and one for each 100 comments where there are any. Null when the issue is gone or out of the app's sight.
 */
export async function readTicket(
  issueId: string,
  fields: FieldIds,
  mappings: LevelMappings,
): Promise<TicketReading | null> {
  const names = [
    'created',
    'updated',
    'project',
    'issuetype',
    'status',
    'priority',
    'resolution',
    'reporter',
    'assignee',
    'comment',
    'fixVersions',
  ];
  const custom = [
    ...(Object.keys(fields) as (keyof FieldIds)[]).map((name) => fields[name]),
    mappings.impact?.fieldId,
    mappings.urgency?.fieldId,
  ].filter((id) => id != null);
  const issue = await jiraGet(
    {
      operation: 'read-ticket',
      as: 'app',
      route: route`/rest/api/3/issue/${issueId}?expand=changelog&fields=${[...names, ...custom].join(',')}&properties=${formProperty()}`,
    },
    issueShape,
  );
  if (issue === null) return null;
  const [histories, comments] = await Promise.all([allHistories(issue), allComments(issue)]);
  return readingOf(issue, histories, comments, fields, mappings);
}

/**
 * The whole history. The issue brings its newest hundred entries, the changelog's own pages begin with the oldest: only what
 * is missing is read. Where a site brings others, whatever is still missing is read too.
 */
async function allHistories({ id, changelog }: IssueShape): Promise<readonly ChangelogHistory[]> {
  const byId = new Map(changelog.histories.map((history) => [history.id, history]));
  for (let startAt = 0; byId.size < changelog.total && startAt < changelog.total;) {
    const wanted = Math.min(PAGE, changelog.total - byId.size);
    const page = await jiraGet(
      {
        operation: 'read-history',
        as: 'app',
        route: route`/rest/api/3/issue/${id}/changelog?startAt=${startAt}&maxResults=${wanted}`,
      },
      changelogValues,
    );
    for (const history of page?.values ?? []) byId.set(history.id, history);
    startAt += wanted;
  }
  return [...byId.values()];
}

async function allComments(issue: IssueShape): Promise<readonly CommentShape[]> {
  const total = issue.fields.comment?.total ?? 0;
  const all: CommentShape[] = [];
  for (let startAt = 0; startAt < total; startAt += PAGE) {
    const page = await jiraGet(
      {
        operation: 'read-comments',
        as: 'app',
        route: route`/rest/api/3/issue/${issue.id}/comment?expand=properties&startAt=${startAt}&maxResults=${PAGE}`,
      },
      commentPage,
    );
    all.push(...(page?.comments ?? []));
  }
  return all;
}

function readingOf(
  issue: IssueShape,
  histories: readonly ChangelogHistory[],
  comments: readonly CommentShape[],
  fields: FieldIds,
  mappings: LevelMappings,
): TicketReading {
  const value = <T extends v.GenericSchema>(fieldId: string | null, schema: T): v.InferOutput<T> | null => {
    const parsed = v.safeParse(schema, fieldId === null ? null : issue.fields[fieldId]);
    return parsed.success ? parsed.output : null;
  };
  const organizations = value(fields.organizations, organizationList) ?? [];
  const people: CustomerSide = {
    reporterAccountId: issue.fields.reporter?.accountId ?? null,
    participantAccountIds: (value(fields.participants, accountList) ?? []).map(({ accountId }) => accountId),
  };
  return {
    issueId: issue.id,
    issueKey: issue.key,
    projectId: issue.fields.project.id,
    issueTypeId: issue.fields.issuetype.id,
    requestTypeId: value(fields.requestType, requestTypeValue)?.requestType?.id ?? null,
    updatedAt: issue.fields.updated,
    reporterAccountId: people.reporterAccountId,
    customerAccountIds: [people.reporterAccountId, ...people.participantAccountIds].filter((id) => id !== null),
    isAssigned: issue.fields.assignee !== null,
    formAnswers: formAnswersOf(issue.properties[formProperty()]),
    fixVersions: issue.fields.fixVersions
      .filter(({ archived }) => !archived)
      .map(({ name, releaseDate, released }) => ({ name, releaseDate, released })),
    requestLanguage: value(fields.requestLanguage, languageValue)?.languageCode ?? null,
    commentedFlags: comments.map(flagOf).filter((key) => key !== null),
    proposalWords: comments.map((comment) => proposalWordsOf(comment, people)).filter((words) => words !== null),
    announced: comments.map((comment) => announcedIn(comment, people)).filter((print) => print !== null),
    history: {
      issueId: issue.id,
      createdAt: issue.fields.created,
      current: {
        impact: levelValue('impact', issue, fields, mappings),
        urgency: levelValue('urgency', issue, fields, mappings),
        priorityId: issue.fields.priority?.id ?? null,
        statusId: issue.fields.status.id,
        resolutionId: issue.fields.resolution?.id ?? null,
        organizationIds: organizations.map(({ id }) => id),
      },
      edits: histories.map((history) => editOf(history, fields, mappings)).filter((edit) => edit !== null),
      comments: comments.map((comment): HistoryComment => commentOf(comment, people)),
    },
    slaFields: slaValuesIn(issue.fields, fields),
    statusNames: statusNamesOf(issue, histories),
    organizationNames: Object.fromEntries(organizations.map(({ id, name }) => [id, name])),
  };
}

function levelValue(
  name: 'impact' | 'urgency',
  issue: IssueShape,
  fields: FieldIds,
  mappings: LevelMappings,
): string | null {
  const mapping = mappings[name];
  const ownField = fields[name];
  const raw = issue.fields[mapping?.fieldId ?? ownField ?? ''];
  if (mapping === null) return typeof raw === 'string' && raw !== '' ? raw : null;
  const option = v.safeParse(v.object({ id: v.string() }), raw);
  return option.success ? levelOfOption(mapping, option.output.id) : null;
}

/** The names of the statuses this ticket has been in, as its own changelog writes them. */
function statusNamesOf(issue: IssueShape, histories: readonly ChangelogHistory[]): Record<string, string> {
  const names: Record<string, string> = {};
  for (const { items } of histories) {
    for (const { fieldId, from, to, fromText, toText } of items) {
      if (fieldId !== 'status') continue;
      if (from !== null && fromText !== null) names[from] = fromText;
      if (to !== null && toText !== null) names[to] = toText;
    }
  }
  return { ...names, [issue.fields.status.id]: issue.fields.status.name };
}
