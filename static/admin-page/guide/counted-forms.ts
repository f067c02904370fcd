import type { FormPlan, ProjectPlan } from '../../../src/contract/set-up';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { projectScope, scopeAt, type ScopePlace } from '../set-up/scope-step';

/**
 * The forms of a project whose tickets count: of request types in JSM, of work types in other team-managed projects. Null
 * where Jira does not show this admin what the work types ask.
 */
export function countedForms(policy: PolicyDocument, plan: ProjectPlan): readonly FormPlan[] | null {
  const { projectId, requestTypes, workTypes } = plan;
  if (workTypes === null) return null;
  const counts = (place: Omit<ScopePlace, 'projectId'>): boolean =>
    (scopeAt(policy, { projectId, ...place }) ?? projectScope(policy, projectId)) !== 'none';
  return [
    ...requestTypes.filter(({ id }) => counts({ requestTypeId: id })),
    ...workTypes.filter(({ id }) => counts({ issueTypeId: id })),
  ];
}

/** Those that do not ask for both levels. */
export function lackingForms(forms: readonly FormPlan[]): readonly FormPlan[] {
  return forms.filter(({ missing }) => missing.length > 0);
}
