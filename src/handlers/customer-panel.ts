import * as v from 'valibot';
import type { CustomerPanelApi } from '../contract/customer-panel';
import { answerProposal, type AnsweringCustomer } from '../services/answer-proposal';
import { requestVisibleTo, type Caller } from '../services/authorize';
import type { Ports } from '../services/ports';
import { viewRequest } from '../services/view-request';
import { disagrees, requestOf } from './context';
import { call, Refusal, surface } from './surface';

/** A customer who may see the request that the panel stands on; anyone else is refused alike. */
async function customerGate(
  ports: Ports,
  caller: Caller,
  context: unknown,
  payload: unknown,
): Promise<AnsweringCustomer | null> {
  const request = requestOf(context);
  if (request === null) return null;
  if (disagrees(payload, request)) throw new Refusal('mismatch');
  const visible = await requestVisibleTo(ports, caller, request.requestKey);
  const { accountId, accountType } = caller;
  if (visible === null || accountId === null) return null;
  return { issueId: visible.issueId, requestKey: request.requestKey, accountId, accountType };
}

const organizationId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

/** The customer panel's resolver. */
export const customerPanel = surface<CustomerPanelApi>('customer-panel', {
  view: call({
    gate: customerGate,
    payload: v.object({}),
    answer: (ports, { issueId, accountId }) => viewRequest(ports, issueId, accountId),
  }),
  answerProposal: call({
    gate: customerGate,
    payload: v.object({
      answer: v.picklist(['accept', 'decline']),
      version: v.pipe(v.number(), v.integer(), v.minValue(1)),
      organizationId,
      language: v.picklist(['en', 'fr']),
    }),
    answer: async (ports, customer, given) => {
      const result = await answerProposal(ports, customer, given);
      if (result.kind !== 'answered') throw new Refusal(result.kind);
      return result.view;
    },
  }),
});
