import fc from 'fast-check';
import { readImport, type ImportKnowledge, type ImportReading } from '../../../src/core/policy/assignment-import';
import type { TableRow } from '../../../src/core/policy/import-table';
import { buildPolicy } from '../../builders/policy';

const knowledge: ImportKnowledge = {
  policy: buildPolicy(),
  organizations: [
    { id: '1', name: 'Hôpital Sainte-Rose' },
    { id: '2', name: 'Cégep du Nord' },
    { id: '3', name: 'Double' },
    { id: '4', name: 'Double' },
    { id: '5', name: '=Égal' },
  ],
  assignments: [{ organizationId: '2', plan: 'PLUS', from: '2025-01-01', to: null, calendar: null, recordedAt: 0 }],
  headings: {
    id: ['ID', 'Numéro'],
    organization: ['Organization', 'Organisation'],
    plan: ['Plan', 'Forfait'],
    from: ['From', 'Du'],
    to: ['To', 'Au'],
    calendar: ['Calendar', 'Calendrier'],
  },
};

const HEAD = 'Organization|Plan|From|To|Calendar';

/** Rows written with bars between the cells, the heading first. */
function table(...lines: string[]): TableRow[] {
  return [HEAD, ...lines].map((text, index) => ({ line: index + 1, cells: text.split('|'), badQuotes: false }));
}

function lines(rows: readonly TableRow[], known: ImportKnowledge = knowledge) {
  const reading = readImport(rows, known);
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading));
  return reading.lines;
}

function faults(...rows: string[]): string[] {
  return lines(table(...rows)).flatMap((line) =>
    line.kind === 'refused' ? line.faults.map(({ code }) => `${String(line.line)} ${code}`) : [],
  );
}

describe('what a good line does', () => {
  it.each([
    ['new', 'Hôpital Sainte-Rose|PLUS|2026-01-01||'],
    ['new', 'hopital sainte-rose |plus|01/31/2026|2026-12-31|'],
    ['same', 'Cégep du Nord|PLUS|2025-01-01||'],
    ['changed', 'Cégep du Nord|PLUS|2025-01-01|2025-12-31|'],
    ['changed', 'Cégep du Nord|BASE|2025-01-01||around-the-clock'],
  ])('%s: %s', (kind, row) => {
    expect(lines(table(row)).map((line) => line.kind)).toEqual([kind]);
  });

  it('with nothing but an organization does nothing: an export writes it so', () => {
    expect(lines(table('Hôpital Sainte-Rose||||', 'Nobody||||'))).toEqual([
      { line: 2, kind: 'blank' },
      { line: 3, kind: 'blank' },
    ]);
  });

  it('names what it replaces', () => {
    expect(lines(table('Cégep du Nord|BASE|2025-01-01||'))).toMatchObject([
      { line: 2, wanted: { organizationId: '2', plan: 'BASE', to: null }, replaces: { plan: 'PLUS' } },
    ]);
  });

  it('may follow on another that the same file ends, whichever line comes first', () => {
    const end = 'Cégep du Nord|PLUS|2025-01-01|2025-12-31|';
    const next = 'Cégep du Nord|BASE|2026-01-01||';
    expect(lines(table(end, next)).map(({ kind }) => kind)).toEqual(['changed', 'new']);
    expect(lines(table(next, end)).map(({ kind }) => kind)).toEqual(['new', 'changed']);
  });

  it('is known by the number where there is one, and by a cell that an export guarded', () => {
    const rows = [
      ['ID', 'Organization', 'Plan', 'From'],
      ['3', 'an old name', 'PLUS', '2026-01-01'],
      ['', "'=Égal", 'PLUS', '2026-01-01'],
    ];
    const read = lines(rows.map((cells, index) => ({ line: index + 1, cells, badQuotes: false })));
    expect(read).toMatchObject([{ wanted: { organizationId: '3' } }, { wanted: { organizationId: '5' } }]);
  });
});

