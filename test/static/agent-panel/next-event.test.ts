import type { Threshold } from '../../../src/core/policy/document';
import { countingOf, workingTimesOf } from '../../../static/agent-panel/counting';
import { nextEvent } from '../../../static/agent-panel/next-event';
import { buildPolicy } from '../../builders/policy';
import { instant } from '../../builders/ticket';
import { buildView, type ViewSpec } from './build-view';
import { buildWords, plain } from './build-words';
import { TICKETS } from './tickets';

function nextOf(spec: ViewSpec, language: 'en' | 'fr') {
  const view = buildView(spec);
  const next = nextEvent(buildWords(view, language), view.clocks, view.at);
  return next === null ? null : `${next.icon}: ${plain(next.text)}`;
}

describe('what happens next', () => {
  it.each([
    [
      'an alert of the clock that is due first',
      TICKETS.nearBreach,
      'next: <b>Next at 2:37 PM:</b> flag at 90 % of the resolution goal. Breach at 3:25 PM unless resolved first.',
      'next: <b>À venir à 14 h 37 :</b> alerte à 90 % du délai de résolution. Dépassement à 15 h 25, sauf résolution d’ici là.',
    ],
    [
      'the response before the resolution',
      TICKETS.fresh,
      'next: <b>Next at 2:12 PM:</b> flag at 75 % of the response goal. Breach at 2:20 PM unless answered first.',
      'next: <b>À venir à 14 h 12 :</b> alerte à 75 % du délai de réponse initiale. Dépassement à 14 h 20, sauf réponse d’ici là.',
    ],
    [
      'a breach after the last alert',
      { ...TICKETS.nearBreach, now: '2026-03-11T14:50 Toronto' },
      'next: <b>Next at 3:25 PM:</b> breach, unless it is resolved first.',
      'next: <b>À venir à 15 h 25 :</b> dépassement, à moins d’une résolution d’ici là.',
    ],
    [
      'a breach unless answered',
      { ...TICKETS.fresh, now: '2026-03-11T14:18 Toronto' },
      'next: <b>Next at 2:20 PM:</b> breach, unless a public reply comes first.',
      'next: <b>À venir à 14 h 20 :</b> dépassement, à moins d’une réponse publique d’ici là.',
    ],
    [
      'on another day',
      { ...TICKETS.nearBreach, now: '2026-03-10T16:00 Toronto' },
      'next: <b>Next Thu 10:10 AM:</b> flag at 75 % of the resolution goal. Breach Thu 2:10 PM unless resolved first.',
      'next: <b>À venir jeu. 10 h 10 :</b> alerte à 75 % du délai de résolution. Dépassement jeu. 14 h 10, sauf résolution d’ici là.',
    ],
    [
      'nothing more after the breach',
      TICKETS.breached,
      'bell: <b>Flagged at 3:25 PM.</b> No more alerts to come.',
      'bell: <b>Signalé à 15 h 25.</b> Aucune autre alerte à venir.',
    ],
    [
      'nothing while paused',
      TICKETS.paused,
      'paused: <b>Paused.</b> Nothing falls due until it resumes.',
      'paused: <b>En pause.</b> Rien n’arrive à échéance avant la reprise.',
    ],
    ['nothing once resolved', TICKETS.resolved, null, null],
    ['nothing without a goal', TICKETS.noLevels, null, null],
  ])('%s', (_, spec, en, fr) => {
    expect([nextOf(spec, 'en'), nextOf(spec, 'fr')]).toEqual([en, fr]);
  });

  it('an alert with so much time left', () => {
    const thresholds: Threshold[] = [{ kind: 'remaining', remaining: { unit: 'minutes', amount: 10 } }];
    const spec = { ...TICKETS.fresh, policy: buildPolicy({ thresholds }) };
    expect(nextOf(spec, 'en')).toBe(
      'next: <b>Next at 2:10 PM:</b> flag with 10 min of the response goal left. Breach at 2:20 PM unless answered first.',
    );
  });

  it('moves on while the page stays open', () => {
    const view = buildView(TICKETS.nearBreach);
    const later = instant('2026-03-11T15:40 Toronto');
    const clocks = countingOf(view, workingTimesOf(view))(later);
    expect(plain(nextEvent(buildWords(view), clocks, later)?.text ?? '')).toBe(
      '<b>Flagged at 3:25 PM.</b> No more alerts to come.',
    );
  });
});
