import type { NamedCalendar, PolicyDocument } from '../../../../src/core/policy/document';
import { checkPolicy } from '../../../../src/core/policy/check-policy';
import { FINDING_CODES, type Finding, type FindingCode } from '../../../../src/core/policy/finding';
import { placeKey } from '../../../../src/core/policy/place';
import { jiraNames } from '../../../../src/core/policy/presets/jira-names';
import type { EpochMillis } from '../../../../src/core/time/instant';
import { buildPolicy } from '../../../builders/policy';
import {
  businessDays,
  days,
  hours,
  withCalendar,
  withCell,
  withClause,
  withGoal,
  withImpact,
  withoutCell,
  withPlan,
  withUrgency,
} from '../changed-policy';

const AT = Date.UTC(2025, 11, 9);

/** Sound in every respect: Cadran's own words and figures, set up. */
const sound: PolicyDocument = {
  ...jiraNames(),
  priorities: jiraNames().priorities.map((priority, i) => ({ ...priority, jiraPriorityId: String(i + 1) })),
  scope: [{ projectId: '10000', requestTypeId: null, issueTypeId: null, kind: 'incident' }],
  pauseStatusIds: ['waiting'],
};
const stagePlus = buildPolicy();
const [standard] = sound.plans;
const office = sound.calendars['business-hours']?.calendar as NamedCalendar['calendar'] & { holidays: unknown };
const text = (en: string, fr: string, publishedEn: string | null, publishedFr: string | null) => ({
  shown: { en, fr },
  published: { en: publishedEn, fr: publishedFr },
});

