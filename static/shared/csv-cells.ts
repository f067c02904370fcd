import type { Language } from '../../src/core/policy/text';

/** A cell: words, or a figure with so many decimals. */
export type CsvCell = string | { readonly value: number; readonly decimals: number };

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A file that Excel of the language opens as it is meant: UTF-8 with its mark, decimals and separators as that Excel has
 * them (a comma in French, and so semicolons between cells), and an apostrophe before words that would be a formula.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[], language: Language): string {
  const separator = language === 'fr' ? ';' : ',';
  const lines = rows.map((row) => row.map((cell) => cellText(cell, language)).join(separator));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cellText(cell: CsvCell, language: Language): string {
  if (typeof cell !== 'string') {
    const figure = cell.value.toFixed(cell.decimals);
    return language === 'fr' ? figure.replace('.', ',') : figure;
  }
  const words = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
