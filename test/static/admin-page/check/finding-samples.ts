import type { Finding, FindingCode } from '../../../../src/core/policy/finding';
import { kindOf } from '../../../../src/core/policy/finding';
import type { GoalPlace, Place } from '../../../../src/core/policy/place';
import type { Duration } from '../../../../src/core/time/duration';

const hours = (amount: number): Duration => ({ unit: 'hours', amount });
const days = (amount: number): Duration => ({ unit: 'days', amount });
const goal: GoalPlace = { plan: 'BASE', priority: 'P3', metric: 'resolution' };
const atGoal: Place = { kind: 'goal', ...goal };
const atLevel: Place = { kind: 'matrix-label', axis: 'impact', level: 'extended' };
const atClause: Place = { kind: 'clause', clause: 'support-hours' };
const atCalendar: Place = { kind: 'calendar', calendar: 'business-hours' };
const atCell: Place = { kind: 'cell', impact: 'extended', urgency: 'critical' };
const atPriority: Place = { kind: 'priority', priority: 'P1' };
const setting = (name: string): Place => ({ kind: 'setting', setting: name });

type FindingOf<Code extends FindingCode> = Extract<Finding, { readonly code: Code }>;
type Samples = { readonly [Code in FindingCode]: readonly [Place, FindingOf<Code>['facts']] };

const samples: Samples = {
  'text-corrected': [atClause, { language: 'fr', published: 'nos heures d’affaires', shown: 'nos heures ouvrables' }],
  'published-in-one-language': [{ kind: 'title' }, { language: 'fr', missing: 'en', published: 'POLITIQUE' }],
  'missing-translation': [{ kind: 'duty' }, { language: 'en' }],
  'matrix-label-differs': [atLevel, { language: 'en', matrix: 'Scope', table: 'Extended' }],
  'matrix-label-inflected': [atLevel, { language: 'fr', matrix: 'Étendue', table: 'Étendu' }],
  'case-without-level': [atClause, { axis: 'urgency', fits: 'low', expected: 'high' }],
  'hours-against-around-the-clock': [atClause, { clause: 'support-hours', goals: [{ ...goal, plan: 'PLUS' }, goal] }],
  'access-not-stated': [
    { kind: 'entitlement', entitlement: 'guides' },
    { entitlement: 'guides', plans: ['BASE', 'PLUS'] },
  ],
  'languages-disagree': [atGoal, { ...goal, en: days(4), fr: hours(16) }],
  'published-unreadable': [atGoal, { ...goal, language: 'en', published: 'soon', problem: 'unreadable' }],
  'resolution-before-response': [atGoal, { plan: 'BASE', priority: 'P3', response: hours(8), resolution: hours(4) }],
  'less-urgent-faster': [
    atGoal,
    {
      ...goal,
      target: hours(4),
      than: [
        { priority: 'P2', target: days(2) },
        { priority: 'P1', target: hours(8) },
      ],
    },
  ],
  'faster-plan-slower': [atGoal, { ...goal, plan: 'PLUS', target: days(2), than: { plan: 'BASE', target: hours(4) } }],
  'target-not-positive': [atGoal, { ...goal, target: hours(0) }],
  'goal-missing': [atGoal, goal],
  'matrix-hole': [atCell, { impact: 'extended', urgency: 'critical' }],
  'matrix-not-monotone': [
    atCell,
    {
      impact: 'extended',
      urgency: 'critical',
      priority: 'P2',
      than: { impact: 'important', urgency: 'critical', priority: 'P1' },
    },
  ],
  'goal-without-calendar': [atGoal, { ...goal, calendar: 'nights' }],
  'calendar-invalid': [
    atCalendar,
    {
      calendar: 'business-hours',
      problems: [
        { code: 'reversed-hours', where: 'weeklyHours.1[0]' },
        { code: 'bad-date', where: 'holidays[3].date' },
      ],
    },
  ],
  'calendar-never-open': [atCalendar, { calendar: 'business-hours' }],
  'holidays-run-out': [atCalendar, { calendar: 'business-hours', lastCovered: '2026-12-31' }],
  'unknown-key': [setting('matrix.extended'), { what: 'priority', key: 'P9' }],
  'repeated-key': [setting('plans.BASE.entitlements'), { what: 'entitlement', key: 'guides' }],
  'level-count': [setting('impacts'), { axis: 'impact', count: 7, least: 2, most: 6 }],
  'nothing-defined': [setting('plans'), { what: 'plans' }],
  'bad-threshold': [setting('thresholds.1'), { threshold: { kind: 'percent', percent: 120 } }],
  'no-scope': [setting('scope'), {}],
  'no-pause-status': [setting('pauseStatusIds'), {}],
  'pause-status-is-done': [setting('pauseStatusIds'), { statusId: '12' }],
  'priority-not-mapped': [atPriority, { priority: 'P1' }],
  'jira-priority-shared': [atPriority, { jiraPriorityId: '1', priorities: ['P1', 'P2'] }],
  'jira-priority-unknown': [atPriority, { priority: 'P1', jiraPriorityId: '77' }],
};

/** One finding of every code that checkPolicy can report. */
export const FINDING_SAMPLES: readonly Finding[] = (Object.keys(samples) as FindingCode[]).map((code) => {
  const [place, facts] = samples[code];
  const { family, severity } = kindOf(code);
  return { id: code, code, place, facts, family, severity, readings: [], fix: null, accepted: false } as Finding;
});
