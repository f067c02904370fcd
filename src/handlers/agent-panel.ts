import * as v from 'valibot';
import { MAX_NOTE, type AgentPanelApi } from '../contract/agent-panel';
import type { FeatureRequestView } from '../contract/proposal';
import { CURRENCIES } from '../core/proposal/money';
import { MOST_ESTABLISHMENTS } from '../core/proposal/terms';
import { agentPermissions, type Caller } from '../services/authorize';
import { findOrganizations } from '../services/establishments';
import type { Ports } from '../services/ports';
import { recomputeTicket } from '../services/recompute-ticket';
import { sendReply } from '../services/send-reply';
import { propose, withdrawProposal, type ProposeResult } from '../services/propose';
import { setLevels } from '../services/set-levels';
import { takeAction } from '../services/take-action';
import { viewProposalForm } from '../services/view-proposal';
import { viewTicket, type AgentMay } from '../services/view-ticket';
import { disagrees, issueOf } from './context';
import { call, Refusal, surface } from './surface';

interface AgentOnIssue {
  readonly issueId: string;
  readonly issueKey: string;
  readonly may: AgentMay;
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
  if (may === null || caller.accountId === null) return null;
  return { issueId: issue.issueId, issueKey: issue.issueKey, may: { ...may, accountId: caller.accountId } };
}

/** As agentGate, for an agent who may also edit the issue. */
async function editGate(
  ports: Ports,
  caller: Caller,
  context: unknown,
  payload: unknown,
): Promise<AgentOnIssue | null> {
  const agent = await agentGate(ports, caller, context, payload);
  return agent?.may.edit === true ? agent : null;
}

const levelKey = v.nullable(v.pipe(v.string(), v.maxLength(40)));
const reasonCode = v.pipe(v.string(), v.maxLength(40));

const actionShape = v.variant('kind', [
  v.strictObject({
    kind: v.literal('downgrade'),
    levels: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
    reasonCode,
  }),
  v.strictObject({ kind: v.literal('lift-downgrade') }),
  v.strictObject({ kind: v.literal('unavailable'), reasonCode }),
  v.strictObject({ kind: v.literal('available') }),
  v.strictObject({ kind: v.literal('return-to-matrix') }),
  v.strictObject({ kind: v.literal('undo'), commentId: v.pipe(v.string(), v.maxLength(40)) }),
]);
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const ownWords = v.pipe(v.string(), v.maxLength(5000));

/** In characters; a comment of Jira's takes more. */
const MOST_OF_A_REPLY = 8_000;

/** The agent panel's resolver. */
export const agentPanel = surface<AgentPanelApi>('agent-panel', {
  view: call({
    gate: agentGate,
    payload: v.object({}),
    answer: (ports, { issueId, may }) => viewTicket(ports, issueId, may),
  }),
  setLevels: call({
    gate: editGate,
    payload: v.object({ impact: levelKey, urgency: levelKey }),
    answer: async (ports, { issueId, may }, levels) => {
      const result = await setLevels(ports, issueId, may, levels);
      if (result.kind === 'set') return result.view;
      throw new Refusal(result.kind === 'invalid' ? 'invalid-input' : 'refused', result.problems);
    },
  }),
  sendReply: call({
    gate: agentGate,
    payload: v.object({ text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_OF_A_REPLY)) }),
    answer: async (ports, agent, { text }) => {
      const result = await sendReply(ports, agent, text);
      if (result.kind === 'invalid') throw new Refusal('invalid-input', result.problems);
      return result.view;
    },
  }),
  act: call({
    gate: agentGate,
    payload: v.object({ action: actionShape, note: v.pipe(v.string(), v.maxLength(MAX_NOTE)) }),
    answer: async (ports, { issueId, may }, request) => {
      const result = await takeAction(ports, issueId, may, request);
      if (result.kind === 'taken') return result.view;
      throw new Refusal(result.kind === 'invalid' ? 'invalid-input' : result.kind, result.problems);
    },
  }),
  recompute: call({
    gate: agentGate,
    payload: v.object({}),
    answer: (ports, { issueId, may }) => recomputeTicket(ports, issueId, may),
  }),
  proposalForm: call({
    gate: editGate,
    payload: v.object({}),
    answer: async (ports, { issueId }) => {
      const form = await viewProposalForm(ports, issueId);
      if (form === null) throw new Refusal('invalid-input', [{ code: 'not-a-feature-request', path: '' }]);
      return form;
    },
  }),
  findOrganizations: call({
    gate: editGate,
    payload: v.object({ search: v.pipe(v.string(), v.maxLength(200)), start: wholeNumber }),
    answer: (ports, _agent, { search, start }) => findOrganizations(ports, search, start),
  }),
  propose: call({
    gate: editGate,
    payload: v.object({
      total: v.object({ cents: v.number(), currency: v.picklist(CURRENCIES) }),
      orderedBy: v.nullable(id),
      basis: v.picklist(['equal', 'fee', 'users']),
      organizationIds: v.pipe(v.array(id), v.maxLength(MOST_ESTABLISHMENTS)),
      words: v.nullable(v.object({ en: ownWords, fr: ownWords })),
      baseVersion: wholeNumber,
      asksAgain: v.boolean(),
    }),
    answer: async (ports, { issueId, may }, request) => {
      const result = await propose(ports, { issueId, mayEdit: may.edit }, request);
      if (result.kind === 'asks-again') return { outcome: 'asks-again', accepted: result.accepted };
      return { outcome: 'proposed', view: proposed(result) };
    },
  }),
  withdraw: call({
    gate: editGate,
    payload: v.object({ version: wholeNumber }),
    answer: async (ports, { issueId, may }, { version }) =>
      proposed(await withdrawProposal(ports, { issueId, mayEdit: may.edit }, version)),
  }),
});

/** The view after a step; its refusals as codes. Only a change can ask again, and propose answers that itself. */
function proposed(result: ProposeResult): FeatureRequestView {
  if (result.kind === 'invalid') throw new Refusal('invalid-input', result.problems);
  if (result.kind !== 'done') throw new Refusal('conflict');
  return result.view;
}
