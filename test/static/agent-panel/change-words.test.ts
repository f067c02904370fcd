import { changeTexts } from '../../../static/agent-panel/change-words';
import { offeredActions } from '../../../static/agent-panel/action-words';
import { buildPolicy } from '../../builders/policy';
import { buildView, type ViewSpec } from './build-view';
import { buildWords, clocksNow, plain } from './build-words';
import { TICKETS } from './tickets';

function changes(spec: ViewSpec, priority: string | null, language: 'en' | 'fr' = 'en'): string[] {
  const words = buildWords(buildView(spec), language);
  return changeTexts(words, clocksNow(words), priority).map(plain);
}

const withMode = (retarget: 'restart' | 'retroactive') => {
  const policy = buildPolicy();
  return { ...policy, modes: { ...policy.modes, retarget } };
};

describe('what another priority would move', () => {
  it.each<[string, ViewSpec, string | null, string[]]>([
    // P2 of PLUS: 8 h, 6 h 47 of them used at 14:12; P3 has 16 h.
    ['time used stays used', TICKETS.nearBreach, 'P3', ['Resolution due 3:25 PM → Thu 3:25 PM.']],
    [
      'used more than the new goal',
      TICKETS.nearBreach,
      'P1',
      ['Resolution would be late at once: 6 h 47 are used of 4 h.'],
    ],
    [
      'counted anew',
      { ...TICKETS.nearBreach, policy: withMode('restart') },
      'P3',
      ['Resolution due Thu 11:30 AM → Fri 2:12 PM.'],
    ],
    [
      'the whole history on the same calendar',
      { ...TICKETS.nearBreach, policy: withMode('retroactive') },
      'P3',
      ['Resolution due 3:25 PM → Thu 3:25 PM.'],
    ],
    ['the whole history on another, left unsaid', { ...TICKETS.nearBreach, policy: withMode('retroactive') }, 'P1', []],
    ['the same priority', TICKETS.nearBreach, 'P2', ['Resolution stays due 3:25 PM.']],
    ['no priority', TICKETS.nearBreach, null, ['Nothing would be due.']],
    ['paused', TICKETS.paused, 'P3', ['Resolution would have 2 h 10 left when it resumes.']],
    ['stopped clocks', TICKETS.resolved, 'P3', []],
  ])('%s', (_case, spec, priority, texts) => {
    expect(changes(spec, priority)).toEqual(texts);
  });

  it('is what the server then says: a fold with the change made has that due time', () => {
    const changed = buildView({
      ...TICKETS.nearBreach,
      edits: [...TICKETS.nearBreach.edits, { at: TICKETS.nearBreach.now, urgency: 'high' }],
    });
    const due = changed.clocks.find(({ metric }) => metric === 'resolution')?.breachTime ?? 0;
    const words = buildWords(changed);
    expect(changes(TICKETS.nearBreach, 'P3')).toEqual([
      plain(`Resolution due 3:25 PM → ${words.format.shortInstant(due, changed.at)}.`),
    ]);
  });

  it('in French', () => {
    expect(changes(TICKETS.nearBreach, 'P1', 'fr')).toEqual([
      'Résolution : dépassement immédiat, 6 h 47 utilisées sur 4 h.',
    ]);
  });
});

describe('the actions offered', () => {
  it.each<[string, ViewSpec, string[]]>([
    ['on P1, where the duty applies', TICKETS.fresh, ['downgrade', 'unavailable']],
    ['while resources are unavailable', TICKETS.breached, ['downgrade', 'available']],
    ['under a downgrade', TICKETS.downgraded, ['lift-downgrade', 'downgrade', 'unavailable']],
    [
      'under an override',
      { ...TICKETS.fresh, edits: [{ at: '2026-03-11T13:55 Toronto', priorityId: '3' }] },
      ['return-to-matrix', 'downgrade'],
    ],
    ['on the lowest priority', { ...TICKETS.fresh, impact: 'minor', urgency: 'low' }, []],
    ['once resolved', TICKETS.resolved, []],
  ])('%s', (_case, spec, offered) => {
    expect(offeredActions(buildView(spec))).toEqual(offered);
  });
});
