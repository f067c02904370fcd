import { clockLine, clockWords } from '../../../static/agent-panel/clock-words';
import { buildView } from './build-view';
import { buildWords, plain } from './build-words';
import { TICKETS, type TicketName } from './tickets';

const [RESPONSE, RESOLUTION] = [0, 1] as const;

function wordsOf(ticket: TicketName, clock: number, language: 'en' | 'fr') {
  const view = buildView(TICKETS[ticket]);
  const found = view.clocks[clock];
  if (found === undefined) throw new Error('no such clock');
  const words = buildWords(view, language);
  const { label, headline, detail, figure } = clockWords(words, found, view.at);
  return {
    label: plain(label),
    headline: plain(headline),
    detail: plain(detail),
    figure: figure === null ? null : plain(`${figure.value} ${figure.unit}`),
    line: plain(clockLine(words, found, view.at)),
  };
}

describe('a clock in words', () => {
  it.each([
    {
      ticket: 'nearBreach' as const,
      en: {
        label: 'Resolution: Near breach, 1 h 13 left',
        headline: 'Due today 3:25 PM',
        detail: 'Goal 1 d (8 h) of business hours, 6 h 47 used',
        figure: '1 h 13 left',
        line: '1 h 13 left of 1 d (8 h), due today 3:25 PM',
      },
      fr: {
        label: 'Résolution : Dépassement imminent, 1 h 13 restantes',
        headline: 'Échéance aujourd’hui à 15 h 25',
        detail: 'Cible de 1 j (8 h) en heures ouvrables, 6 h 47 utilisées',
        figure: '1 h 13 restantes',
        line: '1 h 13 restantes sur 1 j (8 h), échéance aujourd’hui à 15 h 25',
      },
    },
    {
      ticket: 'breached' as const,
      en: {
        label: 'Resolution: Breached, 15 min late',
        headline: 'Was due today 3:25 PM',
        detail: 'Goal 1 d (8 h) of business hours, 8 h 15 used',
        figure: '15 min late',
        line: '15 min late, was due today 3:25 PM',
      },
      fr: {
        label: 'Résolution : Dépassé, 15 min de retard',
        headline: 'Échue aujourd’hui à 15 h 25',
        detail: 'Cible de 1 j (8 h) en heures ouvrables, 8 h 15 utilisées',
        figure: '15 min de retard',
        line: '15 min de retard, échue aujourd’hui à 15 h 25',
      },
    },
    {
      ticket: 'fresh' as const,
      en: {
        label: 'Resolution: Running, 3 h 48 left',
        headline: 'Due today 5:50 PM',
        detail: 'Goal 4 h around the clock, 12 min used',
        figure: '3 h 48 left',
        line: '3 h 48 left of 4 h, due today 5:50 PM',
      },
      fr: {
        label: 'Résolution : En cours, 3 h 48 restantes',
        headline: 'Échéance aujourd’hui à 17 h 50',
        detail: 'Cible de 4 h en tout temps, 12 min utilisées',
        figure: '3 h 48 restantes',
        line: '3 h 48 restantes sur 4 h, échéance aujourd’hui à 17 h 50',
      },
    },
    {
      ticket: 'paused' as const,
      en: {
        label: 'Resolution: Paused, 14 h 10 left',
        headline: 'No due time while paused',
        detail: 'Goal 2 d (16 h) of business hours, 1 h 50 used',
        figure: '14 h 10 left',
        line: '14 h 10 left of 2 d (16 h) when it resumes',
      },
      fr: {
        label: 'Résolution : En pause, 14 h 10 restantes',
        headline: 'Sans échéance pendant la pause',
        detail: 'Cible de 2 j (16 h) en heures ouvrables, 1 h 50 utilisées',
        figure: '14 h 10 restantes',
        line: '14 h 10 restantes sur 2 j (16 h) à la reprise',
      },
    },
    {
      ticket: 'resolved' as const,
      en: {
        label: 'Resolution: Met',
        headline: '',
        detail: '1 h 50 of 1 d (8 h)',
        figure: null,
        line: '1 h 50 of 1 d (8 h), Tue 11:00 AM',
      },
      fr: {
        label: 'Résolution : Respecté',
        headline: '',
        detail: '1 h 50 sur 1 j (8 h)',
        figure: null,
        line: '1 h 50 sur 1 j (8 h), mar. 11 h 00',
      },
    },
    {
      ticket: 'noLevels' as const,
      en: {
        label: 'Resolution: Running',
        headline: 'No promise',
        detail: '',
        figure: null,
        line: 'No priority with a goal applies',
      },
      fr: {
        label: 'Résolution : En cours',
        headline: 'Aucune promesse',
        detail: '',
        figure: null,
        line: 'Aucune priorité assortie d’une cible ne s’applique',
      },
    },
  ])('$ticket', ({ ticket, en, fr }) => {
    expect([wordsOf(ticket, RESOLUTION, 'en'), wordsOf(ticket, RESOLUTION, 'fr')]).toEqual([en, fr]);
  });

  it('that stopped late says what it took', () => {
    expect(wordsOf('resolved', RESPONSE, 'en').line).toBe('1 h 50 of 1 h, Tue 11:00 AM');
  });

  it('shows the reader’s own time in another zone', () => {
    const view = buildView(TICKETS.nearBreach);
    const clock = view.clocks[RESOLUTION];
    if (clock === undefined) throw new Error('no such clock');
    const inHalifax = buildWords(view, 'en', 'America/Halifax');
    expect(plain(clockWords(inHalifax, clock, view.at).headline)).toBe('Due today 4:25 PM');
  });
});
