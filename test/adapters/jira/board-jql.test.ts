import fc from 'fast-check';
import type { BoardFilter } from '../../../src/contract/sla-board';
import { countJql, dueJql, incidentsJql, orderedJql, soughtKey } from '../../../src/adapters/jira/board-jql';
import { quoted, wordsFor } from '../../../src/adapters/jira/jql';
import type { FieldIds } from '../../../src/services/ports';
import { parseJql } from '../../sandbox/jira/jql/parse';
import type { Clause } from '../../sandbox/jira/jql/ast';

const FIELDS: FieldIds = {
  impact: 'customfield_10050',
  urgency: 'customfield_10051',
  slaStatus: 'customfield_10052',
  slaNextDue: 'customfield_10053',
  responseDue: 'customfield_10054',
  resolutionDue: 'customfield_10055',
  customerPlan: 'customfield_10056',
  handlingOrder: 'customfield_10057',
  organizations: 'customfield_10002',
  requestType: 'customfield_10010',
  participants: null,
  requestLanguage: null,
};
const OPEN: BoardFilter = {
  state: null,
  priority: null,
  plan: null,
  organizationId: null,
  assignee: null,
  search: '',
};
const queryOf = (filter: Partial<BoardFilter>, ranks: { first: number; last: number } | null = null) => ({
  projectId: '10000',
  filter: { ...OPEN, ...filter },
  ranks,
});

const BASE =
  'project = "10000" AND (cf[10056] is not EMPTY OR cf[10057] is not EMPTY) AND ' +
  '(cf[10052] in ("breached", "near-breach", "running", "paused") OR (cf[10052] is EMPTY AND statusCategory != Done))';

describe('the board’s question to Jira', () => {
  it('is every open incident of the project, by the ids of Cadran’s fields', () => {
    expect(incidentsJql(queryOf({}), FIELDS)).toBe(BASE);
  });

  it.each<[string, Partial<BoardFilter>, string]>([
    ['a plan', { plan: 'PLUS' }, 'cf[10056] = "PLUS"'],
    ['an organization', { organizationId: '7' }, 'cf[10002] = 7'],
    ['the reader', { assignee: 'me' }, 'assignee = currentUser()'],
    ['nobody', { assignee: 'nobody' }, 'assignee is EMPTY'],
    ['a person', { assignee: '557058:ab' }, 'assignee = "557058:ab"'],
    ['words, each by its beginning', { search: 'sign-in *fails*' }, 'text ~ "sign* in* fails*"'],
    ['a key', { search: ' sup-12 ' }, 'key = "SUP-12"'],
    ['no words at all', { search: ' -- ' }, ''],
  ])('asks for %s', (_case, filter, clause) => {
    expect(incidentsJql(queryOf(filter), FIELDS)).toBe(clause === '' ? BASE : `${BASE} AND ${clause}`);
  });

  it('asks for a priority by its ranks, in whatever state', () => {
    expect(incidentsJql(queryOf({ priority: 'P2' }, { first: 26, last: 50 }), FIELDS)).toBe(
      `${BASE} AND cf[10057] >= 26 AND cf[10057] <= 50`,
    );
  });

  it('asks for one state alone, and counts each state whatever the filter shows', () => {
    expect(incidentsJql(queryOf({ state: 'breached' }), FIELDS)).toContain('AND cf[10052] = "breached"');
    expect(countJql(queryOf({ state: 'breached' }), 'none', FIELDS)).toMatch(
      /cf\[10052\] is EMPTY AND statusCategory != Done$/,
    );
  });

  it('sorts as the policy handles, or by what breaks first', () => {
    expect(orderedJql(queryOf({}), 'handling', FIELDS)).toMatch(/ ORDER BY cf\[10057\] ASC, cf\[10053\] ASC, key ASC$/);
    expect(orderedJql(queryOf({}), 'breach', FIELDS)).toMatch(/ ORDER BY cf\[10053\] ASC, cf\[10057\] ASC, key ASC$/);
  });

  it('asks for a metric’s deadlines of the day ahead', () => {
    expect(dueJql(queryOf({}), { metric: 'response', within: 86_400_000 }, FIELDS)).toBe(
      `${BASE} AND cf[10054] >= now() AND cf[10054] <= "1440m" ORDER BY cf[10054] ASC, key ASC`,
    );
  });

  it('cannot be made another by anything that somebody types or a payload says', () => {
    const shape = (clause: Clause): unknown =>
      'parts' in clause ? clause.parts.map(shape) : 'part' in clause ? shape(clause.part) : clause.field;
    const expected = shape(
      parseJql(incidentsJql(queryOf({ plan: 'x', assignee: 'y', search: 'z' }), FIELDS)).where as Clause,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (search, plan, assignee) => {
        fc.pre(wordsFor(search) !== '' && soughtKey(search) === null);
        fc.pre(plan !== '' && !['', 'me', 'nobody'].includes(assignee));
        const query = parseJql(incidentsJql(queryOf({ search, plan, assignee }), FIELDS));
        expect(shape(query.where as Clause)).toEqual(expected);
        expect(query.order).toEqual([]);
      }),
    );
  });
});

describe('quoting', () => {
  it.each([
    ['plain', '"plain"'],
    ['a "b" c', '"a \\"b\\" c"'],
    ['back\\slash', '"back\\\\slash"'],
    ['two\nlines', '"two lines"'],
  ])('%j', (text, jql) => {
    expect(quoted(text)).toBe(jql);
  });
});
