import * as v from 'valibot';
import type { RequestFormApi } from '../contract/request-form';
import { formVisitor, type FormVisitor } from '../services/authorize-form';
import type { Caller } from '../services/authorize';
import type { Ports } from '../services/ports';
import { viewRequestForm } from '../services/view-request-form';
import { disagrees } from './context';
import { formOf } from './form-context';
import { call, Refusal, surface } from './surface';

/** Whoever may use the portal that the form stands on. */
async function formGate(ports: Ports, caller: Caller, context: unknown, payload: unknown): Promise<FormVisitor | null> {
  const form = formOf(context);
  if (form === null) return null;
  if (disagrees(payload, form)) throw new Refusal('mismatch');
  return formVisitor(ports, caller, form);
}

/** The resolver of the portal form's panel. */
export const requestForm = surface<RequestFormApi>('request-form', {
  view: call({ gate: formGate, payload: v.object({}), answer: viewRequestForm }),
});
