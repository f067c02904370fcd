import type { PolicyDocument, ScopeKind } from '../../../src/core/policy/document';
import type { StepKind } from '../draft/step-kind';

/** Which tickets of a whole project count. */
export interface ScopeStep {
  readonly kind: 'scope';
  readonly projectId: string;
  readonly scope: ScopeKind;
}

export const scopeStep: StepKind<ScopeStep> = {
  kind: 'scope',
  key: ({ projectId }) => projectId,
  apply: (document, { projectId, scope }) => ({ ...document, scope: withScope(document.scope, projectId, scope) }),
  words: ({ projectId, scope }, { base, words: { say }, names }) => [
    {
      place: names.project(projectId),
      before: say(`scope.${projectScope(base, projectId)}`),
      after: say(`scope.${scope}`),
    },
  ],
};

/** The whole project's entry; entries for single request types or issue types stay as they are. */
export function projectScope(document: PolicyDocument, projectId: string): ScopeKind {
  return document.scope.find((entry) => entry.projectId === projectId && isWhole(entry))?.kind ?? 'none';
}

type Scope = PolicyDocument['scope'];

function withScope(scope: Scope, projectId: string, kind: ScopeKind): Scope {
  const index = scope.findIndex((entry) => entry.projectId === projectId && isWhole(entry));
  const entry = { projectId, requestTypeId: null, issueTypeId: null, kind };
  if (index === -1) return kind === 'none' ? scope : [...scope, entry];
  return kind === 'none' ? scope.toSpliced(index, 1) : scope.with(index, entry);
}

function isWhole(entry: Scope[number]): boolean {
  return entry.requestTypeId === null && entry.issueTypeId === null;
}
