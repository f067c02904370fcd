import { previewText, problemText } from '../../../static/agent-panel/level-words';
import { planReason } from '../../../static/agent-panel/plan-words';
import { downgradeText, priorityReason } from '../../../static/agent-panel/priority-words';
import { totalsText } from '../../../static/agent-panel/totals-words';
import { statusName } from '../../../static/agent-panel/words';
import { buildView, type ViewSpec } from './build-view';
import { buildWords, clocksNow, plain } from './build-words';
import { TICKETS } from './tickets';

const both = (spec: ViewSpec, say: (words: ReturnType<typeof buildWords>) => string): string[] => {
  const view = buildView(spec);
  return (['en', 'fr'] as const).map((language) => plain(say(buildWords(view, language))));
};

describe('why the priority', () => {
  const overridden = { ...TICKETS.fresh, edits: [{ at: '2026-03-11T13:55 Toronto', priorityId: '3' }] };
  it.each([
    ['the matrix', TICKETS.fresh, ['by the matrix', 'selon la matrice']],
    ['a person', overridden, ['set by hand; the matrix says P1', 'réglée à la main; la matrice dit P1']],
    [
      'the Jira priority, without levels',
      { ...TICKETS.noLevels, priorityId: '2' },
      ['from Jira’s priority; levels not set', 'd’après la priorité Jira; niveaux non précisés'],
    ],
    ['nothing', TICKETS.noLevels, ['not set', 'non précisée']],
    ['a downgrade', TICKETS.downgraded, ['downgraded', 'rétrogradée']],
  ])('%s', (_, spec, texts) => {
    expect(both(spec, priorityReason)).toEqual(texts);
  });
});

test('a downgrade says from what, to what, since when and why', () => {
  expect(both(TICKETS.downgraded, (words) => downgradeText(words, words.view.at) ?? '')).toEqual([
    'P1 by the matrix, handled as P2 since 9:20 AM: We are waiting for an answer to our questions',
    'P1 selon la matrice, traité en P2 depuis 9 h 20 : Nous attendons une réponse à nos questions',
  ]);
});

describe('why the plan', () => {
  it.each([
    [
      'an assignment with an end',
      TICKETS.fresh,
      [
        'From the request’s organization. In force on the creation date: Jan 1, 2026 to Dec 31, 2026.',
        'Selon l’organisation de la demande. En vigueur à la création : du 1er janv. 2026 au 31 déc. 2026.',
      ],
    ],
    [
      'the default plan',
      TICKETS.paused,
      [
        'The default plan: neither the request nor its reporter has an organization.',
        'Le plan par défaut : ni la demande ni son auteur n’ont d’organisation.',
      ],
    ],
  ])('%s', (_, spec, texts) => {
    expect(both(spec, planReason)).toEqual(texts);
  });
});

describe('the sum of a clock’s time', () => {
  it.each([
    [
      'with a pause and a night',
      TICKETS.nearBreach,
      [
        '24 h 02 since creation = <b>6 h 47 used</b> + 1 h 15 paused + 16 h 00 outside business hours',
        '24 h 02 depuis la création = <b>6 h 47 utilisées</b> + 1 h 15 en pause + 16 h 00 hors des heures ouvrables',
      ],
    ],
    [
      'of a stopped clock',
      TICKETS.resolved,
      [
        '1 h 50 from creation to the end = <b>1 h 50 used</b>',
        '1 h 50 de la création à la fin = <b>1 h 50 utilisées</b>',
      ],
    ],
  ])('%s', (_, spec, texts) => {
    expect(
      both(spec, (words) => {
        const clock = words.view.clocks[1];
        if (clock === undefined) throw new Error('no clock');
        return totalsText(words, clock);
      }),
    ).toEqual(texts);
  });
});

describe('what a cell would change', () => {
  it.each([
    [
      'another priority',
      TICKETS.nearBreach,
      { impact: 'moderate', urgency: 'high' },
      [
        '<b>Moderate × High is P3.</b> Now P2. Resolution due 3:25 PM → Thu 3:25 PM.',
        '<b>Modéré × Élevé donne P3.</b> Actuellement P2. Résolution : échéance 15 h 25 → jeu. 15 h 25.',
      ],
    ],
    [
      'the same priority',
      TICKETS.nearBreach,
      { impact: 'extended', urgency: 'high' },
      [
        '<b>Extended × High is P2,</b> as now. Impact and urgency change, the goal stays.',
        '<b>Étendu × Élevé donne P2,</b> comme maintenant. L’impact et l’urgence changent, la cible demeure.',
      ],
    ],
    [
      'a first priority',
      TICKETS.noLevels,
      { impact: 'extended', urgency: 'critical' },
      [
        '<b>Extended × Critical is P1.</b> The clocks count from creation. Response due 2:50 PM. Resolution due Thu 1:50 PM.',
        '<b>Étendu × Critique donne P1.</b> Les horloges comptent depuis la création. Réponse initiale : échéance 14 h 50. Résolution : échéance jeu. 13 h 50.',
      ],
    ],
  ])('%s', (_, spec, pair, texts) => {
    expect(both(spec, (words) => previewText(words, pair, clocksNow(words)))).toEqual(texts);
  });

  it('names the rules a refused save broke, those it knows', () => {
    const words = buildWords(buildView(TICKETS.fresh));
    const problems = [
      { code: 'unknown-level', path: 'impact' },
      { code: 'something-new', path: '' },
    ];
    expect(problemText(words, problems)).toBe('The policy changed meanwhile. Reload to see its levels.');
  });
});

test('a status that Jira no longer names is told by its id, whatever the id is', () => {
  const words = buildWords(buildView(TICKETS.fresh));
  expect(['7', 'constructor', '__proto__'].map((id) => statusName(words, id))).toEqual([
    '7',
    'constructor',
    '__proto__',
  ]);
});
