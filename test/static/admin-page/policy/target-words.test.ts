import { SLA_METRICS } from '../../../../src/core/policy/document';
import { goalSetting } from '../../../../src/core/policy/goals';
import { applyStep } from '../../../../static/admin-page/draft/step';
import { hoursWords, priceWords, targetWords } from '../../../../static/admin-page/policy/target-words';
import { workingDayWords } from '../../../../static/admin-page/policy/working-day-words';
import { adminWordsOf, fittedPolicy, namesOf, plain } from '../admin-site';

const inForce = fittedPolicy();
const draft = applyStep(inForce, {
  kind: 'fix',
  fix: { kind: 'set-goal', plan: 'BASE', priority: 'P3', metric: 'resolution', target: { unit: 'days', amount: 4 } },
});

test.each([
  ['en', 'P1: 1 h; 8 h | 30 min; 4 h'],
  ['en', 'P2: 2 h; 2 d (2 d = 16 h of Mon–Fri 08:30–16:30) | 1 h; 1 d (1 d = 8 h of Mon–Fri 08:30–16:30)'],
  ['fr', 'P2: 2 h; 2 j (2 j = 16 h, lun.–ven. 08:30–16:30) | 1 h; 1 j (1 j = 8 h, lun.–ven. 08:30–16:30)'],
  [
    'en',
    'P3: 8 h; 4 d (4 d = 32 h of Mon–Fri 08:30–16:30, was 4 h, Published in English: 4hr, Published in French: 4h) | 4 h; 2 d (2 d = 16 h of Mon–Fri 08:30–16:30)',
  ],
  [
    'fr',
    'P4: 16 h (Publié en anglais : 4d); 10 j (10 j = 80 h, lun.–ven. 08:30–16:30) | 8 h; 5 j (5 j = 40 h, lun.–ven. 08:30–16:30)',
  ],
] as const)('in %s: %s', (language, row) => {
  const words = adminWordsOf(language);
  const priority = row.slice(0, 2);
  const cells = draft.plans.map(({ key: plan }) =>
    SLA_METRICS.map((metric) => {
      const goal = goalSetting(draft, plan, priority, metric);
      if (goal === undefined) throw new Error('no such target');
      const cell = targetWords({ plan, priority, metric }, draft, inForce, words);
      const day = workingDayWords(goal, draft, words);
      const notes = [day, cell.before === null ? null : `was ${cell.before}`, ...cell.published].filter(Boolean);
      return `${words.duration(goal.target)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
    }).join('; '),
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
  expect(inForce.plans.map((plan) => plain(priceWords(plan.price, words)))).toEqual(prices);
});
