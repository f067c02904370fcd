import { goalSetting } from '../../../../src/core/policy/goals';
import { blankPolicy } from '../../../../src/core/policy/presets/blank';
import {
  draftFromText,
  draftToText,
  layDraft,
  withoutStep,
  withStep,
  type Draft,
} from '../../../../static/admin-page/draft/draft';
import { applyStep, stepKey, type Step } from '../../../../static/admin-page/draft/step';
import { projectScope, scopeAt } from '../../../../static/admin-page/set-up/scope-step';
import { fittedPolicy } from '../admin-site';

const base = fittedPolicy();
const empty: Draft = { baseVersion: 3, steps: [] };
const use = (amount: number): Step => ({
  kind: 'fix',
  fix: { kind: 'set-goal', plan: 'BASE', priority: 'P3', metric: 'resolution', target: { unit: 'days', amount } },
});
const UPDATED = base.updated?.text ?? { published: { en: null, fr: null }, shown: { en: '', fr: '' } };
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
  [
    { kind: 'status', statusId: '11', role: 'others', on: true },
    { portal: { ...base.portal, pausesForOthers: ['11'] } },
  ],
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
  [{ kind: 'policy-key', key: 'support' }, { key: 'support' }],
  [{ kind: 'updated', date: null }, { updated: null }],
  [{ kind: 'updated', date: '2026-01-05' }, { updated: { date: '2026-01-05', text: UPDATED } }],
  [{ kind: 'duty-priority', priority: 'P3', on: true }, { duty: { ...base.duty, priorities: ['P1', 'P2', 'P3'] } }],
  [{ kind: 'alerts', alert: 'language', alerts: { language: 'en' } }, { alerts: { ...base.alerts, language: 'en' } }],
  [
    { kind: 'rank', plan: 'BASE', rank: 7 },
    { plans: base.plans.map((plan) => (plan.key === 'BASE' ? { ...plan, rank: 7 } : plan)) },
  ],
  [
    { kind: 'price', plan: 'PLUS', price: { kind: 'included' } },
    { plans: base.plans.map((plan) => (plan.key === 'PLUS' ? { ...plan, price: { kind: 'included' } } : plan)) },
  ],
  [
    { kind: 'place-calendars', calendars: {}, defaultCalendar: 'around-the-clock' },
    { defaultCalendar: 'around-the-clock' },
  ],
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

describe('the scope of one request type', () => {
  const place = { projectId: '10000', requestTypeId: '7' };

  test('is set apart from its project, and put back', () => {
    const apart = applyStep(base, { kind: 'scope', ...place, scope: 'none' });
    expect(apart.scope).toEqual([...base.scope, { ...place, issueTypeId: null, kind: 'none' }]);
    expect(applyStep(apart, { kind: 'scope', ...place, scope: null })).toEqual(base);
  });

  test('is another than that of an issue type of the same id', () => {
    const issueType = applyStep(base, { kind: 'scope', projectId: '10000', issueTypeId: '7', scope: 'feature' });
    expect(scopeAt(issueType, place)).toBeNull();
  });
});

describe('a field of Jira’s own', () => {
  const field = { id: 'customfield_1', name: 'Impact' };
  const mapped = applyStep(applyStep(base, { kind: 'level-field', axis: 'impact', field }), {
    kind: 'level-option',
    axis: 'impact',
    option: { id: '1', name: 'Extensive' },
    level: 'extended',
  });

  test('stands for a level, option by option', () => {
    expect(mapped.levelFields).toEqual({
      impact: { fieldId: 'customfield_1', options: { '1': 'extended' } },
      urgency: null,
    });
  });

  test('keeps its options while it stays, and loses them with another', () => {
    expect(applyStep(mapped, { kind: 'level-field', axis: 'impact', field })).toEqual(mapped);
    const other = applyStep(mapped, { kind: 'level-field', axis: 'impact', field: { id: 'customfield_2', name: 'x' } });
    expect(other.levelFields.impact?.options).toEqual({});
    expect(applyStep(mapped, { kind: 'level-field', axis: 'impact', field: null })).toEqual(base);
  });

  test('has options only where it is chosen', () => {
    const step = { kind: 'level-option', axis: 'urgency', option: { id: '1', name: 'x' }, level: 'low' } as const;
    expect(() => applyStep(base, step)).toThrow(RangeError);
  });
});

