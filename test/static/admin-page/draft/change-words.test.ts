import type { Place } from '../../../../src/core/policy/place';
import { placeKey } from '../../../../src/core/policy/place';
import { changeWords, isStep, stepKey, STEP_KINDS } from '../../../../static/admin-page/draft/step';
import { adminWordsOf, fittedPolicy, namesOf, plain } from '../admin-site';
import { FINDING_SAMPLES } from '../check/finding-samples';
import { STEP_SAMPLES } from './step-samples';

const policy = fittedPolicy();

const places: readonly Place[] = [
  { kind: 'title' },
  { kind: 'updated' },
  { kind: 'duty' },
  { kind: 'clause', clause: 'support-hours' },
  { kind: 'clause', clause: 'gone' },
  { kind: 'level-label', axis: 'impact', level: 'minor' },
  { kind: 'level-description', axis: 'urgency', level: 'low' },
  { kind: 'matrix-label', axis: 'impact', level: 'extended' },
  { kind: 'plan-label', plan: 'BASE' },
  { kind: 'entitlement', entitlement: 'guides' },
  { kind: 'entitlement-label', entitlement: 'guides' },
  { kind: 'priority', priority: 'P1' },
  { kind: 'priority-label', priority: 'P1' },
  { kind: 'calendar', calendar: 'business-hours' },
  { kind: 'calendar-label', calendar: 'gone' },
  { kind: 'reason-label', reason: 'no-access' },
  { kind: 'ordering-body-label', body: 'msss' },
  { kind: 'goal', plan: 'PLUS', priority: 'P1', metric: 'response' },
  { kind: 'cell', impact: 'minor', urgency: 'low' },
  { kind: 'setting', setting: 'plans.BASE.goals' },
  { kind: 'setting', setting: 'modes.retarget' },
  { kind: 'setting', setting: 'duty.priorities' },
  { kind: 'setting', setting: 'never heard of' },
];

test('every kind of step is worded here', () => {
  expect([...new Set(STEP_SAMPLES.map(({ kind }) => kind))].toSorted()).toEqual([...STEP_KINDS].toSorted());
  expect(STEP_SAMPLES.every(isStep)).toBe(true);
});

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  const words = adminWordsOf(language);
  const names = namesOf(language);

  test.each(STEP_SAMPLES.map((step) => [stepKey(step), step] as const))('the change %s', (_, step) => {
    const lines = changeWords(step, { base: policy, findings: FINDING_SAMPLES, words, names });
    expect(lines.map(({ place, before, after }) => plain(`${place}: ${before} -> ${after}`))).toMatchSnapshot();
  });

  test.each(places.map((place) => [placeKey(place), place] as const))('the place %s', (_, place) => {
    expect(plain(names.place(place))).toMatchSnapshot();
  });
});
