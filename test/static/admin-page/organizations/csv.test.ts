import { readImport, type ImportKnowledge } from '../../../../src/core/policy/assignment-import';
import type { OrganizationView } from '../../../../src/contract/admin-page';
import { readCsv, writeCsv, type CsvTable } from '../../../../static/shared/csv';
import { exportRows } from '../../../../static/admin-page/organizations/export-rows';
import { HEADINGS } from '../../../../static/admin-page/organizations/import-headings';
import { fittedPolicy } from '../admin-site';

const utf8 = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const bytes = (buffer: Buffer): ArrayBuffer => new Uint8Array(buffer).buffer;
const read = (file: ArrayBuffer): CsvTable => readCsv(file, HEADINGS);
const cells = (file: ArrayBuffer): string[][] => read(file).rows.map((row) => [...row.cells]);

const HEAD = 'Organisation;Plan;Du;Au';
const ROW = 'Hôpital Sainte-Rose, Montréal;PLUS;2026-01-01;';

describe('a file is read as its program wrote it', () => {
  const expected = [HEAD.split(';'), ROW.split(';')];

  it.each<[string, ArrayBuffer, string]>([
    ['UTF-8', utf8(`${HEAD}\n${ROW}`), 'utf-8'],
    ['UTF-8 with its mark, as French Excel writes', utf8(`\uFEFF${HEAD}\r\n${ROW}`), 'utf-8'],
    ['Windows-1252, as Excel’s plain CSV', bytes(Buffer.from(`${HEAD}\r\n${ROW}`, 'latin1')), 'windows-1252'],
    ['UTF-16, as Excel’s Unicode text', bytes(Buffer.from(`\uFEFF${HEAD}\r\n${ROW}`, 'utf16le')), 'utf-16'],
  ])('%s', (_how, file, encoding) => {
    expect(cells(file)).toEqual(expected);
    expect(read(file).encoding).toBe(encoding);
  });

  it.each([
    ['commas', 'Organization,Plan,From\n"Hôpital, Montréal",PLUS,2026-01-01'],
    ['semicolons', 'Organisation;Plan;Du\nHôpital, Montréal;PLUS;2026-01-01'],
    ['tabs', 'Organization\tPlan\tFrom\nHôpital, Montréal\tPLUS\t2026-01-01'],
  ])('separated by %s, whatever the names hold', (_what, text) => {
    expect(cells(utf8(text))[1]).toEqual(['Hôpital, Montréal', 'PLUS', '2026-01-01']);
  });

  it('counts lines of the file, not rows, where a quoted cell holds several', () => {
    const text = `${HEAD}\n"Hôpital\nSainte-Rose";PLUS;2026-01-01;\r\nCégep;BASE;2026-01-01;`;
    expect(read(utf8(text)).rows.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it('marks the row whose quotation mark does not close', () => {
    const text = `${HEAD}\nCégep;BASE;2026-01-01;\n"Hôpital;PLUS;2026-01-01;\nx;y;z;`;
    expect(read(utf8(text)).rows.map(({ badQuotes }) => badQuotes)).toEqual([false, false, true]);
  });

  it('keeps what no encoding explains, so that the line can be named', () => {
    expect(cells(utf8(`${HEAD}\nH\uFFFDpital;PLUS;2026-01-01;`))[1]?.[0]).toBe('H\uFFFDpital');
  });
});

describe('an export', () => {
  const organizations: OrganizationView[] = [
    'Hôpital; "Sainte"\nRose',
    '=HYPERLINK("x")',
    '+1',
    '-1',
    '@x',
    'Sans plan',
  ].map((name, index) => ({
    id: String(index + 1),
    name,
    today: { kind: 'none' },
    assignments:
      name === 'Sans plan'
        ? []
        : [
            {
              organizationId: String(index + 1),
              plan: 'PLUS',
              from: '2026-01-01',
              to: index === 0 ? '2026-12-31' : null,
              calendar: null,
              recordedAt: 0,
            },
          ],
  }));
  const knowledge: ImportKnowledge = {
    policy: fittedPolicy(),
    organizations,
    assignments: organizations.flatMap(({ assignments }) => assignments),
    headings: HEADINGS,
  };

  it.each(['en', 'fr'] as const)('in %s imports again and changes nothing', (language) => {
    const text = writeCsv(exportRows(organizations, language), language);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const reading = readImport(read(utf8(text)).rows, knowledge);
    expect(reading.kind === 'read' ? reading.lines.map(({ kind }) => kind) : reading).toEqual([
      'same',
      'same',
      'same',
      'same',
      'same',
      'blank',
    ]);
  });

  it('holds no cell that a spreadsheet would take for a formula', () => {
    const text = writeCsv(exportRows(organizations, 'en'), 'en');
    const formulas = cells(utf8(text))
      .flat()
      .filter((cell) => /^[=+\-@\t\r]/.test(cell));
    expect(formulas).toEqual([]);
    expect(text).toContain("'=HYPERLINK");
  });

  it('is found by its names where the numbers are taken out', () => {
    const rows = exportRows(organizations, 'en').map(([, ...rest]) => rest);
    const reading = readImport(read(utf8(writeCsv(rows, 'en'))).rows, knowledge);
    expect(reading.kind === 'read' && reading.lines.every(({ kind }) => kind === 'same' || kind === 'blank')).toBe(
      true,
    );
  });
});
