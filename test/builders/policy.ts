import type { PolicyDocument, PolicyVersion } from '../../src/core/policy/document';
import { stagePlus } from '../../src/core/policy/presets/stage-plus';
import type { EpochMillis } from '../../src/core/time/instant';

/** The statuses of the policies built here; `waiting` is the one that pauses. */
export const STATUS = {
  open: 'open',
  inProgress: 'in-progress',
  waiting: 'waiting',
  resolved: 'resolved',
  closed: 'closed',
} as const;

/** The project and request types of the policies built here. */
export const SCOPE = { projectId: '10000', incidentTypeId: '11', featureTypeId: '12' } as const;

/**
 * The STAGE+ preset as after a set-up: P1 to P4 are Jira's priorities '1' to '4', one project's incidents and feature
 * requests are in scope, a pause status is named and the site's status categories are known. `overrides` replace whole
 * members of the document.
 */
export function buildPolicy(overrides: Partial<PolicyDocument> = {}): PolicyDocument {
  const preset = stagePlus();
  return {
    ...preset,
    priorities: preset.priorities.map((priority, i) => ({ ...priority, jiraPriorityId: String(i + 1) })),
    scope: [
      { projectId: SCOPE.projectId, requestTypeId: SCOPE.incidentTypeId, issueTypeId: null, kind: 'incident' },
      { projectId: SCOPE.projectId, requestTypeId: SCOPE.featureTypeId, issueTypeId: null, kind: 'feature' },
    ],
    pauseStatusIds: [STATUS.waiting],
    statusCategories: {
      [STATUS.open]: 'new',
      [STATUS.inProgress]: 'indeterminate',
      [STATUS.waiting]: 'indeterminate',
      [STATUS.resolved]: 'done',
      [STATUS.closed]: 'done',
    },
    ...overrides,
  };
}

/** A published version of a policy; in force and tracking from the beginning of time unless said otherwise. */
export function buildPolicyVersion(
  document: PolicyDocument = buildPolicy(),
  {
    version = 1,
    publishedAt = 0,
    trackedFrom = 0,
  }: Partial<Record<keyof Omit<PolicyVersion, 'document'>, EpochMillis>> = {},
): PolicyVersion {
  return { version, publishedAt, trackedFrom, document };
}
