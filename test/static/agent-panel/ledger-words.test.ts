import type { LedgerEntry } from '../../../src/core/clock/ledger';
import { ledgerLines } from '../../../static/agent-panel/ledger-words';
import { instant } from '../../builders/ticket';
import { buildView } from './build-view';
import { buildWords, plain } from './build-words';
import { TICKETS, type TicketName } from './tickets';

const VIEW = buildView(TICKETS.nearBreach);
const NOW = VIEW.at;
const AT = instant('2026-03-11T10:00 Toronto');

function linesOf(ticket: TicketName, language: 'en' | 'fr'): string[] {
  const view = buildView(TICKETS[ticket]);
  const words = buildWords(view, language);
  return ledgerLines(words, view.ledger, view.at).map(({ at, icon, texts }) =>
    plain(`${words.format.ledgerInstant(at, view.at)} ${icon}: ${texts.join(' / ')}`),
  );
}

/** One entry alone, in both languages. */
function entryIn(entry: LedgerEntry): [string, string] {
  const text = (language: 'en' | 'fr'): string =>
    plain(
      ledgerLines(buildWords(VIEW, language), [entry], NOW)
        .flatMap(({ texts }) => texts)
        .join(' / '),
    );
  return [text('en'), text('fr')];
}

describe('a ledger in words', () => {
  it('tells creation, reply, pause and change, each on one line', () => {
    expect(linesOf('nearBreach', 'en')).toEqual([
      'Tue 2:10 PM created: Created as P3 / Plan PLUS, from the request’s organization / Response: goal 4 h, due Wed 10:10 AM / Resolution: goal 2 d (16 h), due Thu 2:10 PM',
      'Tue 2:42 PM met: First public reply after 32 min: response met',
      'Wed 10:00 AM paused: Resolution paused in “Waiting for customer” until 11:15 AM, for 1 h 15',
      'Wed 11:30 AM change: Urgency High → Critical / Priority P3 → P2, by the matrix / Resolution: goal 2 d (16 h) → 1 d (8 h); 4 h 05 used stays used; due Thu 3:25 PM → Wed 3:25 PM',
      'Wed 1:25 PM bell: Alert: 75 % of the resolution goal used',
    ]);
  });

  it('tells the same in French', () => {
    expect(linesOf('nearBreach', 'fr')).toEqual([
      'mar. 14 h 10 created: Créé en P3 / Plan PLUS, selon l’organisation de la demande / Réponse initiale : cible de 4 h, échéance mer. 10 h 10 / Résolution : cible de 2 j (16 h), échéance jeu. 14 h 10',
      'mar. 14 h 42 met: Première réponse publique après 32 min : délai de réponse initiale respecté',
      'mer. 10 h 00 paused: Résolution : pause à l’état « Waiting for customer » jusqu’à 11 h 15, pendant 1 h 15',
      'mer. 11 h 30 change: Urgence Élevé → Critique / Priorité P3 → P2, selon la matrice / Résolution : cible 2 j (16 h) → 1 j (8 h); les 4 h 05 utilisées le restent; échéance jeu. 15 h 25 → mer. 15 h 25',
      'mer. 13 h 25 bell: Alerte : 75 % du délai de résolution utilisés',
    ]);
  });

  it('tells unavailable resources and the breach', () => {
    expect(linesOf('breached', 'en').slice(-3)).toEqual([
      'Wed 1:50 PM unavailable: Customer resources unavailable: We are waiting for an answer to our questions',
      'Wed 2:37 PM bell: Alert: 90 % of the resolution goal used',
      'Wed 3:25 PM breached: Resolution goal passed: breached',
    ]);
  });

  it('tells a resolution without a reply', () => {
    expect(linesOf('resolved', 'en').at(-1)).toBe(
      'Tue 11:00 AM missed: Resolved without a public reply after 1 h 50: response missed / Resolved after 1 h 50: resolution met',
    );
  });

  it('tells a downgrade with what it did to both goals', () => {
    expect(linesOf('downgraded', 'fr').at(-1)).toBe(
      'mar. 9 h 20 down: Rétrogradé P1 → P2 : Nous attendons une réponse à nos questions / Réponse initiale : cible 30 min → 1 h; les 10 min utilisées le restent; échéance mar. 9 h 40 → mar. 10 h 10 / Résolution : cible 4 h → 1 j (8 h); les 10 min utilisées le restent; échéance mar. 13 h 10 → mer. 9 h 10',
    );
  });

  it('tells an open pause without an end', () => {
    expect(linesOf('paused', 'en').at(-1)).toBe('Tue 11:00 AM paused: Resolution paused in “Waiting for customer”');
  });
});

