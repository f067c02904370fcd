import type { ScopeEntry } from '../../src/core/policy/document';
import { projectMatters, projectsInScope, scopeOf } from '../../src/services/scope';

const entry = (projectId: string, kind: ScopeEntry['kind'], more: Partial<ScopeEntry> = {}): ScopeEntry => ({
  projectId,
  requestTypeId: null,
  issueTypeId: null,
  kind,
  ...more,
});

const scope = [
  entry('1', 'incident'),
  entry('1', 'feature', { requestTypeId: '70' }),
  entry('1', 'none', { issueTypeId: '12' }),
  entry('2', 'none'),
  entry('3', 'incident', { issueTypeId: '10' }),
];

describe('scope (rules.md §1)', () => {
  it.each([
    ['a ticket of a project taken whole', '1', '69', '10', 'incident'],
    ['a request type named apart', '1', '70', '10', 'feature'],
    ['an issue type named apart', '1', null, '12', 'none'],
    ['a request type before its issue type', '1', '70', '12', 'feature'],
    ['a project named as none', '2', '69', '10', 'none'],
    ['an issue type of a project not taken whole', '3', null, '10', 'incident'],
    ['another issue type of that project', '3', null, '11', 'none'],
    ['a project not named', '9', '69', '10', 'none'],
  ] as const)('%s', (_case, projectId, requestTypeId, issueTypeId, kind) => {
    expect(scopeOf(scope, { projectId, requestTypeId, issueTypeId })).toBe(kind);
  });

  it('lets an event through only for projects of which something counts', () => {
    expect(['1', '2', '3', '9'].filter((projectId) => projectMatters(scope, projectId))).toEqual(['1', '3']);
    expect(projectsInScope(scope)).toEqual(['1', '3']);
  });
});
