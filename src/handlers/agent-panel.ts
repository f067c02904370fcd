import * as v from 'valibot';
import type { AgentPanelApi } from '../contract/agent-panel';
import { agentPermissions, type Caller } from '../services/authorize';
import type { Ports } from '../services/ports';
import { sendReply } from '../services/send-reply';
import { setLevels } from '../services/set-levels';
import { viewTicket } from '../services/view-ticket';
import { disagrees, issueOf } from './context';
import { call, Refusal, surface } from './surface';

interface AgentOnIssue {
  readonly issueId: string;
  readonly issueKey: string;
  readonly mayEdit: boolean;
}

/** An agent of the issue that the panel stands on, asked of Jira as that user before anything is read as the app. */
async function agentGate(
  ports: Ports,
  caller: Caller,
  context: unknown,
  payload: unknown,
): Promise<AgentOnIssue | null> {
  const issue = issueOf(context);
  if (issue === null) return null;
  if (disagrees(payload, issue)) throw new Refusal('mismatch');
  const may = await agentPermissions(ports, caller, issue);
  return may === null ? null : { issueId: issue.issueId, issueKey: issue.issueKey, mayEdit: may.edit };
}

/** As agentGate, for an agent who may also edit the issue. */
async function editGate(
  ports: Ports,
  caller: Caller,
  context: unknown,
  payload: unknown,
): Promise<AgentOnIssue | null> {
  const agent = await agentGate(ports, caller, context, payload);
  return agent?.mayEdit === true ? agent : null;
}

const levelKey = v.pipe(v.string(), v.maxLength(40));

/** In characters; a comment of Jira's takes more. */
const MOST_OF_A_REPLY = 8_000;

/** The agent panel's resolver. */
export const agentPanel = surface<AgentPanelApi>('agent-panel', {
  view: call({
    gate: agentGate,
    payload: v.object({}),
    answer: (ports, { issueId, mayEdit }) => viewTicket(ports, issueId, mayEdit),
  }),
  setLevels: call({
    gate: editGate,
    payload: v.object({ impact: levelKey, urgency: levelKey }),
    answer: async (ports, { issueId }, levels) => {
      const result = await setLevels(ports, issueId, levels);
      if (result.kind === 'invalid') throw new Refusal('invalid-input', result.problems);
      return result.view;
    },
  }),
  sendReply: call({
    gate: agentGate,
    payload: v.object({ text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_OF_A_REPLY)) }),
    answer: async (ports, agent, { text }) => {
      const result = await sendReply(ports, agent, text, agent.mayEdit);
      if (result.kind === 'invalid') throw new Refusal('invalid-input', result.problems);
      return result.view;
    },
  }),
});
