import type { SlaBoardApi } from '../../src/contract/sla-board';
import { createCall } from '../shared/bridge';

/** The board's own calls. */
export const call = createCall<SlaBoardApi>();
