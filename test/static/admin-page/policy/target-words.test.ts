import { SLA_METRICS } from '../../../../src/core/policy/document';
import { applyStep } from '../../../../static/admin-page/draft/step';
import { hoursWords, priceWords, targetWords } from '../../../../static/admin-page/policy/target-words';
import { adminWordsOf, fittedPolicy, namesOf, plain } from '../admin-site';

const inForce = fittedPolicy();
const draft = applyStep(inForce, {
  kind: 'fix',
  fix: { kind: 'set-goal', plan: 'BASE', priority: 'P3', metric: 'resolution', target: { unit: 'days', amount: 4 } },
});

test.each([
  ['en', 'P1: 1 h, 8 h | 30 min 24x7, 4 h 24x7'],
  ['fr', 'P1: 1 h, 8 h | 30 min 24 h/7, 4 h 24 h/7'],
  ['en', 'P2: 2 h, 2 d | 1 h, 1 d'],
  ['fr', 'P2: 2 h, 2 j | 1 h, 1 j'],
  ['en', 'P3: 8 h, 4 d (was 4 h; Published in English: 4hr; Published in French: 4h) | 4 h, 2 d'],
  ['fr', 'P3: 8 h, 4 j (was 4 h; Publié en anglais : 4hr; Publié en français : 4h) | 4 h, 2 j'],
  ['en', 'P4: 16 h (Published in English: 4d), 10 d | 8 h, 5 d'],
  ['fr', 'P4: 16 h (Publié en anglais : 4d), 10 j | 8 h, 5 j'],
] as const)('in %s: %s', (language, row) => {
  const words = adminWordsOf(language);
  const priority = row.slice(0, 2);
  const cells = draft.plans.map((plan) =>
    SLA_METRICS.map((metric) => {
      const cell = targetWords({ plan, priority, metric }, draft, inForce, words, namesOf(language));
      const notes = [...(cell.before === null ? [] : [`was ${cell.before}`]), ...cell.published].join('; ');
      return [cell.target, cell.calendar, notes === '' ? null : `(${notes})`].filter(Boolean).join(' ');
    }).join(', '),
  );
  expect(plain(`${priority}: ${cells.join(' | ')}`)).toBe(row);
});

test.each([
  [
    'en',
    '1 d is one working day of the calendar (8 h). Business hours: Monday to Friday, 8:30 AM to 4:30 PM (America/Toronto), N holidays left out.',
    ['included', '20 % of the subscription'],
  ],
  [
    'fr',
    '1 j est un jour ouvrable du calendrier (8 h). Heures ouvrables : du lundi au vendredi, de 8 h 30 à 16 h 30 (America/Toronto), sauf N jours fériés.',
    ['inclus', '20 % de la souscription'],
  ],
] as const)('the hours and prices in %s', (language, hours, prices) => {
  const words = adminWordsOf(language);
  const told = hoursWords(inForce, words, namesOf(language)).join(' ');
  expect(plain(told).replace(/\d+ (?=holidays|jours fériés)/, 'N ')).toBe(hours);
  expect(inForce.plans.map((plan) => plain(priceWords(plan, words)))).toEqual(prices);
});
