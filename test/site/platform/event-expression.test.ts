import { compileExpression } from '../../sandbox/platform/event-expression';

const event = {
  eventType: 'avi:jira:updated:issue',
  issue: { key: 'SUP-1', fields: { project: { key: 'SUP' }, assignee: null } },
  changelog: { items: [{ fieldId: 'status' }, { fieldId: 'customfield_10050' }] },
  count: 2,
};

it.each<[string, boolean]>([
  ["event.issue.fields.project.key == 'SUP'", true],
  ["event.issue.fields.project.key != 'SUP'", false],
  ["event['issue']['key'] == \"SUP-1\"", true],
  ["['SUP', 'OPS'].includes(event.issue.fields.project.key)", true],
  ["!['OPS'].includes(event.issue.fields.project.key)", true],
  ["event.changelog.items.some(item => item.fieldId == 'status')", true],
  ["event.changelog.items.map(item => item.fieldId).includes('customfield_10050')", true],
  ["event.changelog.items.some(i => ['priority', 'status'].includes(i.fieldId)) && event.count == 2", true],
  ['event.issue.fields.assignee == null', true],
  ['event.issue.fields.assignee?.accountId == null', true],
  ['event.issue.fields.missing == null', true],
  ["event.comment?.body == 'x' || event.changelog.items.length == 2", true],
  ['(false || true) && !(1 == 2)', true],
  ["event.changelog.items[0].fieldId == 'status'", true],
  ['event.changelog.items[0].toString == null', true],
])('%s is %s', (source, value) => {
  expect(compileExpression(source, 'trigger t')(event)).toEqual({ kind: 'value', value });
});

it.each([
  ['a property of null', "event.issue.fields.assignee.accountId == 'x'", 'no property accountId of null'],
  ['a value that is no boolean', 'event.issue.key', 'not a boolean'],
  ['a logical operator on text', 'event.issue.key && true', 'needs booleans'],
  ['a list function on no list', 'event.issue.key.some(x => true)', 'needs a list'],
])('%s is an error of the evaluation', (_what, source, message) => {
  expect(compileExpression(source, 'trigger t')(event)).toEqual({
    kind: 'error',
    message: expect.stringContaining(message) as string,
  });
});

it.each([
  ['issue.key == 1', 'issue'],
  ['event.issue.key.match("x")', 'match'],
  ['event.count > 1', '>'],
  ['event.count == 1 ? true : false', '?'],
  ['event.items.filter(x => true)', 'filter'],
  ['event.a ==', 'the end'],
  ['event.items.some(x => y == 1)', 'y'],
  ['event.a == `x`', '`x`'],
])('%s is refused before anything runs', (source, what) => {
  expect(() => compileExpression(source, 'trigger t')).toThrow(`trigger t: the local site does not evaluate "${what}`);
});

it('an expression is at most 10,000 characters', () => {
  expect(() => compileExpression(' '.repeat(10_001), 'trigger t')).toThrow('10,000');
});

it('an expression takes at most 50,000 steps', () => {
  const many = { items: Array.from({ length: 300 }, () => 1) };
  const source = 'event.items.map(a => event.items.map(b => event.items.length)).includes(1)';
  expect(compileExpression(source, 'trigger t')(many)).toMatchObject({ kind: 'error' });
});
