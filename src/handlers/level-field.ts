import * as v from 'valibot';
import type { LevelFieldApi } from '../contract/level-field';
import type { Caller } from '../services/authorize';
import type { Ports } from '../services/ports';
import { viewLevels } from '../services/view-levels';
import { isModule } from './context';
import { call, surface } from './surface';

/**
 * Anyone signed in who sees one of the two fields: the levels and what they mean are what the policy publishes to all, and
 * nothing of a ticket is answered.
 */
function fieldGate(_ports: Ports, caller: Caller, context: unknown): Promise<true | null> {
  const known = caller.accountId !== null && caller.accountType !== 'anonymous';
  return Promise.resolve(known && isModule(context, 'jira:customField') ? true : null);
}

/** The resolver of the impact and urgency fields. */
export const levelField = surface<LevelFieldApi>('level-field', {
  view: call({ gate: fieldGate, payload: v.object({}), answer: (ports) => viewLevels(ports) }),
});
