import { checkPolicy } from '../../../../src/core/policy/check-policy';
import type { Finding } from '../../../../src/core/policy/finding';
import { decisionsOf, type Decisions } from '../../../../static/admin-page/check/decisions';
import { layDraft } from '../../../../static/admin-page/draft/draft';
import { findingsOf } from '../../../../static/admin-page/check/finding-groups';
import type { Step } from '../../../../static/admin-page/draft/step';
import { fittedPolicy, TUESDAY_TEN } from '../admin-site';

const base = fittedPolicy();
const inForce = checkPolicy(base, TUESDAY_TEN);
const decide = (steps: readonly Step[], policy = base, findings = inForce): Decisions =>
  decisionsOf(findings, checkPolicy(layDraft(policy, steps).document, TUESDAY_TEN), steps);
const told = ({ errors, toDecide }: Decisions) =>
  [...errors, ...toDecide].map(({ group, state }) => [group.lead.code, state].join(' '));
const P3_RESOLUTION: Step = {
  kind: 'fix',
  fix: { kind: 'set-goal', plan: 'BASE', priority: 'P3', metric: 'resolution', target: { unit: 'days', amount: 4 } },
};
const acceptAll = (findings: readonly Finding[], on = true): readonly Step[] =>
  findings.map(({ id }) => ({ kind: 'accept', finding: id, on }));

test('what one target contradicts three times is one decision', () => {
  const [first] = decide([]).toDecide;
  expect(first && findingsOf(first.group).map(({ code }) => code)).toEqual([
    'resolution-before-response',
    'less-urgent-faster',
    'faster-plan-slower',
  ]);
});

test('the preset leaves eight decisions, and a note for each slip of the text', () => {
  const decisions = decide([]);
  expect(told(decisions)).toEqual([
    'resolution-before-response open',
    'languages-disagree open',
    'matrix-label-differs open',
    'case-without-level open',
    'hours-against-around-the-clock open',
    'access-not-stated open',
    'access-not-stated open',
    'access-not-stated open',
  ]);
  expect(decisions.notes.length).toBe(inForce.filter(({ severity }) => severity === 'note').length);
});

test('a change settles its decision where it stands, to be undone there', () => {
  const [first] = decide([P3_RESOLUTION]).toDecide;
  expect(first?.state).toBe('changed');
  expect(first?.steps).toEqual([P3_RESOLUTION]);
});

test('a change settles before the draft is checked anew', () => {
  expect(decisionsOf(inForce, inForce, [P3_RESOLUTION]).toDecide[0]?.state).toBe('changed');
});

test('a decision to live with it is kept with all its findings', () => {
  const [first] = decide([]).toDecide;
  const steps = acceptAll(first ? findingsOf(first.group) : []);
  const [kept] = decide(steps).toDecide;
  expect([kept?.state, kept?.steps]).toEqual(['kept', steps]);
});

describe('a row that the policy does not state', () => {
  const include = (plan: string): Step => ({ kind: 'inclusion', plan, entitlement: 'guides', inclusion: 'included' });
  const guides = (steps: readonly Step[]) =>
    decide(steps).toDecide.filter(({ group: { lead } }) => lead.code === 'access-not-stated')[1];

  test('is still open when one plan of two is decided, and can be undone', () => {
    const decision = guides([include('BASE')]);
    expect([decision?.state, decision?.steps]).toEqual(['open', [include('BASE')]]);
    expect(decision?.group.lead.facts).toEqual({ entitlement: 'guides', plans: ['PLUS'] });
  });

  test('is settled when both are decided', () => {
    const steps = [include('BASE'), include('PLUS')];
    expect([guides(steps)?.state, guides(steps)?.steps]).toEqual(['changed', steps]);
  });
});

test('what a change brings up joins what is left to decide', () => {
  const step: Step = { kind: 'scope', projectId: '10000', scope: 'none' };
  expect(told(decide([step]))).toContain('no-scope open');
});

test('what a target typed by hand brings up is open, though the draft changes that very target', () => {
  const hasty: Step = {
    kind: 'fix',
    fix: { kind: 'set-goal', plan: 'BASE', priority: 'P2', metric: 'resolution', target: { unit: 'hours', amount: 4 } },
  };
  expect(told(decide([hasty]))).toContain('less-urgent-faster open');
});

test('what was settled elsewhere is gone', () => {
  const bare = { ...base, scope: [] };
  const step: Step = { kind: 'scope', projectId: '10000', scope: 'incident' };
  expect(told(decide([step], bare, checkPolicy(bare, TUESDAY_TEN)))).not.toContain('no-scope open');
});

describe('a decision in force', () => {
  const accepted = inForce.filter(({ code }) => code === 'languages-disagree');
  const policy = { ...base, accepted: accepted.map(({ id }) => id) };
  const findings = checkPolicy(policy, TUESDAY_TEN);

  test('is no longer left to decide', () => {
    const decisions = decide([], policy, findings);
    expect(told(decisions)).not.toContain('languages-disagree open');
    expect(decisions.accepted.map(({ lead }) => lead.code)).toEqual(['languages-disagree']);
  });

  test('can be taken up again', () => {
    const decisions = decide(acceptAll(accepted, false), policy, findings);
    expect(told(decisions)).toContain('languages-disagree open');
    expect(decisions.accepted).toEqual([]);
  });
});
