import type { OrganizationView } from '../../../../src/contract/admin-page';
import type { PlanAssignment } from '../../../../src/core/policy/document';
import { HOUR } from '../../../../src/core/time/instant';
import {
  daysWords,
  standing,
  todayIn,
  todayWords,
} from '../../../../static/admin-page/organizations/organization-words';
import { problemWords } from '../../../../static/admin-page/draft/problem-words';
import { adminWordsOf, fittedPolicy, namesOf, plain, TUESDAY_TEN } from '../admin-site';

const policy = fittedPolicy();
const organization = (today: OrganizationView['today']): OrganizationView => ({
  id: '1',
  name: 'Hôpital Sainte-Rose',
  assignments: [],
  today,
});
const days = (from: string, to: string | null): PlanAssignment => ({
  organizationId: '1',
  plan: 'PLUS',
  from,
  to,
  calendar: null,
  recordedAt: 0,
});

describe('what applies today', () => {
  test.each([
    [{ kind: 'plan', plan: 'PLUS' }, 'PLUS', null, 'PLUS', null],
    [{ kind: 'none' }, 'No plan', 'BASE applies by default', 'Sans plan', 'BASE s’applique par défaut'],
    [
      { kind: 'ended' },
      'Out of subscription',
      'BASE applies, with a warning',
      'Hors abonnement',
      'BASE s’applique, avec un avertissement',
    ],
  ] as const)('%o', (today, enLabel, enNote, frLabel, frNote) => {
    const told = (['en', 'fr'] as const).map((language) =>
      todayWords(organization(today), policy, adminWordsOf(language), namesOf(language)),
    );
    expect(told.map(({ label, note }) => [label, note])).toEqual([
      [enLabel, enNote],
      [frLabel, frNote],
    ]);
  });

  test('nothing once a subscription has ended, where the policy says so', () => {
    const strict = { ...policy, modes: { ...policy.modes, outOfSubscription: 'no-promise' as const } };
    const { note } = todayWords(organization({ kind: 'ended' }), strict, adminWordsOf('en'), namesOf('en'));
    expect(note).toBe('No promise applies');
  });
});

test.each([
  [days('2026-01-01', null), 'from Jan 1, 2026', 'à partir du 1er janv. 2026'],
  [days('2025-01-01', '2025-12-31'), 'Jan 1, 2025 to Dec 31, 2025', 'du 1er janv. 2025 au 31 déc. 2025'],
])('days %#', (assignment, en, fr) => {
  expect([plain(daysWords(assignment, adminWordsOf('en'))), plain(daysWords(assignment, adminWordsOf('fr')))]).toEqual([
    en,
    fr,
  ]);
});

test.each([
  ['2025-12-10', null, 'later'],
  ['2025-12-09', null, 'current'],
  ['2025-12-01', '2025-12-09', 'current'],
  ['2025-12-01', '2025-12-08', 'past'],
] as const)('on 9 December, %s to %s is %s', (from, to, expected) => {
  expect(standing(days(from, to), '2025-12-09')).toBe(expected);
});

test.each([
  ['in the morning', 0, '2025-12-09'],
  ['before midnight in Toronto, though tomorrow in UTC', 13 * HOUR, '2025-12-09'],
  ['after midnight', 14 * HOUR, '2025-12-10'],
])('the day %s', (_, later, day) => {
  expect(todayIn(policy, TUESDAY_TEN + later)).toBe(day);
});

describe('what a refusal says', () => {
  test.each([
    [{ code: 'ends-before-start', path: 'to' }, 'The last day is before the first.'],
    [
      { code: 'days-overlap', path: 'from', values: { plan: 'PLUS', from: '2025-01-01', to: '' } },
      'PLUS already covers some of these days, from Jan 1, 2025. End or remove it first.',
    ],
    [{ code: 'unknown-plan', path: 'plan', values: { plan: 'GOLD' } }, 'The policy in force has no plan “GOLD”.'],
    [
      { code: 'unknown-calendar', path: 'calendar', values: { calendar: 'nights' } },
      'The policy in force has no calendar “nights”.',
    ],
    [{ code: 'unknown-organization', path: 'organizationId' }, 'Jira no longer has this organization.'],
    [{ code: 'not-configured', path: '' }, 'Publish the policy first.'],
    [{ code: 'malformed.regex', path: 'thresholds.0.percent' }, 'Warnings is not written as it should be.'],
    [{ code: 'something-new', path: 'plans.BASE' }, 'Plans breaks a rule.'],
  ])('%o', (problem, en) => {
    expect(plain(problemWords(problem, [], adminWordsOf('en'), namesOf('en')))).toBe(en);
    const fr = problemWords(problem, [], adminWordsOf('fr'), namesOf('fr'));
    expect(fr).not.toBe(en);
    expect(fr).not.toMatch(/[{}]|undefined/);
  });
});
