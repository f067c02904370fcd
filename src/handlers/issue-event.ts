import * as v from 'valibot';
import { receiveIssueEvent, type IssueEvent } from '../services/receive-issue-event';
import { MOST_RETRIES, ports } from './deps';
import { orRetry, retriesOf } from './retry';

const idText = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

/** The least that is documented: a type and an issue's id. Everything else is read anew. */
const eventShape = v.object({
  eventType: v.string(),
  issue: v.object({
    id: idText,
    fields: v.nullish(v.object({ project: v.nullish(v.object({ id: idText }), null) }), null),
  }),
  changelog: v.optional(v.unknown()),
});

/** A ticket that changes its project or type may leave the scope. Read apart, so that an odd changelog harms nothing. */
const moveShape = v.object({
  items: v.pipe(
    v.array(v.unknown()),
    v.someItem((item) => v.is(v.object({ fieldId: v.picklist(['project', 'issuetype']) }), item)),
  ),
});

/** The trigger of issue events: thin, so that Jira's events are taken at any rate. */
export async function issueEvent(event: unknown): Promise<object | undefined> {
  const parsed = v.safeParse(eventShape, event);
  if (!parsed.success) {
    ports.log.error('malformed-event', { at: v.getDotPath(parsed.issues[0]) ?? '' });
    return undefined;
  }
  const { eventType, issue, changelog } = parsed.output;
  const isDeleted = eventType === 'avi:jira:deleted:issue';
  const received: IssueEvent = {
    kind: isDeleted ? 'deleted' : v.is(moveShape, changelog) ? 'moved' : 'touched',
    issueId: issue.id,
    projectId: issue.fields?.project?.id ?? null,
    isLastTry: retriesOf(event) >= MOST_RETRIES,
  };
  return orRetry(() => receiveIssueEvent(ports, received));
}
