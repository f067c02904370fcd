import { formAnswersOf } from '../../../src/adapters/jira/form-answers';

const both = { impact: 'extended', urgency: 'low' };

test.each<[string, unknown, unknown]>([
  ['an object by field key', both, both],
  [
    'the list that was submitted',
    [
      { key: 'impact', value: 'extended' },
      { key: 'urgency', value: 'low' },
    ],
    both,
  ],
  [
    'that list under fields',
    { fields: [{ key: 'impact', value: 'minor' }], isValid: true },
    { impact: 'minor', urgency: null },
  ],
  ['one answer', { urgency: 'low', other: 1 }, { impact: null, urgency: 'low' }],
  ['no answer', {}, null],
  ['no property', undefined, null],
  ['something else', 'extended', null],
  ['values of another kind', { impact: 3, urgency: { key: 'low' } }, null],
  ['a level that is too long to be one', { impact: 'x'.repeat(41) }, null],
])('%s', (_, value, answers) => {
  expect(formAnswersOf(value)).toEqual(answers);
});
