import type { PolicyDocument } from '../../../../src/core/policy/document';
import { blankPolicy } from '../../../../src/core/policy/presets/blank';
import { jiraNames } from '../../../../src/core/policy/presets/jira-names';
import { applyStep, changeWords, isWholeStep, type Step } from '../../../../static/admin-page/draft/step';
import { stepsBetween } from '../../../../static/admin-page/versions/steps-between';
import { isSameJson } from '../../../../static/admin-page/versions/same-json';
import { days, hours } from '../../../core/policy/changed-policy';
import { STEP_SAMPLES } from '../draft/step-samples';
import { adminWordsOf, fittedPolicy, namesOf, plain } from '../admin-site';

const policy = fittedPolicy();
const laid = (base: PolicyDocument, steps: readonly Step[]): PolicyDocument => steps.reduce(applyStep, base);

/** What an admin may do in one version: each alone, and all at once. */
const CHANGES: readonly (readonly [string, readonly Step[]])[] = [
  [
    'a target',
    [{ kind: 'fix', fix: { kind: 'set-goal', plan: 'BASE', priority: 'P3', metric: 'resolution', target: days(4) } }],
  ],
  [
    'a target in another calendar',
    [{ kind: 'goal-calendar', plan: 'BASE', priority: 'P1', metric: 'response', calendar: 'around-the-clock' }],
  ],
  ['a target taken out', [{ kind: 'goal', plan: 'BASE', priority: 'P4', metric: 'response', setting: null }]],
  [
    'a cell of the matrix',
    [{ kind: 'fix', fix: { kind: 'set-cell', impact: 'minor', urgency: 'low', priority: 'P3' } }],
  ],
  [
    'a text as people read it',
    [{ kind: 'fix', fix: { kind: 'set-shown', place: { kind: 'title' }, shown: { fr: 'Politique' } } }],
  ],
  ['a level more', [{ kind: 'add', list: 'impacts', key: 'tiny', label: { en: 'Tiny', fr: 'Infime' } }]],
  ['a level less', [{ kind: 'remove', list: 'urgencies', key: 'low' }]],
  ['a priority less', [{ kind: 'remove', list: 'priorities', key: 'P4' }]],
  ['a plan more', [{ kind: 'add', list: 'plans', key: 'GOLD', label: { en: 'GOLD', fr: 'OR' }, copyOf: 'PLUS' }]],
  ['the plans in another order', [{ kind: 'order', list: 'plans', keys: ['PLUS', 'BASE'] }]],
  ['a Jira priority', [{ kind: 'jira-priority', priority: 'P1', jiraPriorityId: '2' }]],
  [
    'the hours of a day',
    [{ kind: 'calendar-hours', calendar: 'business-hours', weekday: 6, hours: [{ start: '09:00', end: '12:00' }] }],
  ],
  ['an exception', [{ kind: 'calendar-exception', calendar: 'business-hours', date: '2026-12-24', hours: [] }]],
  [
    'a calendar more',
    [
      {
        kind: 'calendar',
        calendar: 'night',
        named: { label: { en: 'Night', fr: 'Nuit' }, calendar: { timeZone: 'UTC', always: true }, holidaySource: null },
      },
    ],
  ],
  ['scope', [{ kind: 'scope', projectId: '10001', scope: 'feature' }]],
  ['a status that pauses', [{ kind: 'status', statusId: '11', role: 'pauses', on: false }]],
  ['a mode', [{ kind: 'mode', mode: 'retarget', modes: { retarget: 'restart' } }]],
  ['warnings', [{ kind: 'thresholds', thresholds: [{ kind: 'remaining', remaining: hours(1) }] }]],
  ['what customers see', [{ kind: 'visibility', plan: 'BASE', visibility: 'state' }]],
  ['a decision', [{ kind: 'accept', finding: 'languages-disagree', on: true }]],
];

describe('the difference between two versions', () => {
  it.each(CHANGES)('of %s alone is that change, and its words', (_what, steps) => {
    const after = laid(policy, steps);
    const { steps: found, rest } = stepsBetween(policy, after);
    expect(rest).toEqual([]);
    expect(isSameJson(laid(policy, found), after)).toBe(true);
    const scene = { base: policy, findings: [], words: adminWordsOf('en'), names: namesOf('en', after) };
    const told = found.flatMap((step) => changeWords(step, scene));
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter(({ before, after: now }) => before === now)).toEqual([]);
  });

  it.each(STEP_SAMPLES.filter((step) => !isWholeStep(step)).map((step) => [JSON.stringify(step).slice(0, 90), step]))(
    'holds whatever the page can change: %s',
    (_what, step) => {
      const base =
        step.kind === 'level-option'
          ? applyStep(policy, { kind: 'level-field', axis: step.axis, field: { id: 'customfield_1', name: 'Impact' } })
          : policy;
      const after = applyStep(base, step);
      const { steps, rest } = stepsBetween(base, after);
      // The default calendar has no step of its own.
      expect(rest.filter((name) => name !== 'defaultCalendar')).toEqual([]);
      const reached = laid(base, steps);
      expect(stepsBetween(reached, { ...after, defaultCalendar: reached.defaultCalendar })).toEqual({
        steps: [],
        rest: [],
      });
    },
  );

  it('goes back over the same change', () => {
    for (const [, steps] of CHANGES) {
      const after = laid(policy, steps);
      const { steps: found, rest } = stepsBetween(after, policy);
      expect(rest).toEqual([]);
      expect(isSameJson(laid(after, found), policy)).toBe(true);
    }
  });

  it('of all of them at once is whole', () => {
    const after = laid(
      policy,
      CHANGES.filter(([what]) => !what.endsWith('less')).flatMap(([, steps]) => steps),
    );
    const { steps, rest } = stepsBetween(policy, after);
    expect(rest).toEqual([]);
    expect(isSameJson(laid(policy, steps), after)).toBe(true);
  });

  it.each([
    ['the preset with Jira’s names', jiraNames()],
    ['an empty policy', blankPolicy()],
  ])('reaches %s from STAGE+, but for what no step changes', (_what, other) => {
    const { steps, rest } = stepsBetween(policy, { ...other, statusCategories: policy.statusCategories });
    expect(steps.length).toBeGreaterThan(10);
    const reached = laid(policy, steps);
    const unlike = (Object.keys(other) as (keyof PolicyDocument)[]).filter(
      (name) => !isSameJson(reached[name], other[name]),
    );
    expect(unlike.filter((name) => name !== 'statusCategories' && !rest.includes(name))).toEqual([]);
  });

  it('of two that are the same is none; the statuses that a publication snapshots are nobody’s change', () => {
    expect(stepsBetween(policy, { ...policy, statusCategories: {} })).toEqual({ steps: [], rest: [] });
  });

  it('names what no step changes', () => {
    expect(stepsBetween(policy, { ...policy, defaultCalendar: 'around-the-clock' }).rest).toEqual(['defaultCalendar']);
  });

  it('reads in both languages', () => {
    const after = laid(policy, CHANGES[0]![1]);
    const { steps } = stepsBetween(policy, after);
    const told = (['en', 'fr'] as const).map((language) =>
      changeWords(steps[0]!, {
        base: policy,
        findings: [],
        words: adminWordsOf(language),
        names: namesOf(language, after),
      }).map(({ place, before, after: now }) => plain(`${place}: ${before} -> ${now}`)),
    );
    expect(told).toEqual([['P3 resolution on BASE: 4 h -> 4 d'], ['Résolution P3 du plan BASE: 4 h -> 4 j']]);
  });
});
