import { blankPolicy } from '../../../../src/core/policy/presets/blank';
import type { Place } from '../../../../src/core/policy/place';
import { placeKey } from '../../../../src/core/policy/place';
import { changeWords, isStep, stepKey, STEP_KINDS, type Step } from '../../../../static/admin-page/draft/step';
import { newCalendar } from '../../../../static/admin-page/calendars/new-calendar';
import { adminWordsOf, fittedPolicy, namesOf, plain } from '../admin-site';
import { FINDING_SAMPLES } from '../check/finding-samples';

const policy = fittedPolicy();

const steps: readonly Step[] = [
  {
    kind: 'fix',
    fix: {
      kind: 'set-goal',
      plan: 'BASE',
      priority: 'P3',
      metric: 'resolution',
      target: { unit: 'business-days', amount: 2 },
    },
  },
  { kind: 'fix', fix: { kind: 'set-cell', impact: 'minor', urgency: 'low', priority: 'P3' } },
  {
    kind: 'fix',
    fix: {
      kind: 'set-shown',
      place: { kind: 'matrix-label', axis: 'impact', level: 'extended' },
      shown: { en: 'Scope' },
    },
  },
  { kind: 'accept', finding: 'languages-disagree', on: true },
  { kind: 'accept', finding: 'nobody knows', on: false },
  { kind: 'scope', projectId: '10001', scope: 'feature' },
  { kind: 'jira-priority', priority: 'P1', jiraPriorityId: null },
  { kind: 'calendar', calendar: 'calendar-2', named: newCalendar('weekly', { en: 'Nights', fr: 'Nuits' }, policy) },
  { kind: 'calendar', calendar: 'around-the-clock', named: null },
  { kind: 'calendar-label', calendar: 'business-hours', label: { en: 'Day', fr: 'Jour' } },
  { kind: 'calendar-zone', calendar: 'business-hours', timeZone: 'Europe/Paris' },
  {
    kind: 'calendar-hours',
    calendar: 'business-hours',
    weekday: 1,
    hours: [{ start: '22:00', end: '30:00' }],
  },
  { kind: 'calendar-holidays', calendar: 'business-hours', holidays: [{ date: '2026-07-14' }], source: null },
  { kind: 'calendar-exception', calendar: 'business-hours', date: '2026-12-24', hours: [] },
  { kind: 'status', statusId: '11', role: 'pauses', on: false },
  { kind: 'status', statusId: '10', role: 'stops', on: true },
  { kind: 'status', statusId: '11', role: 'others', on: true },
  { kind: 'mode', mode: 'retarget', modes: { retarget: 'restart' } },
  { kind: 'mode', mode: 'reopen', modes: { reopen: 'new-cycle' } },
  { kind: 'mode', mode: 'duty', modes: { duty: 'pause' } },
  { kind: 'mode', mode: 'outOfSubscription', modes: { outOfSubscription: 'no-promise' } },
  { kind: 'mode', mode: 'laterPlanReachesOpenTickets', modes: { laterPlanReachesOpenTickets: true } },
  { kind: 'quiet-hours', on: false },
  { kind: 'portal', setting: 'showOtherPlans', on: true },
  { kind: 'portal', setting: 'preparedReplies', on: true },
  { kind: 'thresholds', thresholds: [] },
  { kind: 'default-plan', plan: 'PLUS' },
  { kind: 'visibility', plan: 'BASE', visibility: 'nothing' },
  { kind: 'inclusion', plan: 'PLUS', entitlement: 'guides', inclusion: 'included' },
  { kind: 'scope', projectId: '10000', requestTypeId: '7', name: 'Report a problem', scope: 'incident' },
  { kind: 'scope', projectId: '10000', issueTypeId: '8', scope: null },
  { kind: 'level-field', axis: 'impact', field: { id: 'customfield_10004', name: 'Impact' } },
  { kind: 'level-field', axis: 'urgency', field: null },
  { kind: 'level-option', axis: 'impact', option: { id: '1', name: 'Extensive' }, level: 'extended' },
  { kind: 'resolution-apart', resolution: { id: '3', name: 'Duplicate' }, on: true },
  { kind: 'zone', timeZone: 'America/Vancouver' },
  { kind: 'start', from: 'blank', document: blankPolicy() },
  { kind: 'add', list: 'plans', key: 'GOLD', label: { en: 'Gold', fr: 'Or' }, copyOf: 'PLUS' },
  { kind: 'remove', list: 'priorities', key: 'P4' },
  { kind: 'remove', list: 'clauses', key: 'order' },
  { kind: 'order', list: 'plans', keys: ['PLUS', 'BASE'] },
  { kind: 'published', place: { kind: 'clause', clause: 'urgency' }, language: 'en', text: null },
  { kind: 'matrix-label', axis: 'impact', level: 'minor', on: true },
  { kind: 'updated', date: null },
  { kind: 'policy-key', key: 'support' },
  { kind: 'goal', plan: 'BASE', priority: 'P4', metric: 'response', setting: null },
  { kind: 'goal-calendar', plan: 'BASE', priority: 'P4', metric: 'response', calendar: 'around-the-clock' },
  { kind: 'goal-published', plan: 'BASE', priority: 'P4', metric: 'response', language: 'en', text: '16h' },
  { kind: 'place-calendars', calendars: policy.calendars, defaultCalendar: 'around-the-clock' },
  { kind: 'faster', plan: 'PLUS', from: 'BASE', factor: 2 },
  { kind: 'rank', plan: 'BASE', rank: 7 },
  { kind: 'price', plan: 'PLUS', price: { kind: 'included' } },
  { kind: 'duty-priority', priority: 'P3', on: true },
  { kind: 'alerts', alert: 'comment', alerts: { comment: false } },
  { kind: 'alerts', alert: 'language', alerts: { language: 'en' } },
  { kind: 'alerts', alert: 'unassignedGroup', alerts: { unassignedGroup: 'support-leads' } },
];

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
  expect([...new Set(steps.map(({ kind }) => kind))].toSorted()).toEqual([...STEP_KINDS].toSorted());
  expect(steps.every(isStep)).toBe(true);
});

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  const words = adminWordsOf(language);
  const names = namesOf(language);

  test.each(steps.map((step) => [stepKey(step), step] as const))('the change %s', (_, step) => {
    const lines = changeWords(step, { base: policy, findings: FINDING_SAMPLES, words, names });
    expect(lines.map(({ place, before, after }) => plain(`${place}: ${before} -> ${after}`))).toMatchSnapshot();
  });

  test.each(places.map((place) => [placeKey(place), place] as const))('the place %s', (_, place) => {
    expect(plain(names.place(place))).toMatchSnapshot();
  });
});
