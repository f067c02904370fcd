import { goalSetting } from '../../../../src/core/policy/goals';
import {
  draftFromText,
  draftToText,
  layDraft,
  withoutStep,
  withStep,
  type Draft,
} from '../../../../static/admin-page/draft/draft';
import { applyStep, stepKey, type Step } from '../../../../static/admin-page/draft/step';
import { projectScope } from '../../../../static/admin-page/set-up/scope-step';
import { fittedPolicy } from '../admin-site';

const base = fittedPolicy();
const empty: Draft = { baseVersion: 3, steps: [] };
const use = (amount: number): Step => ({
  kind: 'fix',
  fix: { kind: 'set-goal', plan: 'BASE', priority: 'P3', metric: 'resolution', target: { unit: 'days', amount } },
});
const target = (policy = base) => goalSetting(policy, 'BASE', 'P3', 'resolution')?.target;

/** One step of every kind, and what it makes of the policy. */
const steps: readonly [Step, Partial<typeof base> | null][] = [
  [use(4), null],
  [{ kind: 'accept', finding: 'x', on: true }, { accepted: ['x'] }],
  [
    { kind: 'portal', setting: 'showOtherPlans', on: true },
    { portal: { showOtherPlans: true, preparedReplies: false } },
  ],
  [{ kind: 'quiet-hours', on: false }, { alerts: { ...base.alerts, quietOutsideHours: false } }],
  [{ kind: 'thresholds', thresholds: [] }, { thresholds: [] }],
  [{ kind: 'default-plan', plan: 'PLUS' }, { defaultPlan: 'PLUS' }],
  [{ kind: 'mode', mode: 'duty', modes: { duty: 'pause' } }, { modes: { ...base.modes, duty: 'pause' } }],
  [{ kind: 'status', statusId: '10', role: 'pauses', on: true }, { pauseStatusIds: ['11', '10'] }],
  [{ kind: 'status', statusId: '11', role: 'pauses', on: false }, { pauseStatusIds: [] }],
  [{ kind: 'status', statusId: '10', role: 'stops', on: true }, { extraDoneStatusIds: ['10'] }],
  [{ kind: 'scope', projectId: '10000', scope: 'none' }, { scope: [] }],
  [
    { kind: 'scope', projectId: '10001', scope: 'feature' },
    { scope: [...base.scope, { projectId: '10001', requestTypeId: null, issueTypeId: null, kind: 'feature' }] },
  ],
  [
    { kind: 'jira-priority', priority: 'P1', jiraPriorityId: null },
    { priorities: base.priorities.map((one) => (one.key === 'P1' ? { ...one, jiraPriorityId: null } : one)) },
  ],
  [
    { kind: 'visibility', plan: 'BASE', visibility: 'state' },
    { plans: base.plans.map((plan) => (plan.key === 'BASE' ? { ...plan, portalVisibility: 'state' } : plan)) },
  ],
  [{ kind: 'inclusion', plan: 'PLUS', entitlement: 'guides', inclusion: 'included' }, null],
];

describe('a step', () => {
  test.each(steps.filter(([, change]) => change !== null).map(([step, change]) => [stepKey(step), step, change]))(
    '%s changes what it names and nothing else',
    (_, step, change) => {
      expect(applyStep(base, step)).toEqual({ ...base, ...change });
    },
  );

  test('a fix sets its target', () => {
    expect(target(applyStep(base, use(4)))).toEqual({ unit: 'days', amount: 4 });
    expect(target()).toEqual({ unit: 'hours', amount: 4 });
  });

  test('a row of one plan stays as it is in the other', () => {
    const changed = applyStep(base, { kind: 'inclusion', plan: 'PLUS', entitlement: 'guides', inclusion: 'included' });
    const rows = changed.plans.map(({ entitlements }) => entitlements.find(({ key }) => key === 'guides')?.inclusion);
    expect(rows).toEqual(['not-stated', 'included']);
  });

  test('an entry for one request type survives a change of its project', () => {
    const one = { projectId: '10000', requestTypeId: '7', issueTypeId: null, kind: 'feature' } as const;
    const policy = { ...base, scope: [...base.scope, one] };
    const changed = applyStep(policy, { kind: 'scope', projectId: '10000', scope: 'none' });
    expect(changed.scope).toEqual([one]);
    expect(projectScope(changed, '10000')).toBe('none');
  });
});

describe('a draft', () => {
  test('takes the later of two steps on one thing', () => {
    const draft = withStep(withStep(empty, base, use(3)), base, use(4));
    expect(draft.steps).toEqual([use(4)]);
  });

  test.each([
    [
      'a status',
      { kind: 'status', statusId: '10', role: 'pauses', on: true },
      { kind: 'status', statusId: '10', role: 'pauses', on: false },
    ],
    ['a plan', { kind: 'default-plan', plan: 'PLUS' }, { kind: 'default-plan', plan: 'BASE' }],
  ] as const)('forgets %s that was set back', (_, there, back) => {
    expect(withStep(withStep(empty, base, there), base, back).steps).toEqual([]);
  });

  test('loses one step alone', () => {
    const draft = [use(4), { kind: 'quiet-hours', on: false } as const].reduce(
      (d, step) => withStep(d, base, step),
      empty,
    );
    expect(withoutStep(draft, base, use(4)).steps).toEqual([{ kind: 'quiet-hours', on: false }]);
  });

  test('lays its steps on another version, and sets aside what that has no place for', () => {
    const gone: Step = {
      kind: 'fix',
      fix: { kind: 'set-goal', plan: 'GOLD', priority: 'P1', metric: 'response', target: { unit: 'hours', amount: 1 } },
    };
    const laid = layDraft(base, [gone, use(4)]);
    expect(laid.setAside).toEqual([gone]);
    expect(laid.steps).toEqual([use(4)]);
    expect(target(laid.document)).toEqual({ unit: 'days', amount: 4 });
  });

  test('comes back from storage as it went', () => {
    const draft: Draft = { baseVersion: 3, steps: steps.map(([step]) => step) };
    expect(draftFromText(draftToText(draft))).toEqual(draft);
  });

  test.each([
    ['nothing stored', null],
    ['no JSON', '{'],
    ['no draft', '[]'],
    ['no version', '{"format":1,"baseVersion":"3","steps":[]}'],
    ['no steps', '{"format":1,"baseVersion":3,"steps":{}}'],
    ['of another release', '{"format":0,"baseVersion":3,"steps":[]}'],
  ])('is none: %s', (_, text) => {
    expect(draftFromText(text)).toBeNull();
  });

  test('drops steps of a kind it does not know', () => {
    const text = JSON.stringify({
      format: 1,
      baseVersion: null,
      steps: [{ kind: 'toString' }, null, { kind: 'quiet-hours', on: true }],
    });
    expect(draftFromText(text)?.steps).toEqual([{ kind: 'quiet-hours', on: true }]);
  });
});
