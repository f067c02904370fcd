import type { ScopeEntry, ScopeKind } from '../core/policy/document';

/** What a scope entry is matched against. Unknown parts are null: an event names the project but no request type. */
export interface ScopedTicket {
  readonly projectId: string;
  readonly requestTypeId: string | null;
  readonly issueTypeId: string | null;
}

/**
 * How the policy treats a ticket (rules.md §1). The entry that says most decides: request type, then issue type, then the
 * whole project; no entry means `none`.
 */
export function scopeOf(scope: readonly ScopeEntry[], ticket: ScopedTicket): ScopeKind {
  const ofProject = scope.filter((entry) => entry.projectId === ticket.projectId);
  const byRequestType = ofProject.find(
    (entry) => entry.requestTypeId !== null && entry.requestTypeId === ticket.requestTypeId,
  );
  const byIssueType = ofProject.find((entry) => entry.issueTypeId !== null && entry.issueTypeId === ticket.issueTypeId);
  const whole = ofProject.find((entry) => entry.requestTypeId === null && entry.issueTypeId === null);
  return (byRequestType ?? byIssueType ?? whole)?.kind ?? 'none';
}

/** Whether anything of a project can matter: what an event is asked before any call to Jira. */
export function projectMatters(scope: readonly ScopeEntry[], projectId: string): boolean {
  return scope.some((entry) => entry.projectId === projectId && entry.kind !== 'none');
}

/** The projects a scope names with anything but `none`. */
export function projectsInScope(scope: readonly ScopeEntry[]): readonly string[] {
  return [...new Set(scope.filter((entry) => entry.kind !== 'none').map((entry) => entry.projectId))];
}
