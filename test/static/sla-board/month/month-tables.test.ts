/** The tables of the page, and that their CSV, reopened by a parser, says the same. */
import Papa from 'papaparse';
import { writeCsv } from '../../../../static/shared/csv';
import { csvRows, type DataTable } from '../../../../static/shared/data-table';
import { dutyTable, figuresTable, requestsTable } from '../../../../static/sla-board/month/month-tables';
import { monthWords } from '../../../../static/sla-board/month/month-words';
import { HOUR, MINUTE } from '../../../../src/core/time/instant';
import { instant } from '../../../builders/ticket';
import { buildMonthTicket, buildPage, EXCUSED, KEPT, LATE } from './month-samples';

const words = (language: 'en' | 'fr') => monthWords(language, 'America/Toronto');
const texts = ({ rows }: DataTable): string[][] =>
  rows.map((row) => row.map(({ text }) => text.replaceAll('\u00A0', ' ')));

/** As Excel of a language opens the file: separated as there, the mark at the start taken off. */
function reopened(table: DataTable, language: 'en' | 'fr'): string[][] {
  const text = writeCsv(csvRows(table), language);
  expect(text.startsWith('\uFEFF')).toBe(true);
  return Papa.parse<string[]>(text.slice(1), { delimiter: language === 'fr' ? ';' : ',', skipEmptyLines: true }).data;
}

const tickets = [
  buildMonthTicket({
    resolutions: [
      {
        outcome: 'missed-customer-unavailable',
        stoppedAt: instant('2025-12-11T09:00 Toronto'),
        lateBy: { working: 90 * MINUTE + 59_000, real: 23 * HOUR },
      },
    ],
    duty: [
      {
        from: instant('2025-12-09T11:00 Toronto'),
        to: instant('2025-12-09T12:30 Toronto'),
        reasonCode: 'no-access',
      },
    ],
  }),
  buildMonthTicket({ issueId: '10002', key: 'SUP-2', summary: '=HYPERLINK("http://x";"y")', response: null }),
  buildMonthTicket({ issueId: '10003', key: 'SUP-3', summary: 'Virgule, point-virgule; "guillemets"\nligne' }),
  buildMonthTicket({ issueId: '10004', key: null, summary: null, priority: null, apart: true }),
];

describe('the requests', () => {
  it('stand a row each, with what was promised of them and how late', () => {
    const table = requestsTable(words('fr'), buildPage([KEPT], [LATE]), tickets.slice(0, 1));
    expect(texts(table)).toEqual([
      [
        'SUP-1',
        'Panne',
        'P1',
        '9 déc. 2025, 10 h 00',
        'Tenue',
        '–',
        '–',
        'Manquée, ressources non fournies',
        '90',
        '1 380',
      ],
    ]);
  });

  it('that the user may not browse have neither key nor words, and one counted apart says so', () => {
    const table = requestsTable(words('en'), buildPage([KEPT], []), tickets.slice(3));
    expect(texts(table)[0]?.slice(0, 5)).toEqual([
      '–',
      'Not visible to you',
      'None',
      'Dec 9, 2025, 10:00 a.m.',
      'Counted apart',
    ]);
  });

  it('have a row for each resolution where a reopening counts anew', () => {
    const resolution = {
      outcome: 'met',
      stoppedAt: instant('2025-12-11T09:00 Toronto'),
      lateBy: { working: 0, real: 0 },
    } as const;
    const ticket = buildMonthTicket({ resolutions: [resolution, { ...resolution, outcome: 'missed' }], apart: true });
    const rows = texts(requestsTable(words('en'), buildPage([KEPT], []), [ticket]));
    expect(rows.map((row) => [row[0], row[4], row[7]])).toEqual([
      ['SUP-1', 'Counted apart', 'Kept'],
      ['SUP-1', '–', 'Counted apart'],
    ]);
  });
});

describe('the figures', () => {
  const page = buildPage([...Array.from({ length: 1_999 }, () => KEPT), LATE], [KEPT, LATE, EXCUSED]);

  it('never round a share up, and show both', () => {
    expect(texts(figuresTable(words('en'), page, 'response'))[0]?.slice(0, 6)).toEqual([
      'P1',
      '1,999',
      '1',
      '0',
      '99.9',
      '99.9',
    ]);
    expect(texts(figuresTable(words('fr'), page, 'resolution'))[1]?.slice(0, 10)).toEqual([
      'Toutes',
      '1',
      '1',
      '1',
      '33,3',
      '50,0',
      '9',
      '180',
      '60',
      '300',
    ]);
  });
});

describe('a CSV reopened by a parser', () => {
  const page = buildPage([...Array.from({ length: 1_999 }, () => KEPT), LATE], [KEPT, LATE, EXCUSED]);

  it.each(['en', 'fr'] as const)('in %s equals the tables', (language) => {
    const own = words(language);
    for (const table of [
      figuresTable(own, page, 'response'),
      figuresTable(own, page, 'resolution'),
      requestsTable(own, page, tickets),
    ]) {
      const [head, ...rows] = reopened(table, language);
      expect(head).toEqual(table.head.map(({ text }) => text));
      expect(rows).toHaveLength(table.rows.length);
      rows.forEach((row, index) => {
        expect(row.map(plain)).toEqual(table.rows[index]?.map(({ csv }) => csv));
        // What is shown is the same figure, with the spaces that a reader needs.
        table.rows[index]?.forEach((cell, column) => {
          if (cell.isFigure === true && cell.text !== '–') {
            const shown = cell.text.replaceAll(language === 'en' ? ',' : /[\s\u00A0\u202F]/g, '');
            expect(row[column]).toBe(shown);
          }
        });
      });
    }
  });

  /** Takes the apostrophe off that keeps a spreadsheet from running a formula. */
  const plain = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

  it('has no cell that a spreadsheet would take for a formula', () => {
    const cells = reopened(requestsTable(words('fr'), page, tickets), 'fr').flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells).toContain(`'=HYPERLINK("http://x";"y")`);
  });

  it('has numbers that a spreadsheet of the language takes as numbers', () => {
    const share = (language: 'en' | 'fr') =>
      reopened(figuresTable(words(language), page, 'resolution'), language)[1]?.[4];
    expect([share('en'), share('fr')]).toEqual(['33.3', '33,3']);
    const real = reopened(requestsTable(words('fr'), page, tickets), 'fr')[1]?.[9];
    expect(real).toBe('1380');
  });

  it('has instants that sort', () => {
    expect(reopened(requestsTable(words('en'), page, tickets), 'en')[1]?.[3]).toBe('2025-12-09 10:00');
  });
});

describe('the duty', () => {
  it('is a row each time, with its length and its reason', () => {
    const table = dutyTable(words('fr'), buildPage([KEPT], []), tickets);
    expect(table === null ? null : texts(table)).toEqual([
      ['SUP-1', '9 déc. 2025, 11 h 00', '9 déc. 2025, 12 h 30', '90', 'Aucun accès'],
    ]);
  });

  it('of a month without any is not shown', () => {
    expect(dutyTable(words('fr'), buildPage([KEPT], []), [buildMonthTicket()])).toBeNull();
  });
});
