import * as v from 'valibot';
import { addFields, fieldPlan } from '../services/field-screens';
import { readPolicyText } from '../services/read-policy-text';
import { adminGate } from './admin-gate';
import { call, Refusal } from './surface';

const jiraId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
const projectIds = v.pipe(v.array(jiraId), v.maxLength(50));

/** The admin page's calls of the set-up. */
export const setUpCalls = {
  fieldPlan: call({
    gate: adminGate,
    payload: v.object({ projectIds }),
    answer: (ports, _trusted, request) => fieldPlan(ports, request.projectIds),
  }),
  addFields: call({
    gate: adminGate,
    payload: v.object({ projectIds, screenIds: v.pipe(v.array(jiraId), v.maxLength(200)) }),
    answer: (ports, _trusted, request) => addFields(ports, request.projectIds, request.screenIds),
  }),
  readPolicy: call({
    gate: adminGate,
    payload: v.object({ text: v.string() }),
    answer: (ports, _trusted, { text }) => {
      const read = readPolicyText(text, ports.now());
      if (!read.ok) throw new Refusal('invalid-input', read.problems);
      return Promise.resolve({ document: read.document });
    },
  }),
};
