import { assumptionsOf, type AssumptionKey } from '../../../../src/core/policy/assumptions';
import { assumptionValue } from '../../../../static/admin-page/assumptions/assumption-words';
import { adminWordsOf, fittedPolicy, namesOf, plain } from '../admin-site';

/** Every key; a missing or an extra one does not compile. */
const KEYS: Readonly<Record<AssumptionKey, true>> = {
  'business-hours': true,
  holidays: true,
  'around-the-clock': true,
  'working-day': true,
  'due-at-closing': true,
  'first-response': true,
  resolution: true,
  'pause-statuses': true,
  retarget: true,
  reopen: true,
  duty: true,
  'unset-levels': true,
  override: true,
  downgrade: true,
  thresholds: true,
  'quiet-hours': true,
  'told-priorities': true,
  'default-plan': true,
  'several-plans': true,
  'plan-days': true,
  'later-plan': true,
  'other-plans': true,
  'prepared-replies': true,
  'out-of-subscription': true,
  adoption: true,
  'portal-visibility': true,
  'prevailing-language': true,
};

describe.each(['en', 'fr'] as const)('assumptions in %s', (language) => {
  const words = adminWordsOf(language);

  test.each(Object.keys(KEYS) as AssumptionKey[])('%s has its words', (key) => {
    const title = words.translate(`assumptions.${key}.title`);
    const explanation = words.translate(`assumptions.${key}.explanation`);
    expect(`${title}${explanation}`).not.toMatch(/[{}]/);
  });

  test('the preset, as its admin reads it', () => {
    const policy = fittedPolicy();
    const told = assumptionsOf(policy).map((assumption) => {
      const title = words.translate(`assumptions.${assumption.key}.title`);
      const values = assumptionValue(assumption, policy, words, namesOf(language));
      return plain(`${title} | ${values.join(' / ')}`);
    });
    expect(told).toMatchSnapshot();
  });

  test('several values that the preset does not have', () => {
    const policy = fittedPolicy();
    const business = policy.calendars['business-hours'];
    const other = {
      ...policy,
      extraDoneStatusIds: ['10'],
      pauseStatusIds: [],
      thresholds: [{ kind: 'remaining', remaining: { unit: 'minutes', amount: 30 } } as const],
      modes: {
        ...policy.modes,
        retarget: 'restart',
        reopen: 'new-cycle',
        duty: 'pause',
        outOfSubscription: 'no-promise',
      } as const,
      ...(business && { calendars: { ...policy.calendars, 'business-hours': { ...business, holidaySource: null } } }),
    };
    const told = assumptionsOf(other)
      .filter(({ value }) => ['statuses', 'thresholds', 'mode', 'holidays'].includes(value.kind))
      .map((assumption) => plain(assumptionValue(assumption, other, words, namesOf(language, other)).join(' / ')));
    expect(told).toMatchSnapshot();
  });
});
