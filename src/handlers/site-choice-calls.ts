import * as v from 'valibot';
import { adminGate } from './admin-gate';
import { call } from './surface';

const jiraId = v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/));

/** The admin page's calls about what the site has to choose from. */
export const siteChoiceCalls = {
  ticketKinds: call({
    gate: adminGate,
    payload: v.object({ projectId: jiraId }),
    answer: (ports, _trusted, { projectId }) => ports.site.ticketKinds(projectId),
  }),
  selectFields: call({
    gate: adminGate,
    payload: v.object({}),
    answer: async (ports) => ({ fields: await ports.site.selectFields() }),
  }),
  fieldOptions: call({
    gate: adminGate,
    payload: v.object({ fieldId: jiraId }),
    answer: async (ports, _trusted, { fieldId }) => ({ options: await ports.site.fieldOptions(fieldId) }),
  }),
  resolutions: call({
    gate: adminGate,
    payload: v.object({}),
    answer: async (ports) => ({ resolutions: await ports.site.resolutions() }),
  }),
};
