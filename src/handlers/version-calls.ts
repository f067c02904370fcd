import * as v from 'valibot';
import { listVersions, versionDocument } from '../services/policy-versions';
import { adminGate } from './admin-gate';
import { call } from './surface';

/** The admin page's calls about earlier publications. */
export const versionCalls = {
  versions: call({
    gate: adminGate,
    payload: v.object({}),
    answer: async (ports) => ({ versions: await listVersions(ports) }),
  }),
  versionDocument: call({
    gate: adminGate,
    payload: v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    answer: async (ports, _trusted, { version }) => {
      const document = await versionDocument(ports, version);
      return document === null ? null : { document };
    },
  }),
};
