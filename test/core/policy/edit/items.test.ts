import { checkPolicy } from '../../../../src/core/policy/check-policy';
import type { PolicyDocument } from '../../../../src/core/policy/document';
import { withItem } from '../../../../src/core/policy/edit/add-item';
import { keysOf, LIST_NAMES, type ListName } from '../../../../src/core/policy/edit/list-names';
import { inOrder } from '../../../../src/core/policy/edit/order-items';
import { goesWith, withoutItem } from '../../../../src/core/policy/edit/remove-item';
import { blankPolicy } from '../../../../src/core/policy/presets/blank';
import { buildPolicy } from '../../../builders/policy';
import { instant } from '../../../builders/ticket';

const policy = buildPolicy();
const label = { en: 'New', fr: 'Nouveau' };
const errorsOf = (document: PolicyDocument): string[] =>
  checkPolicy(document, instant('2025-12-09T10:00 Toronto'))
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
const before = errorsOf(policy);

it('a priority that is removed is told of no more', () => {
  const told = { ...policy, alerts: { ...policy.alerts, priorities: ['P1', 'P4'] } };
  expect(withoutItem(told, 'priorities', 'P4').alerts.priorities).toEqual(['P1']);
});

describe.each(LIST_NAMES)('an item of %s', (list: ListName) => {
  it('comes last, and refuses publication by nothing but what is still to be written', () => {
    const more = withItem(policy, list, { key: 'new', label });
    expect(keysOf(more, list)).toEqual([...keysOf(policy, list), 'new']);
    const toWrite = ['goal-missing', 'missing-translation'];
    expect(errorsOf(more).filter((code) => !before.includes(code) && !toWrite.includes(code))).toEqual([]);
  });

  it('that was added and removed leaves the policy as it was', () => {
    expect(withoutItem(withItem(policy, list, { key: 'new', label }), list, 'new')).toEqual(policy);
  });

  it('is not added twice, and not removed where it is not', () => {
    const [first = ''] = keysOf(policy, list);
    expect(() => withItem(policy, list, { key: first, label })).toThrow(RangeError);
    expect(() => withoutItem(policy, list, 'never heard of')).toThrow(RangeError);
  });

  it('goes with everything that names it: no other key is left without a meaning', () => {
    const [first = ''] = keysOf(policy, list);
    const without = withoutItem(policy, list, first);
    expect(keysOf(without, list)).toEqual(keysOf(policy, list).slice(1));
    expect(errorsOf(without)).not.toContain('unknown-key');
    expect(errorsOf(without)).not.toContain('matrix-hole');
  });

  it('stands where it is put, the others in their order', () => {
    const keys = keysOf(policy, list);
    const last = keys.at(-1) ?? '';
    expect(keysOf(inOrder(policy, list, [last]), list)).toEqual([last, ...keys.slice(0, -1)]);
  });
});

describe('a new level', () => {
  it('takes over the priorities of the one before it', () => {
    const more = withItem(policy, 'impacts', { key: 'trivial', label });
    expect(more.matrix['trivial']).toEqual(policy.matrix['minor']);
    const wider = withItem(policy, 'urgencies', { key: 'someday', label });
    expect(Object.values(wider.matrix).map((row) => row['someday'])).toEqual(['P3', 'P4', 'P4', 'P4']);
  });

  it('of an empty policy leaves its cells open', () => {
    const one = withItem(blankPolicy(), 'impacts', { key: 'high', label });
    expect(withItem(one, 'urgencies', { key: 'high', label }).matrix).toEqual({ high: {} });
  });
});

describe('a plan', () => {
  it('copied has everything of the original but its name, key and rank', () => {
    const copy = withItem(policy, 'plans', { key: 'GOLD', label, copyOf: 'PLUS' }).plans[2];
    const original = policy.plans[1];
    expect(copy).toEqual({
      ...original,
      key: 'GOLD',
      rank: 3,
      label: { published: { en: null, fr: null }, shown: label },
    });
  });

  it('is copied only where there is one', () => {
    expect(() => withItem(policy, 'plans', { key: 'GOLD', label, copyOf: 'SILVER' })).toThrow(RangeError);
  });

  it('that comes first becomes the default plan', () => {
    expect(withItem(blankPolicy(), 'plans', { key: 'BASE', label }).defaultPlan).toBe('BASE');
    expect(withItem(policy, 'plans', { key: 'GOLD', label }).defaultPlan).toBe('BASE');
  });
});

it('a row of what plans include stands in a plan', () => {
  expect(() => withItem(blankPolicy(), 'entitlements', { key: 'portal', label })).toThrow(RangeError);
});

describe('what goes with an item', () => {
  const mapped: PolicyDocument = {
    ...policy,
    levelFields: { impact: { fieldId: 'customfield_1', options: { '1': 'minor', '2': 'minor' } }, urgency: null },
  };
  it.each<[ListName, string, ReturnType<typeof goesWith>]>([
    [
      'impacts',
      'minor',
      [
        { what: 'cells', count: 4, to: null },
        { what: 'options', count: 2 },
      ],
    ],
    ['urgencies', 'low', [{ what: 'cells', count: 4, to: null }]],
    [
      'priorities',
      'P1',
      [
        { what: 'cells', count: 1, to: 'P2' },
        { what: 'targets', count: 4 },
        { what: 'duty', count: 1 },
      ],
    ],
    [
      'priorities',
      'P4',
      [
        { what: 'cells', count: 6, to: 'P3' },
        { what: 'targets', count: 4 },
      ],
    ],
    [
      'plans',
      'BASE',
      [
        { what: 'targets', count: 8 },
        { what: 'default-plan', count: 1, to: 'PLUS' },
      ],
    ],
    ['plans', 'PLUS', [{ what: 'targets', count: 8 }]],
    ['reasons', 'no-access', []],
  ])('%s %s', (list, key, also) => {
    expect(goesWith(mapped, list, key)).toEqual(also);
  });

  it('is gone with it', () => {
    expect(withoutItem(mapped, 'impacts', 'minor').levelFields.impact?.options).toEqual({});
    expect(withoutItem(policy, 'plans', 'BASE').defaultPlan).toBe('PLUS');
  });
});