interface Case {
  readonly code: FindingCode;
  readonly when: string;
  readonly fires: PolicyDocument;
  readonly place: string;
  readonly facts: object;
  /** Only as much otherwise as keeps the finding away. */
  readonly silent: PolicyDocument;
  readonly at?: EpochMillis;
  readonly silentAt?: EpochMillis;
  readonly jiraPriorityIds?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    code: 'text-corrected',
    when: 'people read another wording than the published one',
    fires: { ...sound, title: text('Support policy', 'Politique', 'Suport policy', 'Politique') },
    place: 'title',
    facts: { language: 'en', published: 'Suport policy', shown: 'Support policy' },
    silent: { ...sound, title: text('Support policy', 'Politique', 'Support policy', 'Politique') },
  },
  {
    code: 'published-in-one-language',
    when: 'only one language has the text',
    fires: { ...sound, title: text('Policy', 'Politique', null, 'Politique') },
    place: 'title',
    facts: { language: 'fr', missing: 'en', published: 'Politique' },
    silent: { ...sound, title: text('Policy', 'Politique', null, null) },
  },
  {
    code: 'missing-translation',
    when: 'a language is blank',
    fires: withImpact(sound, 'minor', { description: text('One person', ' ', null, null) }),
    place: 'level-description/impact/minor',
    facts: { language: 'fr' },
    silent: withImpact(sound, 'minor', { description: text('One person', 'Une personne', null, null) }),
  },
  {
    code: 'missing-translation',
    when: 'a text of the admin’s own is blank',
    fires: { ...sound, reasons: [{ key: 'away', label: { en: '', fr: 'Absence' } }] },
    place: 'reason-label/away',
    facts: { language: 'en' },
    silent: { ...sound, reasons: [{ key: 'away', label: { en: 'Away', fr: 'Absence' } }] },
  },
  {
    code: 'missing-translation',
    when: 'some priority has a duty without words',
    fires: { ...sound, duty: { priorities: ['highest'], text: text('', 'Devoir', null, null) } },
    place: 'duty',
    facts: { language: 'en' },
    silent: { ...sound, duty: { priorities: [], text: text('', 'Devoir', null, null) } },
  },
  {
    code: 'matrix-label-differs',
    when: 'the matrix uses another word than the table',
    fires: withImpact(stagePlus, 'minor', { matrixLabel: text('Minor', 'Mineur', 'Small', 'Mineur') }),
    place: 'matrix-label/impact/minor',
    facts: { language: 'en', matrix: 'Small', table: 'Minor' },
    silent: withImpact(stagePlus, 'minor', { matrixLabel: text('Minor', 'Mineur', 'Minor', 'Mineur') }),
  },
  {
    code: 'matrix-label-inflected',
    when: 'the matrix agrees the French word otherwise',
    fires: withImpact(stagePlus, 'minor', { matrixLabel: text('Minor', 'Mineur', 'Minor', 'Mineures') }),
    place: 'matrix-label/impact/minor',
    facts: { language: 'fr', matrix: 'Mineures', table: 'Mineur' },
    silent: withImpact(stagePlus, 'minor', { matrixLabel: text('Minor', 'Mineur', 'Minor', 'Mineur') }),
  },
  {
    code: 'case-without-level',
    when: 'no urgency but Low takes a service that is down with a workaround',
    fires: stagePlus,
    place: 'level-description/urgency/low',
    facts: { axis: 'urgency', fits: 'low', expected: 'high' },
    silent: withUrgency(stagePlus, 'critical', {
      description: text('A service is down.', 'Un service est en panne.', null, null),
    }),
  },
  {
    code: 'hours-against-around-the-clock',
    when: 'support is in business hours and a target is not',
    fires: stagePlus,
    place: 'clause/support-hours',
    facts: {
      clause: 'support-hours',
      goals: [
        { plan: 'PLUS', priority: 'P1', metric: 'response' },
        { plan: 'PLUS', priority: 'P1', metric: 'resolution' },
      ],
    },
    silent: withClause(
      stagePlus,
      'support-hours',
      text('Support is bilingual.', 'Le support est bilingue.', null, null),
    ),
  },
  {
    code: 'hours-against-around-the-clock',
    when: 'one target is around the clock',
    fires: withGoal(stagePlus, 'PLUS', 'P1', 'response', { calendar: 'business-hours' }),
    place: 'clause/support-hours',
    facts: { clause: 'support-hours', goals: [{ plan: 'PLUS', priority: 'P1', metric: 'resolution' }] },
    silent: withGoal(
      withGoal(stagePlus, 'PLUS', 'P1', 'response', { calendar: 'business-hours' }),
      'PLUS',
      'P1',
      'resolution',
      { calendar: 'business-hours' },
    ),
  },
  {
    code: 'access-not-stated',
    when: 'a row is open in a plan',
    fires: withPlan(sound, 'PREMIUM', (plan) => ({
      ...plan,
      entitlements: [{ key: 'guides', label: text('Guides', 'Guides', null, null), inclusion: 'not-stated' }],
    })),
    place: 'entitlement/guides',
    facts: { entitlement: 'guides', plans: ['PREMIUM'] },
    silent: withPlan(sound, 'PREMIUM', (plan) => ({
      ...plan,
      entitlements: [{ key: 'guides', label: text('Guides', 'Guides', null, null), inclusion: 'not-included' }],
    })),
  },
  {
    code: 'languages-disagree',
    when: 'the languages publish two figures',
    fires: withGoal(sound, 'STANDARD', 'high', 'response', { published: { en: '5h', fr: '4 h' } }),
    place: 'goal/STANDARD/high/response',
    facts: { plan: 'STANDARD', priority: 'high', metric: 'response', en: hours(5), fr: hours(4) },
    silent: withGoal(sound, 'STANDARD', 'high', 'response', { published: { en: '240min', fr: '4 h' } }),
  },
  {
    code: 'published-unreadable',
    when: 'a published cell is no duration',
    fires: withGoal(sound, 'STANDARD', 'high', 'response', { published: { en: 'soon', fr: '4 h' } }),
    place: 'goal/STANDARD/high/response',
    facts: {
      plan: 'STANDARD',
      priority: 'high',
      metric: 'response',
      language: 'en',
      published: 'soon',
      problem: 'unreadable',
    },
    silent: withGoal(sound, 'STANDARD', 'high', 'response', { published: { en: null, fr: '4 h' } }),
  },
  {
    code: 'resolution-before-response',
    when: 'resolution is shorter than response',
    fires: withGoal(sound, 'STANDARD', 'lowest', 'response', { target: days(21) }),
    // Most targets of the two plans imply that this response should be 4 d, so it is the one to look at.
    place: 'goal/STANDARD/lowest/response',
    facts: { plan: 'STANDARD', priority: 'lowest', response: days(21), resolution: days(20) },
    silent: withGoal(sound, 'STANDARD', 'lowest', 'response', { target: days(20) }),
  },
  {
    code: 'less-urgent-faster',
    when: 'a less urgent target is shorter',
    fires: withGoal(sound, 'STANDARD', 'low', 'response', { target: hours(3) }),
    place: 'goal/STANDARD/low/response',
    facts: {
      plan: 'STANDARD',
      priority: 'low',
      metric: 'response',
      target: hours(3),
      than: [
        { priority: 'medium', target: hours(8) },
        { priority: 'high', target: hours(4) },
      ],
    },
    silent: withGoal(sound, 'STANDARD', 'low', 'response', { target: hours(8) }),
  },
  {
    code: 'faster-plan-slower',
    when: 'the plan of higher rank promises later',
    fires: withGoal(sound, 'PREMIUM', 'medium', 'resolution', { target: days(6) }),
    place: 'goal/STANDARD/medium/resolution',
    facts: {
      plan: 'PREMIUM',
      priority: 'medium',
      metric: 'resolution',
      target: days(6),
      than: { plan: 'STANDARD', target: days(5) },
    },
    silent: withGoal(sound, 'PREMIUM', 'medium', 'resolution', { target: days(5) }),
  },
  {
    code: 'target-not-positive',
    when: 'a target is zero',
    fires: withGoal(sound, 'STANDARD', 'high', 'response', { target: hours(0) }),
    place: 'goal/STANDARD/high/response',
    facts: { plan: 'STANDARD', priority: 'high', metric: 'response', target: hours(0) },
    silent: withGoal(sound, 'STANDARD', 'high', 'response', { target: hours(2) }),
  },
  {
    code: 'goal-missing',
    when: 'a plan says nothing of a priority',
    fires: withGoal(sound, 'STANDARD', 'lowest', 'resolution', null),
    place: 'goal/STANDARD/lowest/resolution',
    facts: { plan: 'STANDARD', priority: 'lowest', metric: 'resolution' },
    silent: sound,
  },
  {
    code: 'matrix-hole',
    when: 'a pair of levels has no priority',
    fires: withoutCell(sound, 'minor', 'low'),
    place: 'cell/minor/low',
    facts: { impact: 'minor', urgency: 'low' },
    silent: sound,
  },
  {
    code: 'matrix-not-monotone',
    when: 'a pair ranks below one of the same urgency and less impact',
    fires: withCell(sound, 'minor', 'medium', 'medium'),
    place: 'cell/moderate/medium',
    facts: {
      impact: 'moderate',
      urgency: 'medium',
      priority: 'low',
      than: { impact: 'minor', urgency: 'medium', priority: 'medium' },
    },
    silent: withCell(sound, 'minor', 'medium', 'low'),
  },
  {
    code: 'matrix-not-monotone',
    when: 'a pair ranks below one of the same impact and less urgency',
    fires: withCell(sound, 'minor', 'low', 'low'),
    place: 'cell/minor/medium',
    facts: {
      impact: 'minor',
      urgency: 'medium',
      priority: 'lowest',
      than: { impact: 'minor', urgency: 'low', priority: 'low' },
    },
    silent: withCell(sound, 'minor', 'medium', 'low'),
  },
  {
    code: 'goal-without-calendar',
    when: 'a target names a calendar that is not there',
    fires: withGoal(sound, 'STANDARD', 'high', 'response', { calendar: 'nights' }),
    place: 'goal/STANDARD/high/response',
    facts: { plan: 'STANDARD', priority: 'high', metric: 'response', calendar: 'nights' },
    silent: withCalendar(withGoal(sound, 'STANDARD', 'high', 'response', { calendar: 'nights' }), 'nights', office),
  },
  {
    code: 'calendar-invalid',
    when: 'a calendar has hours that end before they start',
    fires: withCalendar(sound, 'nights', { ...office, weeklyHours: { 1: [{ start: '17:00', end: '09:00' }] } }),
    place: 'calendar/nights',
    facts: { calendar: 'nights', problems: [{ code: 'reversed-hours', where: 'weeklyHours.1[0]' }] },
    silent: withCalendar(sound, 'nights', { ...office, weeklyHours: { 1: [{ start: '17:00', end: '33:00' }] } }),
  },
  {
    code: 'calendar-never-open',
    when: 'no weekday has hours',
    fires: withCalendar(sound, 'nights', { ...office, weeklyHours: { 1: [] } }),
    place: 'calendar/nights',
    facts: { calendar: 'nights' },
    silent: withCalendar(sound, 'nights', { timeZone: 'UTC', always: true }),
  },
  {
    code: 'holidays-run-out',
    when: 'the last holiday’s year ends within half a year',
    fires: withCalendar(sound, 'nights', { ...office, holidays: [{ date: '2025-12-25' }] }),
    place: 'calendar/nights',
    facts: { calendar: 'nights', lastCovered: '2025-12-31' },
    silent: withCalendar(sound, 'nights', { ...office, holidays: [{ date: '2025-12-25' }, { date: '2026-01-01' }] }),
  },
  {
    code: 'holidays-run-out',
    when: 'time has gone on',
    fires: stagePlus,
    at: Date.UTC(2032, 6, 6),
    place: 'calendar/business-hours',
    facts: { calendar: 'business-hours', lastCovered: '2032-12-31' },
    silent: stagePlus,
    silentAt: Date.UTC(2032, 6, 5),
  },
  {
    code: 'unknown-key',
    when: 'the default plan is none of the plans',
    fires: { ...sound, defaultPlan: 'GOLD' },
    place: 'setting/defaultPlan',
    facts: { what: 'plan', key: 'GOLD' },
    silent: { ...sound, defaultPlan: 'PREMIUM' },
  },
  {
    code: 'unknown-key',
    when: 'the default calendar is none of the calendars',
    fires: { ...sound, defaultCalendar: 'nights' },
    place: 'setting/defaultCalendar',
    facts: { what: 'calendar', key: 'nights' },
    silent: { ...sound, defaultCalendar: 'around-the-clock' },
  },
  {
    code: 'unknown-key',
    when: 'a cell names a priority that is not there',
    fires: withCell(sound, 'minor', 'low', 'P9'),
    place: 'cell/minor/low',
    facts: { what: 'priority', key: 'P9' },
    silent: sound,
  },
  {
    code: 'unknown-key',
    when: 'the matrix has a row of no level',
    fires: { ...sound, matrix: { ...sound.matrix, huge: {} } },
    place: 'setting/matrix',
    facts: { what: 'impact', key: 'huge' },
    silent: sound,
  },
  {
    code: 'unknown-key',
    when: 'a row of the matrix has a column of no level',
    fires: withCell(sound, 'minor', 'someday', 'lowest'),
    place: 'setting/matrix.minor',
    facts: { what: 'urgency', key: 'someday' },
    silent: sound,
  },
  {
    code: 'unknown-key',
    when: 'a plan has targets of no priority',
    fires: withPlan(sound, 'STANDARD', (plan) => ({ ...plan, goals: { ...plan.goals, P9: {} } })),
    place: 'setting/plans.STANDARD.goals',
    facts: { what: 'priority', key: 'P9' },
    silent: sound,
  },
  {
    code: 'unknown-key',
    when: 'the alerts tell of no such priority',
    fires: { ...stagePlus, alerts: { ...stagePlus.alerts, priorities: ['P1', 'P9'] } },
    place: 'setting/alerts.priorities',
    facts: { what: 'priority', key: 'P9' },
    silent: { ...stagePlus, alerts: { ...stagePlus.alerts, priorities: ['P1'] } },
  },
  {
    code: 'unknown-key',
    when: 'the duty names no priority',
    fires: { ...stagePlus, duty: { ...stagePlus.duty, priorities: ['P1', 'P9'] } },
    place: 'setting/duty.priorities',
    facts: { what: 'priority', key: 'P9' },
    silent: stagePlus,
  },
  {
    code: 'unknown-key',
    when: 'an option of a mapped Jira field names no level',
    fires: {
      ...sound,
      levelFields: { impact: { fieldId: 'customfield_1', options: { '10': 'minor', '11': 'huge' } }, urgency: null },
    },
    place: 'setting/levelFields.impact',
    facts: { what: 'impact', key: 'huge' },
    silent: {
      ...sound,
      levelFields: { impact: { fieldId: 'customfield_1', options: { '10': 'minor' } }, urgency: null },
    },
  },
  {
    code: 'repeated-key',
    when: 'two plans have one key',
    fires: { ...sound, plans: [...sound.plans, ...(standard ? [standard] : [])] },
    place: 'setting/plans',
    facts: { what: 'plan', key: 'STANDARD' },
    silent: { ...sound, plans: [...sound.plans, ...(standard ? [{ ...standard, key: 'SECOND' }] : [])] },
  },
  {
    code: 'level-count',
    when: 'a side of the matrix has one level',
    fires: { ...sound, impacts: sound.impacts.slice(0, 1) },
    place: 'setting/impacts',
    facts: { axis: 'impact', count: 1, least: 2, most: 6 },
    silent: { ...sound, impacts: sound.impacts.slice(0, 2) },
  },
  {
    code: 'level-count',
    when: 'a side of the matrix has seven levels',
    fires: { ...sound, urgencies: [...sound.urgencies, ...sound.urgencies.slice(0, 3)] },
    place: 'setting/urgencies',
    facts: { axis: 'urgency', count: 7, least: 2, most: 6 },
    silent: { ...sound, urgencies: [...sound.urgencies, ...sound.urgencies.slice(0, 2)] },
  },
  {
    code: 'nothing-defined',
    when: 'there is no plan',
    fires: { ...sound, plans: [] },
    place: 'setting/plans',
    facts: { what: 'plans' },
    silent: { ...sound, plans: sound.plans.slice(0, 1) },
  },
  {
    code: 'nothing-defined',
    when: 'there is no priority',
    fires: { ...sound, priorities: [] },
    place: 'setting/priorities',
    facts: { what: 'priorities' },
    silent: { ...sound, priorities: sound.priorities.slice(0, 1) },
  },
  {
    code: 'bad-threshold',
    when: 'a threshold is the breach itself',
    fires: {
      ...sound,
      thresholds: [
        { kind: 'percent', percent: 75 },
        { kind: 'percent', percent: 100 },
      ],
    },
    place: 'setting/thresholds.1',
    facts: { threshold: { kind: 'percent', percent: 100 } },
    silent: { ...sound, thresholds: [{ kind: 'percent', percent: 99 }] },
  },
  {
    code: 'bad-threshold',
    when: 'a threshold is business days left, which is no length',
    fires: { ...sound, thresholds: [{ kind: 'remaining', remaining: businessDays(1) }] },
    place: 'setting/thresholds.0',
    facts: { threshold: { kind: 'remaining', remaining: businessDays(1) } },
    silent: { ...sound, thresholds: [{ kind: 'remaining', remaining: days(1) }] },
  },
  {
    code: 'no-scope',
    when: 'no ticket is tracked',
    fires: { ...sound, scope: [{ projectId: '1', requestTypeId: null, issueTypeId: null, kind: 'none' }] },
    place: 'setting/scope',
    facts: {},
    silent: { ...sound, scope: [{ projectId: '1', requestTypeId: null, issueTypeId: null, kind: 'feature' }] },
  },
  {
    code: 'no-pause-status',
    when: 'no status pauses',
    fires: { ...sound, pauseStatusIds: [] },
    place: 'setting/pauseStatusIds',
    facts: {},
    silent: sound,
  },
  {
    code: 'pause-status-is-done',
    when: 'a pause status is of the category Done',
    fires: { ...sound, statusCategories: { waiting: 'done' } },
    place: 'setting/pauseStatusIds',
    facts: { statusId: 'waiting' },
    silent: { ...sound, statusCategories: { waiting: 'indeterminate' } },
  },
  {
    code: 'pause-status-is-done',
    when: 'a pause status is listed as one that stops the clock',
    fires: { ...sound, extraDoneStatusIds: ['waiting'] },
    place: 'setting/pauseStatusIds',
    facts: { statusId: 'waiting' },
    silent: { ...sound, extraDoneStatusIds: ['delivered'] },
  },
  {
    code: 'priority-not-mapped',
    when: 'a priority has no Jira priority',
    fires: mappedTo('1', '2', '3', '4', null),
    place: 'priority/lowest',
    facts: { priority: 'lowest' },
    silent: mappedTo('1', '2', '3', '4', '5'),
  },
  {
    code: 'jira-priority-shared',
    when: 'two priorities are one in Jira',
    fires: mappedTo('1', '2', '3', '4', '4'),
    place: 'priority/low',
    facts: { jiraPriorityId: '4', priorities: ['low', 'lowest'] },
    silent: mappedTo('1', '2', '3', '4', '5'),
  },
  {
    code: 'jira-priority-unknown',
    when: 'the site has no priority of that id',
    fires: mappedTo('1', '2', '3', '4', '10001'),
    jiraPriorityIds: ['1', '2', '3', '4', '5'],
    place: 'priority/lowest',
    facts: { priority: 'lowest', jiraPriorityId: '10001' },
    silent: mappedTo('1', '2', '3', '4', '5'),
  },
];

