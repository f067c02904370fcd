import * as v from 'valibot';
import { HEALTH_PARTS } from '../contract/health';
import { viewHealth } from '../services/view-health';
import { adminGate } from './admin-gate';
import { call } from './surface';

/** The health tab's call: one part at a time. */
export const healthCalls = {
  health: call({
    gate: adminGate,
    payload: v.object({ part: v.picklist(HEALTH_PARTS) }),
    answer: (ports, _trusted, { part }) => viewHealth(ports, part),
  }),
};
