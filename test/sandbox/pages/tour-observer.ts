import type { AdminPageView } from '../../../src/contract/admin-page';
import type { AgentPanelView } from '../../../src/contract/agent-panel';
import { thePerson } from '../seed/people';
import type { Caller, ModuleContext, ProductEvent } from '../seam';
import type { Happening } from './tour';

/** What an answer of the app to a surface means for the tour; null for what does not concern it. */
export function happeningOf(context: ModuleContext, caller: Caller, key: string, answer: unknown): Happening | null {
  const data = dataOf(answer);
  if (key !== 'view' || data === null) return null;
  switch (context.moduleKey) {
    case 'agent-panel':
      return agentPanel(data as AgentPanelView, caller);
    case 'admin-page':
      return caller.accountId === thePerson('admin').accountId
        ? { kind: 'admin-findings', count: (data as AdminPageView).findings.length }
        : null;
    case 'customer-panel': {
      if (caller.accountId !== thePerson('customer-plus').accountId) return null;
      const request = context.extension['request'] as { key: string };
      return { kind: 'customer-panel', key: request.key, by: 'customer-plus', french: caller.locale.startsWith('fr') };
    }
    default:
      return null;
  }
}

/** A request that the PLUS customer has sent. */
export function sentRequestOf(event: ProductEvent): Happening | null {
  if (event.eventType !== 'avi:jira:created:issue') return null;
  const issue = event['issue'] as { key: string; fields?: { reporter?: { accountId?: string } | null } };
  const by = event['atlassianId'] ?? issue.fields?.reporter?.accountId;
  return by === thePerson('customer-plus').accountId
    ? { kind: 'request-sent', by: 'customer-plus', key: issue.key }
    : null;
}

function agentPanel(view: AgentPanelView, caller: Caller): Happening | null {
  if (view.state !== 'tracked' || caller.accountType !== 'licensed') return null;
  const targets = view.clocks.flatMap(({ metric, goal }) => (goal === null ? [] : [[metric, goal.target] as const]));
  return {
    kind: 'agent-panel',
    key: view.issueKey,
    view: { priority: view.priority.effective, status: view.status, targets: Object.fromEntries(targets) },
  };
}

function dataOf(answer: unknown): object | null {
  const { ok, data } = (answer ?? {}) as { ok?: unknown; data?: unknown };
  return ok === true && typeof data === 'object' ? data : null;
}