describe('a target', () => {
  const at = { plan: 'BASE', priority: 'P3', metric: 'resolution' } as const;
  const setting = (policy: typeof base) => goalSetting(policy, 'BASE', 'P3', 'resolution');

  test('is taken out, and its priority with its last one', () => {
    const none = applyStep(base, { kind: 'goal', ...at, setting: null });
    expect(setting(none)).toBeUndefined();
    const neither = applyStep(none, { kind: 'goal', ...at, metric: 'response', setting: null });
    expect(neither.plans[0]?.goals).not.toHaveProperty('P3');
  });

  test('has its calendar and its published cell changed alone', () => {
    const moved = applyStep(base, { kind: 'goal-calendar', ...at, calendar: 'around-the-clock' });
    expect(setting(moved)).toEqual({ ...setting(base), calendar: 'around-the-clock' });
    const copied = applyStep(base, { kind: 'goal-published', ...at, language: 'en', text: null });
    expect(setting(copied)).toEqual({ ...setting(base), published: { en: null, fr: '4h' } });
  });

  test.each([
    { kind: 'goal', ...at, plan: 'GOLD', setting: null },
    { kind: 'goal', ...at, priority: 'P9', setting: null },
    { kind: 'goal-calendar', ...at, priority: 'P9', calendar: 'business-hours' },
  ] as const)('is changed only where it stands: $plan $priority', (step) => {
    expect(() => applyStep(base, step)).toThrow(RangeError);
  });
});

describe('a published wording', () => {
  const place = { kind: 'clause', clause: 'urgency' } as const;
  const shown = (policy: typeof base) => policy.clauses.find(({ key }) => key === 'urgency')?.text.shown.en;

  test('is what people read until somebody corrects it', () => {
    const copied = applyStep(base, { kind: 'published', place, language: 'en', text: 'Urgency is speed.' });
    expect(shown(copied)).toBe('Urgency is speed.');
    const own = applyStep(base, { kind: 'fix', fix: { kind: 'set-shown', place, shown: { en: 'Speed.' } } });
    expect(shown(applyStep(own, { kind: 'published', place, language: 'en', text: 'Urgency is speed.' }))).toBe(
      'Speed.',
    );
  });

  test('that is taken away leaves what people read', () => {
    expect(shown(applyStep(base, { kind: 'published', place, language: 'en', text: null }))).toBe(shown(base));
  });
});

describe('a matrix’s own wording for a level', () => {
  const step = { kind: 'matrix-label', axis: 'impact', level: 'minor' } as const;
  const minor = (policy: typeof base) => policy.impacts.find(({ key }) => key === 'minor');

  test('begins as the level is called, and goes without a trace', () => {
    const on = applyStep(base, { ...step, on: true });
    expect(minor(on)?.matrixLabel?.shown).toEqual(minor(base)?.label.shown);
    expect(applyStep(on, { ...step, on: false })).toEqual(base);
  });
});

describe('what a draft adds', () => {
  const add: Step = { kind: 'add', list: 'plans', key: 'GOLD', label: { en: 'Gold', fr: 'Or' } };
  const rank: Step = { kind: 'rank', plan: 'GOLD', rank: 9 };
  const drafted = [add, rank].reduce((draft, step) => withStep(draft, base, step), empty);

  test('can be changed in the same draft', () => {
    expect(drafted.steps).toEqual([add, rank]);
    expect(layDraft(base, drafted.steps).document.plans.at(-1)?.rank).toBe(9);
  });

  test('goes without a trace when it is removed again, with what was changed on it', () => {
    expect(withStep(drafted, base, { kind: 'remove', list: 'plans', key: 'GOLD' }).steps).toEqual([]);
  });

  test('goes with what was changed on it when its addition is undone', () => {
    expect(withoutStep(drafted, base, add).steps).toEqual([]);
  });

  test('comes back whole when it is added where it was removed', () => {
    const removed = withStep(empty, base, { kind: 'remove', list: 'plans', key: 'PLUS' });
    const back = withStep(removed, base, { kind: 'add', list: 'plans', key: 'PLUS', label: { en: 'x', fr: 'x' } });
    expect(layDraft(base, back.steps).document).toEqual(base);
  });

  test('gives way to another policy to begin with', () => {
    const start: Step = { kind: 'start', from: 'blank', document: blankPolicy() };
    expect(withStep(drafted, base, start).steps).toEqual([start]);
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
