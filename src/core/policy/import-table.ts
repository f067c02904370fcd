/** The table of an import: its rows, and which of its columns say what. */
import { searchable } from './searchable';

export const IMPORT_COLUMNS = ['id', 'organization', 'plan', 'from', 'to', 'calendar'] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** The names that a column's heading may have, in any language. */
export type ImportHeadings = Readonly<Record<ImportColumn, readonly string[]>>;

/** A row of the file. */
export interface TableRow {
  /** The row's first line in the file, from 1: a quoted cell may hold several. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quotation mark is missing or too many: the cells cannot be told apart. */
  readonly badQuotes: boolean;
}

/** Why a whole table cannot be read. */
export type TableFault =
  | { readonly code: 'empty' }
  | { readonly code: 'missing-column'; readonly column: ImportColumn }
  | { readonly code: 'repeated-column'; readonly column: ImportColumn };

const NEEDED: readonly ImportColumn[] = ['plan', 'from'];

/** Whether the first row of a table names columns: tells a file's separator. */
export function namesColumns(cells: readonly string[], headings: ImportHeadings): boolean {
  return NEEDED.every((column) => columnsOf(cells, headings).includes(column));
}

/** What each heading names; null for one that names no column. */
export function columnsOf(cells: readonly string[], headings: ImportHeadings): readonly (ImportColumn | null)[] {
  return cells.map((cell) => {
    const name = searchable(cell);
    return IMPORT_COLUMNS.find((column) => headings[column].some((known) => searchable(known) === name)) ?? null;
  });
}

/** Why the headings do not suffice. */
export function columnFaults(columns: readonly (ImportColumn | null)[]): readonly TableFault[] {
  const count = (column: ImportColumn): number => columns.filter((other) => other === column).length;
  const named = count('id') + count('organization') > 0;
  const missing = IMPORT_COLUMNS.filter((column) =>
    column === 'organization' ? !named : NEEDED.includes(column) && count(column) === 0,
  );
  return [
    ...missing.map((column): TableFault => ({ code: 'missing-column', column })),
    ...IMPORT_COLUMNS.filter((column) => count(column) > 1).map((column): TableFault => ({
      code: 'repeated-column',
      column,
    })),
  ];
}
