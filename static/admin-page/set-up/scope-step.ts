import type { PolicyDocument, ScopeEntry, ScopeKind } from '../../../src/core/policy/document';
import type { StepKind } from '../draft/step-kind';
import type { Names } from '../names';

/** A project, or those of its tickets that are of one request type or issue type. */
export interface ScopePlace {
  readonly projectId: string;
  readonly requestTypeId?: string;
  readonly issueTypeId?: string;
}

/** What the tickets of a place count as; null where they count as their project does. */
export interface ScopeStep extends ScopePlace {
  readonly kind: 'scope';
  readonly scope: ScopeKind | null;
  /** What the request type or issue type is called, for the words of the change. */
  readonly name?: string;
}

export const scopeStep: StepKind<ScopeStep> = {
  kind: 'scope',
  key: ({ projectId, requestTypeId, issueTypeId }) =>
    [
      projectId,
      ...(requestTypeId === undefined ? [] : ['request', requestTypeId]),
      ...(issueTypeId === undefined ? [] : ['issue', issueTypeId]),
    ].join('/'),
  apply: (document, step) => ({ ...document, scope: withScope(document.scope, step) }),
  words: (step, { base, words: { say }, names }) => {
    const text = (kind: ScopeKind | null): string => (kind === null ? say('scope.inherit') : say(`scope.${kind}`));
    const before = isWhole(step) ? projectScope(base, step.projectId) : scopeAt(base, step);
    return [{ place: placeName(step, names), before: text(before), after: text(step.scope) }];
  },
};

/** What the whole project counts as. */
export function projectScope(document: PolicyDocument, projectId: string): ScopeKind {
  return scopeAt(document, { projectId }) ?? 'none';
}

/** How many request types and issue types of a project count as something that the project's own choice does not say. */
export function kindsApart(document: PolicyDocument, projectId: string): number {
  return document.scope.filter((entry) => entry.projectId === projectId && !isAt(entry, { projectId })).length;
}

/** The entry for exactly this place; null where there is none. */
export function scopeAt(document: PolicyDocument, place: ScopePlace): ScopeKind | null {
  return document.scope.find((entry) => isAt(entry, place))?.kind ?? null;
}

function withScope(scope: readonly ScopeEntry[], { scope: kind, ...place }: ScopeStep): readonly ScopeEntry[] {
  const { projectId, requestTypeId = null, issueTypeId = null } = place;
  const index = scope.findIndex((entry) => isAt(entry, place));
  // A project that is not tracked needs no entry; a request type may be left out of a project that is.
  if (kind === null || (kind === 'none' && isWhole(place))) return index === -1 ? scope : scope.toSpliced(index, 1);
  const entry = { projectId, requestTypeId, issueTypeId, kind };
  return index === -1 ? [...scope, entry] : scope.with(index, entry);
}

function isAt(entry: ScopeEntry, { projectId, requestTypeId, issueTypeId }: ScopePlace): boolean {
  return (
    entry.projectId === projectId &&
    entry.requestTypeId === (requestTypeId ?? null) &&
    entry.issueTypeId === (issueTypeId ?? null)
  );
}

function isWhole({ requestTypeId, issueTypeId }: ScopePlace): boolean {
  return requestTypeId === undefined && issueTypeId === undefined;
}

function placeName({ projectId, requestTypeId, issueTypeId, name }: ScopeStep, names: Names): string {
  const part = name ?? requestTypeId ?? issueTypeId;
  return part === undefined ? names.project(projectId) : `${names.project(projectId)}, ${part}`;
}
