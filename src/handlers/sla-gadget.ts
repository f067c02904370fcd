import * as v from 'valibot';
import type { SlaGadgetApi } from '../contract/sla-gadget';
import { isLicensed, type Caller } from '../services/authorize';
import { listGadgetProjects, viewGadget } from '../services/view-gadget';
import type { Ports } from '../services/ports';
import { disagrees, gadgetOf } from './context';
import { call, Refusal, surface } from './surface';

/** Someone licensed on a dashboard. What they see of the project is then asked of Jira as them, in every call. */
function gadgetGate(
  _ports: Ports,
  caller: Caller,
  context: unknown,
  payload: unknown,
): Promise<{ readonly projectId: string | null; readonly caller: Caller } | null> {
  const gadget = gadgetOf(context);
  if (gadget !== null && disagrees(payload, gadget)) throw new Refusal('mismatch');
  return Promise.resolve(gadget !== null && isLicensed(caller) ? { ...gadget, caller } : null);
}

/** The resolver of the dashboard gadget. */
export const slaGadget = surface<SlaGadgetApi>('sla-gadget', {
  view: call({
    gate: gadgetGate,
    payload: v.object({ made: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100))), null) }),
    answer: viewGadget,
  }),
  projects: call({ gate: gadgetGate, payload: v.object({}), answer: listGadgetProjects }),
});
