import type { OfferView } from '../../../src/contract/proposal';
import { createFormatter } from '../../../src/i18n/format';
import { createTranslate } from '../../../src/i18n/message';
import { readerOf } from '../../../src/i18n/reader';
import english from '../../../src/i18n/en-US.json';
import french from '../../../src/i18n/fr-FR.json';
import { csvOf } from '../../../static/shared/csv-cells';
import type { ProposalMessages } from '../../../static/shared/proposal/proposal-messages';
import { statementCsv, statementLines } from '../../../static/shared/proposal/statement-lines';

const wordsIn = (language: 'en' | 'fr') => ({
  translate: createTranslate<ProposalMessages>(language, { en: english, fr: french }),
  format: createFormatter(readerOf(language === 'fr' ? 'fr-CA' : 'en-CA', 'America/Toronto')),
});

const one = (organizationId: string, name: string | null, cents: number) =>
  ({ organizationId, name, weight: 1, cents, answer: 'waiting', answeredAt: null }) as const;

const OFFER: OfferView = {
  version: 1,
  at: 0,
  state: 'proposed',
  closedAt: null,
  total: { cents: 10_000, currency: 'CAD' },
  orderedBy: { key: 'msss', label: { en: 'MSSS', fr: 'MSSS' } },
  basis: 'equal',
  establishments: [one('1', 'Hôpital', 3334), one('2', '=HYPERLINK("x")', 3333), one('3', 'Clinique; Nord', 3333)],
  words: null,
};

describe('a statement as a file', () => {
  it('has a line for each establishment and the total, in Canadian French as its Excel reads it', () => {
    expect(statementCsv(wordsIn('fr'), OFFER).split('\r\n')).toEqual([
      '\uFEFFÉtablissement;Identifiant;Poids;Montant exact;Arrondi;Part;Devise;Réponse;Répondu le',
      'Hôpital;1;1;33,333333;0,006667;33,34;CAD;En attente;',
      '"\'=HYPERLINK(""x"")";2;1;33,333333;-0,003333;33,33;CAD;En attente;',
      '"Clinique; Nord";3;1;33,333333;-0,003333;33,33;CAD;En attente;',
      'Total;;;;;100,00;CAD;;',
      '',
    ]);
  });

  it('has commas between cells and points for decimals in English', () => {
    expect(statementCsv(wordsIn('en'), OFFER).split('\r\n')[1]).toBe(
      'Hôpital,1,1,33.333333,0.006667,33.34,CAD,Waiting,',
    );
  });
});

describe('the lines of a statement', () => {
  it('sum to the total, and their exact values too', () => {
    const lines = statementLines(OFFER, 'fr-CA');
    expect(lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(10_000);
    expect(lines.every(({ cents, exactCents }) => Math.abs(cents - exactCents) < 1)).toBe(true);
  });
});

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('is no formula: %j', (cell) => {
    expect(csvOf([[cell]], 'en')).toContain(`'${cell}`);
  });

  it('keeps a negative figure a figure', () => {
    expect(csvOf([[{ value: -1.5, decimals: 2 }]], 'fr')).toBe('\uFEFF-1,50\r\n');
  });
});
