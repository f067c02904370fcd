/** The month in plain words, in both languages: both shares side by side, the late ones said as they are. */
import { plainSentences } from '../../../../static/sla-board/month/plain-sentences';
import { monthWords } from '../../../../static/sla-board/month/month-words';
import { buildPage, EXCUSED, KEPT, LATE } from './month-samples';

const said = (language: 'en' | 'fr', ...page: Parameters<typeof buildPage>): string[] =>
  plainSentences(monthWords(language, 'America/Toronto'), buildPage(...page)).map((sentence) =>
    sentence.replaceAll(/[\u00A0\u202F]/g, ' '),
  );

it('a good month says so and nothing else', () => {
  expect(said('en', [KEPT, KEPT], [KEPT])).toEqual([
    'In December 2025 we worked on 2 of your requests. First answers: 2; resolutions: 1.',
    'First response: our promise was kept for 2 of 2 (100 %).',
    'Resolution: our promise was kept for 1 of 1 (100 %).',
  ]);
});

it('a month with a late one says by how much, in working and in real time', () => {
  expect(said('fr', [KEPT, LATE], [])).toEqual([
    'En décembre 2025, nous avons traité 2 de vos demandes. Premières réponses : 2; résolutions : 0.',
    'Première réponse : notre promesse a été tenue 1 fois sur 2 (50 %). Un retard, de 9 min en temps ouvré (1 h 00 en temps réel).',
    'Résolution : aucune promesse n’est venue à terme ce mois-ci.',
  ]);
});

it('a miss while resources were unavailable never improves the share by itself: both stand there', () => {
  const [, sentence] = said('en', [KEPT, LATE, EXCUSED], []);
  expect(sentence).toBe(
    'First response: our promise was kept for 1 of 3 (33.3 %). ' +
      '2 were late: half of them by 9 min of working time or less, nine out of ten by 3 h 00 or less. ' +
      'One of the late ones was late while resources that we had asked you for were unavailable. ' +
      'Without it, our promise was kept for 1 of 2 (50 %).',
  );
});

it('where nothing else is left says that all were', () => {
  expect(said('fr', [EXCUSED], [])[1]).toBe(
    'Première réponse : notre promesse a été tenue 0 fois sur 1 (0 %). Un retard, de 3 h 00 en temps ouvré (5 h 00 en temps réel). ' +
      'Tous ces retards sont survenus pendant que des ressources que nous vous avions demandées manquaient.',
  );
});

it('99.95 % is said as 99.9 %', () => {
  const [, sentence] = said('en', [...Array.from({ length: 1_999 }, () => KEPT), LATE], []);
  expect(sentence).toContain('1,999 of 2,000 (99.9 %)');
});

it('what is counted apart is said', () => {
  expect(said('en', [KEPT], [{ ...KEPT, apart: true }]).at(-1)).toBe(
    'One request was closed as a duplicate or the like: it is listed and counted apart.',
  );
});
