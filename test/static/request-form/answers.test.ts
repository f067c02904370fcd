import type { FormQuestionsView } from '../../../src/contract/request-form';
import { stagePlus } from '../../../src/core/policy/presets/stage-plus';
import { askedFor, goalsOf, NO_ANSWERS, priorityOf, submissionOf } from '../../../static/request-form/answers';

const { matrix } = stagePlus();
const view = (changes: Partial<FormQuestionsView> = {}): FormQuestionsView => ({
  state: 'ready',
  at: 0,
  asks: { impact: true, urgency: true },
  impacts: [],
  urgencies: [],
  priorities: [],
  matrix,
  promises: [],
  ...changes,
});

test.each([
  ['extended', 'critical', 'P1'],
  ['minor', 'low', 'P4'],
  ['extended', null, null],
  [null, 'critical', null],
  ['gone', 'critical', null],
])('%s and %s lead to %s', (impact, urgency, priority) => {
  expect(priorityOf(view(), { impact, urgency })).toBe(priority);
});

test('only what was chosen is handed to the form, and not knowing is no obstacle', () => {
  expect(submissionOf(NO_ANSWERS)).toEqual({ fields: [], isValid: true });
  expect(submissionOf({ impact: null, urgency: 'low' })).toEqual({
    fields: [{ key: 'urgency', value: 'low' }],
    isValid: true,
  });
});

test('what the form itself asks is not asked again', () => {
  expect(askedFor(view({ asks: { impact: false, urgency: true } }))).toEqual(['urgency']);
});

test('a priority without a goal is promised nothing', () => {
  const promise = { plan: { en: '', fr: '' }, goals: {}, hours: null };
  expect(goalsOf(promise, 'constructor')).toEqual([]);
});
