import { applyStep, type Step } from '../../../../static/admin-page/draft/step';
import { kindsApart } from '../../../../static/admin-page/set-up/scope-step';
import { fittedPolicy } from '../admin-site';

describe('the types of a project that count as something of their own', () => {
  it.each<[string, readonly Step[], number]>([
    ['none where only the project was chosen', [{ kind: 'scope', projectId: '7', scope: 'incident' }], 0],
    [
      'each once, also one that is left out',
      [
        { kind: 'scope', projectId: '7', scope: 'incident' },
        { kind: 'scope', projectId: '7', requestTypeId: '1', scope: 'feature' },
        { kind: 'scope', projectId: '7', issueTypeId: '2', scope: 'none' },
      ],
      2,
    ],
    ['not those of another project', [{ kind: 'scope', projectId: '8', requestTypeId: '1', scope: 'incident' }], 0],
  ])('are %s', (_, steps, count) => {
    expect(kindsApart(steps.reduce(applyStep, fittedPolicy()), '7')).toBe(count);
  });
});
