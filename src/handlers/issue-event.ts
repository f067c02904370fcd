import * as v from 'valibot';
import { receiveIssueEvent, type IssueEvent } from '../services/receive-issue-event';
import { ports } from './deps';
import { orRetry } from './retry';

const idText = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

/** The least that is documented: a type and an issue's id. Everything else is read anew. */
const eventShape = v.object({
  eventType: v.string(),
  issue: v.object({
    id: idText,
    fields: v.nullish(v.object({ project: v.nullish(v.object({ id: idText }), null) }), null),
  }),
});

/** The trigger of issue events: thin, so that Jira's events are taken at any rate. */
export async function issueEvent(event: unknown): Promise<object | undefined> {
  const parsed = v.safeParse(eventShape, event);
  if (!parsed.success) {
    ports.log.error('malformed-event', { at: v.getDotPath(parsed.issues[0]) ?? '' });
    return undefined;
  }
  const { eventType, issue } = parsed.output;
  const received: IssueEvent = {
    kind: eventType === 'avi:jira:deleted:issue' ? 'deleted' : 'touched',
    issueId: issue.id,
    projectId: issue.fields?.project?.id ?? null,
  };
  return orRetry(() => receiveIssueEvent(ports, received));
}
