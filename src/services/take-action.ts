import type { ActionRequest, AgentPanelView } from '../contract/agent-panel';
import type { Problem } from '../contract/answer';
import { checkAction } from '../core/clock/agent-actions';
import type { HistoryComment } from '../core/clock/history';
import { actionLines } from './action-words';
import { lookAtTicket, type TrackedLook } from './look-at-ticket';
import { lookSoon } from './look-soon';
import { RefusedError, type Ports } from './ports';
import { mayActOn, viewTicket, type AgentMay } from './view-ticket';

export type TakeActionResult =
  | { readonly kind: 'taken'; readonly view: AgentPanelView }
  | { readonly kind: 'invalid' | 'refused' | 'conflict'; readonly problems: readonly Problem[] };

/**
 * Takes an agent's action: the agent's own internal comment with the property that the fold reads (rules.md §4), and
 * nothing else. What would change nothing is not written, so a repeated click is harmless. Answers with the clocks folded
 * with the comment, whether or not Jira lists it yet. The platform may drop the event of an app's own comment, so the look
 * at the ticket is pushed here.
 * Errors: RefusedError when the issue is gone; BusyError.
 */
export async function takeAction(
  ports: Ports,
  issueId: string,
  may: AgentMay,
  { action, note }: ActionRequest,
): Promise<TakeActionResult> {
  const look = await lookAtTicket(ports, issueId);
  if (look.kind === 'gone') throw new RefusedError('take-action');
  if (look.kind !== 'tracked') return { kind: 'invalid', problems: [problem('not-tracked')] };
  const mayAct = mayActOn(look.reading, may);
  if (mayAct !== 'yes') return { kind: 'refused', problems: [problem(mayAct)] };
  const check = checkAction(look.fold, look.document, look.input.history.comments, action);
  if (typeof check !== 'string') {
    return { kind: check.problem === 'not-last' ? 'conflict' : 'invalid', problems: [problem(check.problem)] };
  }
  const written = check === 'unchanged' ? [] : await write(ports, look, { action, note });
  if (written === null) return { kind: 'refused', problems: [problem('no-comment-permission')] };
  await lookSoon(ports, issueId);
  return { kind: 'taken', view: await viewTicket(ports, issueId, may, written) };
}

/** Null where Jira does not take the comment of this user. */
async function write(
  ports: Pick<Ports, 'jira' | 'now'>,
  look: TrackedLook,
  request: ActionRequest,
): Promise<readonly HistoryComment[] | null> {
  const { action } = request;
  try {
    const stamped = { ...action, at: ports.now() };
    const { id, at } = await ports.jira.writeActionAsUser(look.reading.issueId, actionLines(look, request), stamped);
    return [{ id, at, author: 'agent', isPublic: false, action }];
  } catch (error) {
    if (error instanceof RefusedError) return null;
    throw error;
  }
}

function problem(code: string): Problem {
  return { code, path: 'action' };
}
