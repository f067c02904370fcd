import type { SlaGadgetApi } from '../../src/contract/sla-gadget';
import { createCall } from '../shared/bridge';

/** The gadget's own calls. */
export const call = createCall<SlaGadgetApi>();
