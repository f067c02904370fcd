import * as v from 'valibot';
import { flagPreviewStatus, previewFlags } from '../services/preview-flags';
import { adminGate } from './admin-gate';
import { documentFrom } from './document-payload';
import { call, Refusal } from './surface';

/** The admin page's calls about who is told of flags. */
export const alertCalls = {
  searchGroups: call({
    gate: adminGate,
    payload: v.object({ search: v.pipe(v.string(), v.maxLength(255)) }),
    answer: async (ports, _trusted, { search }) => ({ groups: await ports.site.groupsNamed(search) }),
  }),
  startFlagPreview: call({
    gate: adminGate,
    payload: v.object({ document: v.unknown() }),
    answer: async (ports, _trusted, { document }) => {
      const result = await previewFlags(ports, documentFrom(document));
      if (result.kind === 'invalid') throw new Refusal('invalid-input', result.problems);
      return result.view;
    },
  }),
  flagPreviewStatus: call({
    gate: adminGate,
    payload: v.object({ runId: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) }),
    answer: (ports, _trusted, { runId }) => flagPreviewStatus(ports, runId),
  }),
};