describe('a bad line is named with what is wrong', () => {
  it.each([
    ['unknown-organization', 'Nobody|PLUS|2026-01-01||'],
    ['ambiguous-organization', 'Double|PLUS|2026-01-01||'],
    ['cell-empty', '|PLUS|2026-01-01||'],
    ['cell-empty', 'Hôpital Sainte-Rose||2026-01-01||'],
    ['cell-empty', 'Hôpital Sainte-Rose|PLUS|||'],
    ['unknown-plan', 'Hôpital Sainte-Rose|GOLD|2026-01-01||'],
    ['unknown-calendar', 'Hôpital Sainte-Rose|PLUS|2026-01-01||nights'],
    ['bad-date', 'Hôpital Sainte-Rose|PLUS|2026-02-29||'],
    ['bad-date', 'Hôpital Sainte-Rose|PLUS|soon||'],
    ['bad-date', 'Hôpital Sainte-Rose|PLUS|2026-01-01|31/31/2026|'],
    ['ambiguous-date', 'Hôpital Sainte-Rose|PLUS|03/04/2026||'],
    ['ends-before-start', 'Hôpital Sainte-Rose|PLUS|2026-01-02|2026-01-01|'],
    ['days-overlap', 'Cégep du Nord|BASE|2026-01-01||'],
    ['too-many-cells', 'Hôpital Sainte-Rose|PLUS|2026-01-01|||more'],
    ['unreadable-characters', 'H\uFFFDpital|PLUS|2026-01-01||'],
  ])('%s: %s', (code, row) => {
    expect(faults(row)).toContain(`2 ${code}`);
  });

  it('names every fault of a line at once', () => {
    expect(faults('Nobody|GOLD|soon||')).toEqual(['2 unknown-organization', '2 bad-date']);
    expect(faults('Hôpital Sainte-Rose|GOLD|2026-01-02|2026-01-01|nights')).toEqual([
      '2 unknown-plan',
      '2 unknown-calendar',
      '2 ends-before-start',
    ]);
  });

  it('a second line for the same first day, and lines that share days, name each other', () => {
    const row = 'Hôpital Sainte-Rose|PLUS|2026-01-01||';
    expect(lines(table(row, row))[1]).toMatchObject({ kind: 'refused', faults: [{ code: 'repeated-line', line: 2 }] });
    const later = 'Hôpital Sainte-Rose|BASE|2026-06-01||';
    expect(lines(table(row, later))).toMatchObject([
      { faults: [{ code: 'lines-overlap', line: 3 }] },
      { faults: [{ code: 'lines-overlap', line: 2 }] },
    ]);
  });

  it('a row whose quotation marks do not close is not guessed at', () => {
    expect(
      lines([...table(), { line: 2, cells: ['Hôpital Sainte-Rose', 'PLUS', '2026-01-01'], badQuotes: true }]),
    ).toMatchObject([{ kind: 'refused', faults: [{ code: 'bad-quotes' }] }]);
  });
});

describe('dates as spreadsheets write them', () => {
  it.each([
    ['a date that only the day can begin settles the file', ['03/04/2026', '31/01/2026'], '2026-04-03'],
    ['one that only the month can begin settles it too', ['03/04/2026', '01/31/2026'], '2026-03-04'],
    ['a date that is the same either way needs no other', ['04/04/2026'], '2026-04-04'],
    ['points and hyphens do as well', ['3.4.2026', '31-1-2026'], '2026-04-03'],
  ])('%s', (_what, dates, first) => {
    const rows = dates.map((date, index) => `${['Hôpital Sainte-Rose', '=Égal'][index] ?? ''}|PLUS|${date}||`);
    expect(lines(table(...rows))[0]).toMatchObject({ wanted: { from: first } });
  });

  it('stay ambiguous where the file uses both orders', () => {
    expect(faults('Hôpital Sainte-Rose|PLUS|03/04/2026|31/12/2026|', '=Égal|PLUS|12/31/2026||')).toEqual([
      '2 ambiguous-date',
    ]);
  });
});

describe('a table that cannot be read', () => {
  const read = (...rows: string[][]): ImportReading =>
    readImport(
      rows.map((cells, index) => ({ line: index + 1, cells, badQuotes: false })),
      knowledge,
    );

  it.each<[string, string[][], object[]]>([
    ['nothing', [[''], ['', ' ']], [{ code: 'empty' }]],
    ['no plan', [['Organisation', 'Du']], [{ code: 'missing-column', column: 'plan' }]],
    [
      'nothing that is known',
      [['a', 'b']],
      [
        { code: 'missing-column', column: 'organization' },
        { code: 'missing-column', column: 'plan' },
        { code: 'missing-column', column: 'from' },
      ],
    ],
    ['a column twice', [['ID', 'Forfait', 'Plan', 'Du']], [{ code: 'repeated-column', column: 'plan' }]],
  ])('%s', (_what, rows, expected) => {
    expect(read(...rows)).toEqual({ kind: 'unreadable', faults: expected });
  });

  it('says which headings it leaves out', () => {
    expect(read(['ID', 'Plan', 'From', 'Notes'])).toMatchObject({ kind: 'read', ignored: ['Notes'] });
  });
});

it('never lets through two lines that would share a day, whatever the file', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`);
  const row = fc
    .tuple(
      fc.constantFrom('Hôpital Sainte-Rose', 'Cégep du Nord'),
      fc.constantFrom('BASE', 'PLUS'),
      day,
      fc.option(day),
    )
    .map((cells) => cells.map((cell) => cell ?? '').join('|'));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const good = lines(table(...rows)).flatMap((line) => ('wanted' in line ? [line.wanted] : []));
      const days = new Set<string>();
      for (const { organizationId, from, to } of good) {
        for (let n = Number(from.slice(8)); n <= Number((to ?? '2026-01-28').slice(8)); n += 1) {
          const key = `${organizationId} ${String(n)}`;
          expect(days.has(key)).toBe(false);
          days.add(key);
        }
      }
    }),
    { seed: 5, numRuns: process.env['CADRAN_FULL'] === '1' ? 5_000 : 300 },
  );
});
