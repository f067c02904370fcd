import Papa from 'papaparse';
import { namesColumns, type ImportHeadings, type TableRow } from '../../src/core/policy/import-table';
import type { Language } from '../../src/core/policy/text';

/** What a file is read as. Excel writes `windows-1252` where people choose plain CSV, and UTF-16 as *Unicode text*. */
export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252';

export interface CsvTable {
  readonly rows: readonly TableRow[];
  readonly encoding: Encoding;
}

/** Spreadsheets separate by comma or, where the comma is for decimals, by semicolon; text copied from cells has tabs. */
const SEPARATORS = [',', ';', '\t'] as const;

/** The rows of a file: its encoding from its first bytes or from what they cannot be, its separator from its headings. */
export function readCsv(bytes: ArrayBuffer, headings: ImportHeadings): CsvTable {
  const { text: raw, encoding } = decoded(bytes);
  // One kind of line end: a file that two programs wrote has both, and a cell would keep half of one.
  const text = raw.replace(/\r\n?/g, '\n');
  const separator = SEPARATORS.find((delimiter) => {
    const [head] = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: 1 }).data;
    return head !== undefined && namesColumns(head, headings);
  });
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator ?? '', newline: '\n' });
  const badQuotes = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
  let line = 1;
  const rows = data.map((cells, index): TableRow => {
    const row = { line, cells, badQuotes: badQuotes.has(index) };
    line += cells.join('').split('\n').length;
    return row;
  });
  return { rows, encoding };
}

function decoded(bytes: ArrayBuffer): { readonly text: string; readonly encoding: Encoding } {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/**
 * How Excel reads a CSV where a language is at home: French (Canada, France) separates by semicolons, since the comma is for
 * decimals; English by commas.
 */
const STYLE = {
  en: { separator: ',', decimal: '.' },
  fr: { separator: ';', decimal: ',' },
} as const satisfies Record<Language, { readonly separator: string; readonly decimal: string }>;

/** A number for a CSV of a language, so that a spreadsheet takes it as one: no spaces between thousands, no unit. */
export function csvNumber(value: number, decimals: number, language: Language): string {
  return value.toFixed(decimals).replace('.', STYLE[language].decimal);
}

/**
 * A file that spreadsheets open as it is meant: with a mark that says UTF-8, separated as the language has it, and an
 * apostrophe before whatever they would take for a formula, which an import takes off again.
 */
export function writeCsv(rows: readonly (readonly string[])[], language: Language): string {
  const delimiter = STYLE[language].separator;
  return `\uFEFF${Papa.unparse(rows as string[][], { delimiter, newline: '\r\n', escapeFormulae: true })}\r\n`;
}