function mappedTo(...ids: readonly (string | null)[]): PolicyDocument {
  return {
    ...sound,
    priorities: sound.priorities.map((priority, i) => ({ ...priority, jiraPriorityId: ids[i] ?? null })),
  };
}

describe('a sound policy', () => {
  it('has no findings', () => {
    expect(checkPolicy(sound, AT, ['1', '2', '3', '4', '5'])).toEqual([]);
  });
});

describe.each(CASES)('$code', ({ code, when, fires, place, facts, silent, at, silentAt, jiraPriorityIds }) => {
  const found = (document: PolicyDocument, instant: EpochMillis): readonly Finding[] =>
    checkPolicy(document, instant, jiraPriorityIds ?? null).filter((finding) => finding.code === code);

  it(`is found where ${when}`, () => {
    const here = found(fires, at ?? AT).filter((finding) => placeKey(finding.place) === place);
    expect(here.map((finding) => finding.facts)).toContainEqual(facts);
  });

  it(`is not found otherwise (${when})`, () => {
    expect(found(silent, silentAt ?? AT).filter((finding) => placeKey(finding.place) === place)).toEqual([]);
  });
});

it('every code has a case', () => {
  expect(new Set(CASES.map(({ code }) => code))).toEqual(new Set(FINDING_CODES));
});
