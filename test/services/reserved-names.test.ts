/** A key or an id that is called as a member of every object is: it is refused, or is a text like any other. */
import { editOf } from '../../src/adapters/jira/history';
import type { PolicyDocument } from '../../src/core/policy/document';
import { organizationNames } from '../../src/services/organization-names';
import { parsePolicyDocument } from '../../src/services/policy-schema';
import { fieldEdit } from '../../src/services/field-edit';
import { memorySite, FIELD_IDS } from '../builders/memory-ports';
import { buildPolicy } from '../builders/policy';
import { RESERVED_NAMES } from '../builders/reserved-names';

describe.each(RESERVED_NAMES)('%s', (name) => {
  const renamed = (change: (policy: PolicyDocument) => object): unknown => {
    const policy = buildPolicy();
    // As a file gives it: JSON makes `__proto__` a member like any other.
    return JSON.parse(JSON.stringify({ ...policy, ...change(policy) }));
  };
  const own = (value: unknown) => JSON.parse(`{${JSON.stringify(name)}: ${JSON.stringify(value)}}`) as object;
  const first = <T>(list: readonly T[], change: object): readonly T[] =>
    list.map((item, index) => (index === 0 ? { ...item, ...change } : item));

  it.each<[string, (policy: PolicyDocument) => object]>([
    ['the policy', () => ({ key: name })],
    ['an impact', ({ impacts }) => ({ impacts: first(impacts, { key: name }) })],
    ['an urgency', ({ urgencies }) => ({ urgencies: first(urgencies, { key: name }) })],
    ['a priority', ({ priorities }) => ({ priorities: first(priorities, { key: name }) })],
    ['a priority of Jira’s', ({ priorities }) => ({ priorities: first(priorities, { jiraPriorityId: name }) })],
    ['a plan', ({ plans }) => ({ plans: first(plans, { key: name }) })],
    ['the default plan', () => ({ defaultPlan: name })],
    [
      'an entitlement',
      ({ plans }) => ({ plans: first(plans, { entitlements: first(plans[0]!.entitlements, { key: name }) }) }),
    ],
    ['the priority of a goal', ({ plans }) => ({ plans: first(plans, { goals: own({}) }) })],
    ['a row of the matrix', ({ matrix }) => ({ matrix: { ...matrix, [name]: {} } })],
    [
      'a cell of the matrix',
      ({ matrix }) => ({ matrix: { ...matrix, extended: { ...matrix['extended'], critical: name } } }),
    ],
    ['a calendar', ({ calendars }) => ({ calendars: { ...calendars, [name]: Object.values(calendars)[0] } })],
    ['the default calendar', () => ({ defaultCalendar: name })],
    ['a clause', ({ clauses }) => ({ clauses: first(clauses, { key: name }) })],
    ['a reason', ({ reasons }) => ({ reasons: first(reasons, { key: name }) })],
    ['a body that orders', ({ orderingBodies }) => ({ orderingBodies: first(orderingBodies, { key: name }) })],
    ['a project', ({ scope }) => ({ scope: first(scope, { projectId: name }) })],
    ['a request type', ({ scope }) => ({ scope: first(scope, { requestTypeId: name }) })],
    ['a status that pauses', () => ({ pauseStatusIds: [name] })],
    ['a status’s category', () => ({ statusCategories: { [name]: 'done' } })],
    ['a resolution', () => ({ resolutionIdsApart: [name] })],
    [
      'a field for levels',
      ({ levelFields }) => ({ levelFields: { ...levelFields, impact: { fieldId: name, options: {} } } }),
    ],
    [
      'an option for levels',
      ({ levelFields }) => ({
        levelFields: { ...levelFields, impact: { fieldId: 'f', options: { [name]: 'minor' } } },
      }),
    ],
    ['a priority that is told of', ({ alerts }) => ({ alerts: { ...alerts, priorities: [name] } })],
    ['a priority with a duty', ({ duty }) => ({ duty: { ...duty, priorities: [name] } })],
    ['a member of the document', () => own(1)],
  ])('is no name for %s', (_what, change) => {
    expect(parsePolicyDocument(renamed(change)).ok).toBe(false);
  });

  it('is, as an option that nobody mapped, no level', () => {
    const impact = { fieldId: 'f', options: { '1': 'minor' } };
    const item = { fieldId: 'f', from: name, to: '1', fromText: name, toText: 'Minor' };
    const history = { id: '1', created: 0, items: [item], historyMetadata: null };
    const edit = editOf(history, FIELD_IDS, { impact, urgency: null });
    expect([edit?.was, edit?.set]).toEqual([{ impact: null }, { impact: 'minor' }]);
    expect(fieldEdit(null, impact, name)).toBeNull();
  });

  it('is no organization whose name is known', async () => {
    const site = memorySite(0);
    site.organizations.push({ id: name, name: 'Clinique' });
    expect([...(await organizationNames(site.ports, [name]))]).toEqual([[name, 'Clinique']]);
  });
});