describe('one entry in both languages', () => {
  const metric = 'resolution' as const;
  const cases: [string, LedgerEntry, string, string][] = [
    [
      'no priority at creation',
      { at: AT, kind: 'created', impact: null, urgency: null, priority: null },
      'Created without a priority',
      'Créé sans priorité',
    ],
    [
      'levels set',
      { at: AT, kind: 'levels', impact: 'minor', urgency: null },
      'Impact set to Minor',
      'Impact : Mineur',
    ],
    [
      'a level that the policy no longer has',
      { at: AT, kind: 'levels', impact: 'gigantic', urgency: null },
      'Impact set to gigantic',
      'Impact : gigantic',
    ],
    [
      'a first priority',
      { at: AT, kind: 'priority', from: null, to: 'P2', source: 'override' },
      'Priority P2, set by hand',
      'Priorité P2, réglée à la main',
    ],
    [
      'no priority any more',
      { at: AT, kind: 'priority', from: 'P2', to: null, source: 'none' },
      'No priority any more (was P2)',
      'Plus de priorité (était P2)',
    ],
    [
      'out of subscription',
      { at: AT, kind: 'plan', plan: null, organizationId: 'hospital', reason: 'out-of-subscription' },
      'Out of subscription: no plan',
      'Hors abonnement : aucun plan',
    ],
    [
      'a resumption on its own',
      { at: AT, kind: 'resumed', metric, pausedFor: 60_000, due: NOW },
      'Resolution resumed, due Wed 2:12 PM',
      'Résolution : reprise, échéance mer. 14 h 12',
    ],
    [
      'an alert by time left',
      {
        at: AT,
        kind: 'threshold',
        metric,
        key: 'k',
        threshold: { kind: 'remaining', remaining: { unit: 'minutes', amount: 30 } },
      },
      'Alert: 30 min of the resolution goal left',
      'Alerte : il reste 30 min du délai de résolution',
    ],
    [
      'a miss that the customer’s resources explain',
      { at: AT, kind: 'stopped', metric, outcome: 'missed-customer-unavailable', by: 'resolved', used: 3_600_000 },
      'Resolved after 1 h 00: resolution missed, customer resources unavailable, counted apart',
      'Résolu après 1 h 00 : délai de résolution manqué, ressources du client non disponibles, compté à part',
    ],
    [
      'a stop without a goal',
      { at: AT, kind: 'stopped', metric: 'response', outcome: 'no-goal', by: 'reply', used: 60_000 },
      'First public reply after 1 min; no goal applied',
      'Première réponse publique après 1 min; aucune cible ne s’appliquait',
    ],
    [
      'a reopening',
      { at: AT, kind: 'reopened', closedFor: 7_800_000, cycle: 1 },
      'Reopened after 2 h 10, not counted',
      'Rouvert après 2 h 10, non comptées',
    ],
    [
      'resources back',
      { at: AT, kind: 'available', cause: 'lifted' },
      'Customer resources available again',
      'Ressources du client de nouveau disponibles',
    ],
    [
      'a downgrade lifted',
      { at: AT, kind: 'downgrade-lifted', to: 'P1' },
      'Downgrade lifted, back to P1',
      'Rétrogradation levée, retour à P1',
    ],
    [
      'back to the matrix',
      { at: AT, kind: 'returned-to-matrix', to: null },
      'Back to the matrix: no priority',
      'Retour à la matrice : aucune priorité',
    ],
    [
      'an action undone',
      { at: AT, kind: 'undone', commentId: '1' },
      'An action was undone',
      'Une action a été annulée',
    ],
  ];
  it.each(cases)('%s', (_, entry, en, fr) => {
    expect(entryIn(entry)).toEqual([en, fr]);
  });

  it('a pause over a night names the day it ended', () => {
    const [pause, end]: LedgerEntry[] = [
      { at: AT, kind: 'paused', metric, cause: 'unavailable', statusId: 'open' },
      { at: AT + 24 * 3_600_000, kind: 'resumed', metric, pausedFor: 24 * 3_600_000, due: null },
    ];
    if (pause === undefined || end === undefined) throw new Error('no entries');
    const lines = ledgerLines(buildWords(VIEW), [pause, end], NOW);
    expect(lines.map(({ texts }) => plain(texts.join()))).toEqual([
      'Resolution paused, customer resources unavailable, until Thu 10:00 AM, for 24 h 00',
    ]);
  });
});
