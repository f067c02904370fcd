import type { CustomerPlan, CustomerTicketView } from '../../../src/contract/customer-panel';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/core/time/instant';
import { deadline, instant, say } from '../../../static/customer-panel/phrase';
import { correctionWords, otherPlans, planEntitlements, planPromises } from '../../../static/customer-panel/plan-words';
import { lengthWords } from '../../../static/customer-panel/words';
import { customerTicket, resolutionClock, responseClock, TUESDAY_TEN, wordsOf } from './customer-ticket';

const plain = (text: string) => text.replace(/\u00A0/g, ' ');

describe('a time, named from now', () => {
  test.each([
    ['later today', TUESDAY_TEN + HOUR, 'today at 11:00 a.m.', 'aujourd’hui à 11 h 00'],
    ['after midnight', TUESDAY_TEN + 15 * HOUR, 'tomorrow at 1:00 a.m.', 'demain à 1 h 00'],
    ['yesterday', TUESDAY_TEN - DAY, 'yesterday at 10:00 a.m.', 'hier à 10 h 00'],
    ['this week', TUESDAY_TEN + 2 * DAY, 'Thu, Dec 11 at 10:00 a.m.', 'le jeu. 11 déc. à 10 h 00'],
    ['another year', TUESDAY_TEN + 60 * DAY, 'Feb 7, 2026, 10:00 a.m.', 'le 7 févr. 2026, 10 h 00'],
  ])('%s', (_, at, en, fr) => {
    const phrase = say('promise.received', { at: instant(at) });
    const inEnglish = plain(wordsOf('en').plain(phrase, TUESDAY_TEN))
      .replace(/Dec\. /, 'Dec ')
      .replace(/Feb\. /, 'Feb ');
    expect(inEnglish).toBe(`Received ${en}`);
    expect(plain(wordsOf('fr').plain(phrase, TUESDAY_TEN))).toBe(`Réponse reçue ${fr}`);
  });

  test('the first minute of a day of 25 hours is still today in its last hour', () => {
    const lateSunday = Date.UTC(2025, 10, 3, 4, 30);
    const words = wordsOf('en');
    const phrase = say('promise.received', { at: instant(lateSunday - 24.5 * HOUR) });
    expect(plain(words.plain(phrase, lateSunday))).toBe('Received today at 12:00 a.m.');
  });

  test('is a part of its own, with its instant, for a time element', () => {
    const phrase = say('lead.answerBy', { due: deadline(TUESDAY_TEN + HOUR) });
    const parts = wordsOf('fr').parts(phrase, TUESDAY_TEN);
    expect(parts.map(({ text, at }) => [plain(text), at])).toEqual([
      ['Vous aurez une première réponse ', null],
      ['aujourd’hui avant 11 h 00', TUESDAY_TEN + HOUR],
      ['.', null],
    ]);
  });
});

test.each([
  [4 * HOUR, '4 h'],
  [HOUR + 13 * MINUTE, '1 h 13'],
  [10 * HOUR, '10 h'],
  [MINUTE + 1, '2 min'],
  [20 * SECOND, '20 s'],
])('%d ms left reads %s', (millis, words) => {
  expect(plain(lengthWords(millis))).toBe(words);
});

const planOf = ({ plan }: CustomerTicketView): CustomerPlan => {
  if (plan === null) throw new Error('the ticket has no plan');
  return plan;
};

describe('about the plan', () => {
  test.each([
    [
      'en',
      ['First answer: 2 h of support time', 'Solution: 2 working days'],
      'Support time: Monday to Friday, 8:30 a.m. to 4:30 p.m., except public holidays',
    ],
    [
      'fr',
      ['Réponse initiale : 2 h, en heures ouvrables', 'Résolution : 2 jours ouvrables'],
      'Heures de support : du lundi au vendredi, de 8 h 30 à 16 h 30, sauf les jours fériés',
    ],
  ] as const)('targets and hours in %s', (language, targets, hours) => {
    const colon = language === 'fr' ? ' : ' : ': ';
    const lines = planPromises(customerTicket(), wordsOf(language)).map(({ name, value }) =>
      plain(name + colon + value),
    );
    expect(lines).toEqual([...targets, hours]);
  });

  test('around the clock says so, and a day is then a day', () => {
    const view = customerTicket({
      hours: { kind: 'around-the-clock', timeZone: 'America/Toronto' },
      clocks: [
        responseClock({ target: { unit: 'minutes', amount: 30 }, aroundTheClock: true }),
        resolutionClock({ target: { unit: 'days', amount: 1 }, aroundTheClock: true }),
      ],
    });
    expect(planPromises(view, wordsOf('en')).map(({ value }) => plain(value))).toEqual([
      '30 min, day and night',
      '1 day',
      'Day and night, every day, for this request',
    ]);
  });

  test('nothing of times where they are hidden', () => {
    const hidden = [responseClock(), resolutionClock()].map((clock) => ({ ...clock, target: null }));
    expect(planPromises(customerTicket({ hours: null, clocks: hidden }), wordsOf('en'))).toEqual([]);
  });

  test('what is included, and what the policy leaves open', () => {
    expect(planEntitlements(planOf(customerTicket()), wordsOf('fr'))).toEqual([
      { name: 'Accès à notre portail de support', value: 'Inclus' },
      { name: 'Accès aux versions intérimaires', value: 'Non précisé dans la politique' },
    ]);
  });

  test.each([
    [null, false, 'Correction planned in version 4.2.', 'Correction prévue dans la version 4.2.'],
    [
      '2026-01-15',
      false,
      'Correction planned in version 4.2, on Jan 15, 2026.',
      'Correction prévue dans la version 4.2, le 15 janv. 2026.',
    ],
    [
      '2026-01-15',
      true,
      'Corrected in version 4.2, released on Jan 15, 2026.',
      'Corrigé dans la version 4.2, publiée le 15 janv. 2026.',
    ],
  ])('a correction on %s, released %s', (date, released, en, fr) => {
    const correction = { version: '4.2', date, released };
    expect(plain(correctionWords(correction, wordsOf('en'))).replace('Jan. ', 'Jan ')).toBe(en);
    expect(plain(correctionWords(correction, wordsOf('fr')))).toBe(fr);
  });

  test('what another plan would promise, each metric by name', () => {
    const plan = {
      ...planOf(customerTicket()),
      otherPlans: [
        {
          label: { en: 'PLUS', fr: 'PLUS' },
          targets: [
            { metric: 'response', target: { unit: 'minutes', amount: 30 }, aroundTheClock: true },
            { metric: 'resolution', target: { unit: 'days', amount: 1 }, aroundTheClock: false },
          ] as const,
        },
      ],
    };
    expect(otherPlans(plan, wordsOf('fr')).map(({ name, value }) => plain(`${name} = ${value}`))).toEqual([
      'PLUS : Réponse initiale = 30 min, jour et nuit',
      'PLUS : Résolution = 1 jour ouvrable',
    ]);
  });
});
