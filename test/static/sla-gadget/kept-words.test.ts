import { figuresOf } from '../../../src/core/report/figures';
import { createFormatter } from '../../../src/i18n/format';
import { createTranslate } from '../../../src/i18n/message';
import { keptWords, monthName } from '../../../static/sla-gadget/kept-words';
import { slaGadgetMessages } from '../../../static/sla-gadget/messages';

const wordsIn = (language: 'en' | 'fr') => ({
  translate: createTranslate(language, slaGadgetMessages),
  format: createFormatter({ language, intlLocale: language === 'fr' ? 'fr-CA' : 'en-US', timeZone: 'UTC' }),
});

const plain = (text: string | null): string | null => text?.replace(/[\u00A0\u202F]/g, ' ') ?? null;

function figures(met: number, missed: number, unavailable: number) {
  const result = (outcome: 'met' | 'missed' | 'missed-customer-unavailable') => ({
    outcome,
    apart: false,
    lateBy: { working: 0, real: 0 },
  });
  return figuresOf([
    ...Array.from({ length: met }, () => result('met')),
    ...Array.from({ length: missed }, () => result('missed')),
    ...Array.from({ length: unavailable }, () => result('missed-customer-unavailable')),
  ]);
}

it.each([
  [1_999, 1, 0, '99.9 %', '1,999 of 2,000', null],
  [2_000, 0, 0, '100 %', '2,000 of 2,000', null],
  [9, 0, 1, '90 %', '9 of 10', '100 % without 1 missed while the customer’s resources were unavailable'],
  [0, 0, 1, '0 %', '0 of 1', '– without 1 missed while the customer’s resources were unavailable'],
  [0, 0, 0, '–', 'none ended yet', null],
])('%d met, %d missed, %d with the customer unavailable', (met, missed, unavailable, share, count, without) => {
  const words = keptWords(wordsIn('en'), figures(met, missed, unavailable));
  expect([plain(words.share), plain(words.count), plain(words.without)]).toEqual([share, count, without]);
});

it('says the same in French', () => {
  const words = keptWords(wordsIn('fr'), figures(1_999, 1, 0));
  expect([plain(words.share), plain(words.count)]).toEqual(['99,9 %', '1 999 sur 2 000']);
  expect(monthName(wordsIn('fr').format, '2025-12')).toBe('décembre 2025');
});
