import * as v from 'valibot';
import type { CustomerPanelApi } from '../contract/customer-panel';
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
): Promise<{ issueId: string } | null> {
  const request = requestOf(context);
  if (request === null) return null;
  if (disagrees(payload, request)) throw new Refusal('mismatch');
  return requestVisibleTo(ports, caller, request.requestKey);
}

/** The customer panel's resolver. */
export const customerPanel = surface<CustomerPanelApi>('customer-panel', {
  view: call({
    gate: customerGate,
    payload: v.object({}),
    answer: (ports, { issueId }) => viewRequest(ports, issueId),
  }),
});
