import type { AgentPanelView } from '../contract/agent-panel';
import { lookSoon } from './look-soon';
import type { Ports } from './ports';
import { viewTicket, type AgentMay } from './view-ticket';

/**
 * Has a ticket looked at again, as an event would, and answers with its clocks folded anew from what Jira says now.
 * Errors: RefusedError when the issue is gone; BusyError.
 */
export async function recomputeTicket(ports: Ports, issueId: string, may: AgentMay): Promise<AgentPanelView> {
  await lookSoon(ports, issueId);
  return viewTicket(ports, issueId, may);
}
