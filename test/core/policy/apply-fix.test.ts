import { applyFix } from '../../../src/core/policy/apply-fix';
import type { PolicyDocument } from '../../../src/core/policy/document';
import type { Fix } from '../../../src/core/policy/fix';
import { goalSetting } from '../../../src/core/policy/goals';
import { placeKey, type TextPlace } from '../../../src/core/policy/place';
import { ownTexts, policyTexts } from '../../../src/core/policy/policy-texts';
import { buildPolicy } from '../../builders/policy';
import { days } from './changed-policy';

const policy = buildPolicy();

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

function shownAt(document: PolicyDocument, place: TextPlace): object | undefined {
  const key = placeKey(place);
  return (
    policyTexts(document).find((text) => placeKey(text.place) === key)?.text.shown ??
    ownTexts(document).find((text) => placeKey(text.place) === key)?.text
  );
}

describe('a fix', () => {
  it('of a target changes that target and keeps its calendar and what was published', () => {
    const fix: Fix = { kind: 'set-goal', plan: 'BASE', priority: 'P3', metric: 'resolution', target: days(4) };
    const fixed = applyFix(frozen(policy), fix);
    const before = goalSetting(policy, 'BASE', 'P3', 'resolution');
    expect(goalSetting(fixed, 'BASE', 'P3', 'resolution')).toEqual({ ...before, target: days(4) });
    expect(goalSetting(fixed, 'PLUS', 'P3', 'resolution')).toEqual(goalSetting(policy, 'PLUS', 'P3', 'resolution'));
  });

  it('of a cell changes that cell', () => {
    const fixed = applyFix(policy, { kind: 'set-cell', impact: 'moderate', urgency: 'medium', priority: 'P3' });
    expect(fixed.matrix).toEqual({
      ...policy.matrix,
      moderate: { critical: 'P2', high: 'P3', medium: 'P3', low: 'P4' },
    });
  });

  const places: readonly TextPlace[] = [...policyTexts(policy), ...ownTexts(policy)].map(({ place }) => place);

  it.each(places.map((place) => [placeKey(place), place] as const))(
    'rewords %s in one language only',
    (_key, place) => {
      const fixed = applyFix(frozen(policy), { kind: 'set-shown', place, shown: { fr: 'autrement' } });
      expect(shownAt(fixed, place)).toEqual({ ...shownAt(policy, place), fr: 'autrement' });
      expect(policyTexts(fixed).map(({ text }) => text.published)).toEqual(
        policyTexts(policy).map(({ text }) => text.published),
      );
    },
  );

  it('rewords a row in every plan that has it', () => {
    const place = { kind: 'entitlement-label', entitlement: 'guides' } as const;
    const fixed = applyFix(policy, { kind: 'set-shown', place, shown: { en: 'Guides' } });
    const labels = fixed.plans.map(
      ({ entitlements }) => entitlements.find(({ key }) => key === 'guides')?.label.shown.en,
    );
    expect(labels).toEqual(['Guides', 'Guides']);
  });

  it.each<[string, Fix]>([
    ['a target', { kind: 'set-goal', plan: 'BASE', priority: 'P9', metric: 'response', target: days(1) }],
    ['a plan', { kind: 'set-goal', plan: 'GOLD', priority: 'P1', metric: 'response', target: days(1) }],
    ['a cell', { kind: 'set-cell', impact: 'huge', urgency: 'low', priority: 'P4' }],
    ['a clause', { kind: 'set-shown', place: { kind: 'clause', clause: 'gone' }, shown: {} }],
    ['a row', { kind: 'set-shown', place: { kind: 'entitlement-label', entitlement: 'gone' }, shown: {} }],
    ['a calendar', { kind: 'set-shown', place: { kind: 'calendar-label', calendar: 'gone' }, shown: {} }],
    ['a level', { kind: 'set-shown', place: { kind: 'level-label', axis: 'impact', level: 'gone' }, shown: {} }],
    [
      'a name in the matrix',
      { kind: 'set-shown', place: { kind: 'matrix-label', axis: 'impact', level: 'minor' }, shown: {} },
    ],
  ])('of %s that the policy does not have is refused', (_what, fix) => {
    expect(() => applyFix(policy, fix)).toThrow(RangeError);
  });

  it('of a date that the policy does not have is refused', () => {
    const undated = buildPolicy({ updated: null });
    expect(() => applyFix(undated, { kind: 'set-shown', place: { kind: 'updated' }, shown: {} })).toThrow(RangeError);
  });
});
