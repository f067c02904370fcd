import * as v from 'valibot';
import type { RequestFormApi } from '../contract/request-form';
import { formVisitor, type FormVisitor } from '../services/authorize-form';
import type { Caller } from '../services/authorize';
import type { Ports } from '../services/ports';
import { viewRequestForm } from '../services/view-request-form';
import { formOf } from './form-context';
import { call, surface } from './surface';

/** Whoever may use the portal that the form stands on. */
async function formGate(ports: Ports, caller: Caller, context: unknown): Promise<FormVisitor | null> {
  const form = formOf(context);
  return form === null ? null : formVisitor(ports, caller, form);
}

/** The resolver of the portal form's panel. */
export const requestForm = surface<RequestFormApi>('request-form', {
  view: call({ gate: formGate, payload: v.object({}), answer: viewRequestForm }),
});
