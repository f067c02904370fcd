import type { PolicyDocument } from '../../../src/core/policy/document';

/** The proposed policy with flags shown by fields alone: no comment, no mail, so that calls can be counted. */
export function fieldsAlone(proposed: PolicyDocument): PolicyDocument {
  return { ...proposed, alerts: { ...proposed.alerts, comment: false, notify: false } };
}
