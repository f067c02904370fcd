import type { GoalSetting } from '../../../src/core/policy/document';
import { goalCalendar, goalSetting } from '../../../src/core/policy/goals';
import { buildPolicy } from '../../builders/policy';

const preset = buildPolicy();
const night = preset.calendars['around-the-clock'];
if (night === undefined) throw new Error('the preset has a calendar around the clock');
/** With a calendar of one customer's own. */
const policy = buildPolicy({ calendars: { ...preset.calendars, 'hospital-hours': night } });

describe('the target of a plan', () => {
  it('is the one for the priority and metric', () => {
    expect(goalSetting(policy, 'PLUS', 'P1', 'response')).toMatchObject({
      target: { unit: 'minutes', amount: 30 },
      calendar: 'around-the-clock',
    });
  });

  it.each([
    ['an unknown plan', 'GOLD', 'P1'],
    ['an unknown priority', 'PLUS', 'P5'],
    ['a name of Object.prototype', 'PLUS', 'toString'],
  ])('%s promises nothing', (_case, plan, priority) => {
    expect(goalSetting(policy, plan, priority, 'response')).toBeUndefined();
  });

  it('is absent where the plan has none for a metric', () => {
    const plans = preset.plans.map((plan) => ({ ...plan, goals: { ...plan.goals, P4: {} } }));
    expect(goalSetting(buildPolicy({ plans }), 'BASE', 'P4', 'response')).toBeUndefined();
  });
});

describe('the calendar of a target', () => {
  const inHours = goalOf('BASE', 'P2');
  const roundTheClock = goalOf('PLUS', 'P1');

  it.each([
    ['is its own without a customer calendar', inHours, null, 'business-hours'],
    ['is the customer calendar in place of the default one', inHours, 'hospital-hours', 'hospital-hours'],
    ['stays around the clock whatever the customer has', roundTheClock, 'hospital-hours', 'around-the-clock'],
    ['is its own where the policy no longer has the customer calendar', inHours, 'gone', 'business-hours'],
  ])('%s', (_case, setting, own, calendar) => {
    expect(goalCalendar(policy, setting, own)).toBe(calendar);
  });

  function goalOf(plan: string, priority: string): GoalSetting {
    const setting = goalSetting(policy, plan, priority, 'response');
    if (setting === undefined) throw new Error(`no target for ${plan} ${priority}`);
    return setting;
  }
});
