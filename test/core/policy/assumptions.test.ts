import { assumptionsOf, type Assumption, type AssumptionKey } from '../../../src/core/policy/assumptions';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { jiraNames } from '../../../src/core/policy/presets/jira-names';
import { HOUR } from '../../../src/core/time/instant';
import { buildPolicy } from '../../builders/policy';
import { days, hours, withCalendar, withGoal } from './changed-policy';

const policy = buildPolicy();

function assumption(document: PolicyDocument, key: AssumptionKey): Assumption | undefined {
  return assumptionsOf(document).find((found) => found.key === key);
}

describe('what Cadran assumes under the STAGE+ policy', () => {
  it('is everything the policy does not say, in order', () => {
    expect(assumptionsOf(policy).map(({ key }) => key)).toEqual([
      'business-hours',
      'holidays',
      'around-the-clock',
      'working-day',
      'due-at-closing',
      'first-response',
      'resolution',
      'pause-statuses',
      'retarget',
      'reopen',
      'duty',
      'unset-levels',
      'override',
      'downgrade',
      'thresholds',
      'quiet-hours',
      'told-priorities',
      'default-plan',
      'several-plans',
      'plan-days',
      'later-plan',
      'out-of-subscription',
      'portal-visibility',
      'other-plans',
      'prepared-replies',
      'adoption',
      'prevailing-language',
    ]);
  });

  it.each<[AssumptionKey, object]>([
    ['business-hours', { kind: 'hours', timeZone: 'America/Toronto', calendar: 'business-hours' }],
    ['holidays', { kind: 'holidays', source: { country: 'CA', region: 'QC' } }],
    ['around-the-clock', { kind: 'calendar', calendar: 'around-the-clock' }],
    ['working-day', { kind: 'length', length: 8 * HOUR }],
    ['pause-statuses', { kind: 'statuses', statusIds: ['waiting'] }],
    ['retarget', { kind: 'mode', mode: 'carry' }],
    ['reopen', { kind: 'mode', mode: 'continue' }],
    ['duty', { kind: 'mode', mode: 'exempt' }],
    ['thresholds', { kind: 'thresholds', thresholds: policy.thresholds }],
    ['quiet-hours', { kind: 'switch', on: true }],
    ['default-plan', { kind: 'plan', plan: 'BASE' }],
    ['plan-days', { kind: 'time-zone', timeZone: 'America/Toronto' }],
    ['later-plan', { kind: 'switch', on: false }],
    ['out-of-subscription', { kind: 'mode', mode: 'default-plan' }],
    [
      'portal-visibility',
      {
        plans: [
          { plan: 'BASE', visibility: 'state-and-times' },
          { plan: 'PLUS', visibility: 'state-and-times' },
        ],
      },
    ],
    ['other-plans', { kind: 'switch', on: false }],
    ['prepared-replies', { kind: 'switch', on: false }],
    ['prevailing-language', { kind: 'language', language: 'fr' }],
    ['adoption', { kind: 'rule' }],
  ])('%s has its present value', (key, value) => {
    expect(assumption(policy, key)?.value).toMatchObject(value);
  });

  it('follows the settings', () => {
    const changed = buildPolicy({ modes: { ...policy.modes, duty: 'pause' }, defaultPlan: 'PLUS' });
    expect([assumption(changed, 'duty')?.value, assumption(changed, 'default-plan')?.value]).toEqual([
      { kind: 'mode', mode: 'pause' },
      { kind: 'plan', plan: 'PLUS' },
    ]);
  });
});

describe('the language that prevails', () => {
  const english = withGoal(policy, 'BASE', 'P4', 'response', { target: days(4) });

  it.each<[string, PolicyDocument, unknown]>([
    ['is English once the English figure is in force', english, 'en'],
    ['is neither where a third figure is', withGoal(policy, 'BASE', 'P4', 'response', { target: hours(3) }), 'mixed'],
    [
      'is neither where each prevails once',
      withGoal(english, 'BASE', 'P1', 'response', { published: { en: '2h', fr: '1h' } }),
      'mixed',
    ],
    ['is no question where nothing was published', jiraNames(), undefined],
  ])('%s', (_case, document, language) => {
    const value = assumption(document, 'prevailing-language')?.value;
    expect(value?.kind === 'language' ? value.language : undefined).toBe(language);
  });
});

describe('what is assumed of hours', () => {
  it('is nothing of a working week where the default calendar is 24x7', () => {
    const always = withCalendar(policy, 'business-hours', { timeZone: 'UTC', always: true });
    const keys = assumptionsOf(always).map(({ key }) => key);
    expect([keys.includes('business-hours'), keys.includes('holidays')]).toEqual([false, false]);
    expect(assumption(always, 'working-day')?.value).toMatchObject({ length: 24 * HOUR });
  });

  it('is left out while the default calendar is missing or never open', () => {
    const closed = withCalendar(policy, 'business-hours', {
      timeZone: 'UTC',
      weeklyHours: {},
      holidays: [],
      exceptions: [],
    });
    for (const document of [closed, buildPolicy({ defaultCalendar: 'gone' })]) {
      expect(assumptionsOf(document)[0]?.key).toBe('around-the-clock');
    }
  });
});
