import type { AgentPanelView } from '../contract/agent-panel';
import type { Problem } from '../contract/answer';
import { lookAtTicket } from './look-at-ticket';
import { lookSoon } from './look-soon';
import type { Ports } from './ports';
import { preparedReplies } from './prepared-replies';
import { viewTicket, type AgentMay } from './view-ticket';

export type SendReplyResult =
  | { readonly kind: 'sent'; readonly view: AgentPanelView }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/**
 * Sends a reply that the agent has read, as that agent and public, and answers with the clocks folded anew: it counts as
 * any other answer of theirs. Only where an admin allows prepared replies.
 * Errors: RefusedError when Jira refuses the user's comment; BusyError.
 */
export async function sendReply(
  ports: Ports,
  { issueId, issueKey, may }: { readonly issueId: string; readonly issueKey: string; readonly may: AgentMay },
  text: string,
): Promise<SendReplyResult> {
  const look = await lookAtTicket(ports, issueId);
  if (look.kind !== 'tracked' || preparedReplies(look) === null) {
    return { kind: 'invalid', problems: [{ code: 'replies-off', path: '' }] };
  }
  await ports.jira.replyAsUser(issueKey, text);
  await lookSoon(ports, issueId);
  return { kind: 'sent', view: await viewTicket(ports, issueId, may) };
}
